import { examplesOf, type FactBase } from '../../../facts/base.ts';
import { documentLine } from '../../../render/slack/message.ts';
import { escaped } from '../../../render/slack/mrkdwn.ts';
import type { SlackMessage } from '../../../render/slack/schema.ts';
import { browseRow, example, heading, paragraph, small } from './parts.ts';

/** The kinds of question that help shows, by intent. */
const SHOWN = ['lookup', 'change', 'trend', 'explain', 'target', 'check'];

/** What the command can do, with examples to press. */
export function helpMessage(base: FactBase, command: string): SlackMessage {
  const examples = examplesOf(base, SHOWN);
  const uses = [
    [`${command} QUESTION`, 'a private answer, which you can share'],
    [`${command} ! QUESTION`, 'the answer for all in the channel (or --public)'],
    [`${command} metrics [WORDS]`, 'the metrics, or those with a name near the words'],
    [`${command} sources [SECTION]`, 'the sections, or what one of them prints'],
    [
      `${command} check TEXT`,
      'whether the document supports the figures in a text; for a message: _Check figures_ in its menu',
    ],
    [`${command} browse`, 'choose metric, segment and period from lists'],
  ].map(([use = '', does = '']) => `\`${escaped(use)}\`  ${does}`);
  const name = escaped(base.document['display-name']);
  return {
    text: [
      `${name} answers questions about ${escaped(documentLine(base))}.`,
      ...uses,
      'Examples:',
      ...examples.map((e) => `  ${escaped(e.question)}`),
    ].join('\n'),
    blocks: [
      heading(`Ask about ${base.document.issuer.short}'s results`),
      small(escaped(documentLine(base))),
      ...examples.map((e, i) => example(e.question, i)),
      paragraph(uses.join('\n')),
      small(
        `Mention ${name} in a channel and it answers in the thread; there, and in a direct message, questions follow up on each other ("and a year before?", "why?").`,
      ),
      browseRow(),
    ],
  };
}
