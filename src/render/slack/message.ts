import type { FactBase } from '../../facts/base.ts';
import type { Answer, Choice, Line } from '../../model/answer.ts';
import { dateText } from '../number.ts';
import { toText } from '../text.ts';
import { ACTIONS, actionRow, questionButton } from './actions.ts';
import { chartOf } from './chart.ts';
import { LIMITS } from './limits.ts';
import { lineMrkdwn, linePlain } from './lines.ts';
import { escaped, plainText } from './mrkdwn.ts';
import type { SlackBlock, SlackButton, SlackMessage } from './schema.ts';
import { titleOf } from './series.ts';
import { tableOf } from './table.ts';

/** Who sees an answer: the asker alone, a conversation, or a channel that somebody shows it to. */
export type Audience = { kind: 'private' } | { kind: 'thread' } | { kind: 'shared'; by: string };

/** The question in words that need no conversation: what buttons that answer again carry. */
export interface Asked {
  question: string;
}

/** How much of a long question is repeated above a shared answer. */
const MOST_QUESTION = 300;

const section = (text: string): SlackBlock => ({
  type: 'section',
  text: { type: 'mrkdwn', text, verbatim: true },
});
const context = (...texts: string[]): SlackBlock => ({
  type: 'context',
  elements: texts.map((text) => ({ type: 'mrkdwn', text, verbatim: true })),
});

/** Lines as one section, as many as fit into it. */
function sectionOf(lines: readonly string[]): SlackBlock[] {
  const kept: string[] = [];
  let length = 0;
  for (const line of lines) {
    length += line.length + 1;
    if (length > LIMITS.section) break;
    kept.push(line);
  }
  return kept.length === 0 ? [] : [section(kept.join('\n'))];
}

/** The lines that say more than the table below them. */
function linesBeside(answer: Answer, tabled: boolean): readonly Line[] {
  if (!tabled) return answer.lines;
  const shown = new Set(answer.series.map((e) => e.figure));
  return answer.lines.filter((line, i) => {
    if (i === 0 && answer.intent === 'rank') return true;
    const figures = line.flatMap((p) => (p.t === 'figure' ? [p.figure] : []));
    return figures.length === 0 || figures.some((f) => !shown.has(f));
  });
}

/** The headline; what the figures are about where there are too many for one. */
function header(base: FactBase, answer: Answer): SlackBlock[] {
  const text =
    answer.headline.length > 0
      ? plainText(linePlain(base, answer.headline, answer.unit), LIMITS.header)
      : titleOf(base, answer.series, LIMITS.header);
  return text === '' ? [] : [{ type: 'header', text: { type: 'plain_text', text, emoji: false } }];
}

function reading(base: FactBase, answer: Answer): SlackBlock[] {
  if (answer.reading.length === 0) return [];
  const text = `*Read as* ${lineMrkdwn(base, answer.reading, answer.unit)}`;
  const taken = answer.assumed.length === 0 ? [] : [`_Assumed: ${answer.assumed.join(', ')}_`];
  return [context(text.slice(0, LIMITS.contextText), ...taken)];
}

function sources(base: FactBase, answer: Answer): SlackBlock[] {
  if (answer.sections.length === 0) return [];
  const titles = answer.sections.map(
    (id) => `*${escaped(id)}* ${escaped(base.sections.get(id)?.title ?? '')}`,
  );
  return [context(`Source: ${titles.join(' · ')}`.slice(0, LIMITS.contextText))];
}

/** Each reading to choose from, in full, with its own button. */
function choiceRows(choices: readonly Choice[]): SlackBlock[] {
  return choices.map((choice, i): SlackBlock => {
    const accessory = questionButton(ACTIONS.ask, 'This one', choice.question, 100 + i);
    const text = { type: 'mrkdwn' as const, text: escaped(choice.label, LIMITS.section), verbatim: true };
    const named = accessory && { ...accessory, accessibility_label: plainText(choice.label, LIMITS.button) };
    return named ? { type: 'section', text, accessory: named } : { type: 'section', text };
  });
}

/** Buttons for what was assumed and for the next questions: the same wherever an answer stands. */
export function nextButtons(answer: Answer, more: readonly (SlackButton | null)[] = []): SlackBlock[] {
  const switches = answer.switches.map((s, i) =>
    questionButton(ACTIONS.change, `Instead: ${s.label}`, s.question, i),
  );
  const next = answer.suggestions.map((s, i) => questionButton(ACTIONS.ask, s.label, s.question, i));
  return [...actionRow(switches), ...actionRow([...next, ...more])];
}

function buttons(answer: Answer, audience: Audience, asked: Asked): SlackBlock[] {
  const csv = answer.series.length > 1 ? questionButton(ACTIONS.csv, 'CSV', asked.question) : null;
  const share =
    audience.kind === 'private' && answer.status === 'answered'
      ? questionButton(ACTIONS.share, 'Share in channel', asked.question)
      : null;
  return nextButtons(answer, [csv, share && { ...share, style: 'primary' }]);
}

/** Whether the answer helped; a shared answer was judged where it was asked. */
function feedback(asked: Asked): SlackBlock[] {
  if (asked.question === '' || asked.question.length > LIMITS.buttonValue - 2) return [];
  const button = (
    text: string,
    mark: string,
  ): { text: { type: 'plain_text'; text: string }; value: string } => ({
    text: { type: 'plain_text', text },
    value: `${mark} ${asked.question}`,
  });
  return [
    {
      type: 'context_actions',
      elements: [
        {
          type: 'feedback_buttons',
          action_id: ACTIONS.feedback,
          positive_button: button('Good answer', '+'),
          negative_button: button('Bad answer', '-'),
        },
      ],
    },
  ];
}

/** Who asked what, above an answer that others see, and the document below it. */
function frame(
  base: FactBase,
  audience: Audience,
  asked: Asked,
): { above: SlackBlock[]; below: SlackBlock[] } {
  if (audience.kind !== 'shared') return { above: [], below: [] };
  return {
    above: [context(`<@${audience.by}> asked: ${escaped(asked.question, MOST_QUESTION)}`)],
    below: [context(escaped(documentLine(base)))],
  };
}

/** The document by issuer, title and date: what somebody who reads a shared figure has to know. */
export const documentLine = (base: FactBase): string => `${base.document.issuer.name}, ${titleLine(base)}`;

/** The document by title and date, where its issuer stands above. */
export const titleLine = (base: FactBase): string =>
  `${base.document.title}, ${dateText(base.document.date)}`;

/** The blocks of an answer itself, without what surrounds it in a message: also for a modal, which takes no tables. */
export function answerBlocks(base: FactBase, answer: Answer, surface: 'message' | 'modal'): SlackBlock[] {
  const table = surface === 'message' ? tableOf(base, answer) : null;
  const chart = surface === 'message' ? chartOf(base, answer) : null;
  const lines = linesBeside(answer, table !== null).map((line, i) =>
    lineMrkdwn(base, line, answer.unit, i === 0),
  );
  const notes = answer.notes.map((note) => `_Note:_ ${lineMrkdwn(base, note, answer.unit)}`);
  return [
    ...header(base, answer),
    ...reading(base, answer),
    ...sectionOf(lines),
    ...(chart ? [chart] : []),
    ...(table ? [table] : []),
    ...sectionOf(notes),
    ...sources(base, answer),
  ];
}

/**
 * An answer as a Slack message: the figure large, how the question was read, the comparison, table and chart, notes,
 * sources, and what can be pressed. `text` carries the whole answer for notifications, screen readers, and for when
 * Slack refuses the blocks.
 */
export function answerMessage(
  base: FactBase,
  answer: Answer,
  audience: Audience,
  asked: Asked,
): SlackMessage {
  const { above, below } = frame(base, audience, asked);
  const shared = audience.kind === 'shared';
  return {
    text: messageText(base, answer, audience, asked),
    blocks: [
      ...above,
      ...answerBlocks(base, answer, 'message'),
      ...choiceRows(answer.choices),
      ...below,
      ...buttons(answer, audience, asked),
      ...(shared ? [] : feedback(asked)),
    ],
  };
}

/** A private answer that its asker has shared: it can't be shared twice. */
export function sharedMessage(base: FactBase, answer: Answer, asked: Asked): SlackMessage {
  const { text, blocks } = answerMessage(base, answer, { kind: 'thread' }, asked);
  return { text, blocks: [...blocks, context('_Shared in this channel._')] };
}

function messageText(base: FactBase, answer: Answer, audience: Audience, asked: Asked): string {
  const text = escaped(toText(base, answer), LIMITS.messageText - 1_000);
  if (audience.kind !== 'shared') return text;
  return `<@${audience.by}> asked: ${escaped(asked.question, MOST_QUESTION)}\n${text}\n${escaped(documentLine(base))}`;
}
