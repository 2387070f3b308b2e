import { ACTIONS, questionButton } from '../../../render/slack/actions.ts';
import { LIMITS } from '../../../render/slack/limits.ts';
import { escaped } from '../../../render/slack/mrkdwn.ts';
import type { SlackBlock, SlackMessage } from '../../../render/slack/schema.ts';

/** A heading in plain text. */
export const heading = (text: string): SlackBlock => ({
  type: 'header',
  text: { type: 'plain_text', text, emoji: false },
});

/** A paragraph of mrkdwn of our own; what comes from elsewhere is escaped before. */
export const paragraph = (text: string): SlackBlock => ({
  type: 'section',
  text: { type: 'mrkdwn', text: text.slice(0, LIMITS.section), verbatim: true },
});

/** A message of plain words: whatever is in them shows literally. */
export const sentence = (text: string): SlackMessage => ({
  text: escaped(text),
  blocks: [
    { type: 'section', text: { type: 'plain_text', text: text.slice(0, LIMITS.section), emoji: false } },
  ],
});

/** A line in small print. */
export const small = (text: string): SlackBlock => ({
  type: 'context',
  elements: [{ type: 'mrkdwn', text: text.slice(0, LIMITS.contextText), verbatim: true }],
});

/** The button that opens the modal to choose a figure in. */
export const browseRow = (style?: 'primary'): SlackBlock => ({
  type: 'actions',
  elements: [
    {
      type: 'button',
      text: { type: 'plain_text', text: 'Browse figures', emoji: false },
      action_id: ACTIONS.browse,
      ...(style ? { style } : {}),
    },
  ],
});

/** An example question with a button that asks it; `n` tells the buttons of a message apart. */
export function example(question: string, n: number, remark = ''): SlackBlock {
  const text = { type: 'mrkdwn' as const, text: `\`${escaped(question)}\`${remark}`, verbatim: true };
  const accessory = questionButton(ACTIONS.ask, 'Ask', question, n);
  return accessory ? { type: 'section', text, accessory } : { type: 'section', text };
}
