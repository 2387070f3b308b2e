import { LIMITS } from './limits.ts';
import { plainText } from './mrkdwn.ts';
import type { SlackBlock, SlackButton } from './schema.ts';

/**
 * What can be pressed. A message's buttons of one kind are told apart by a number behind a colon (`ask:2`), since
 * Slack wants each action_id once; listeners match what stands before it.
 */
export const ACTIONS = {
  ask: 'ask',
  change: 'change',
  share: 'share',
  csv: 'csv',
  feedback: 'feedback',
  browse: 'browse',
  reply: 'reply',
  claims: 'claims',
} as const;
export type ActionKind = (typeof ACTIONS)[keyof typeof ACTIONS];

/** The action ids of a kind, numbered or not. */
export const actionPattern = (kind: ActionKind): RegExp => new RegExp(`^${kind}(?::\\d+)?$`);

/**
 * A button that carries its question, so that it works after a restart. Null where the question is longer than what
 * Slack lets a button carry: a button that could not answer is not shown.
 */
export function questionButton(
  kind: ActionKind,
  label: string,
  question: string,
  n: number | null = null,
): SlackButton | null {
  if (question === '' || question.length > LIMITS.buttonValue) return null;
  return {
    type: 'button',
    text: { type: 'plain_text', text: plainText(label, LIMITS.button), emoji: false },
    action_id: n === null ? kind : `${kind}:${n}`,
    value: question,
  };
}

/** Buttons in a row; none for an empty row. */
export function actionRow(buttons: readonly (SlackButton | null)[]): SlackBlock[] {
  const elements = buttons.filter((b) => b !== null).slice(0, LIMITS.actions);
  return elements.length === 0 ? [] : [{ type: 'actions', elements }];
}
