import { examplesOf, type FactBase } from '../../../facts/base.ts';
import { escaped } from '../../../render/slack/mrkdwn.ts';
import { titleLine } from '../../../render/slack/message.ts';
import type { SlackBlock, SlackHome } from '../../../render/slack/schema.ts';
import { browseRow, example, heading, paragraph, small } from './parts.ts';

/** The kinds of question that the home tab shows, all but small talk. */
const SHOWN = [
  'lookup',
  'change',
  'compare',
  'trend',
  'rank',
  'ratio',
  'share',
  'aggregate',
  'target',
  'explain',
  'define',
  'list',
  'source',
  'check',
];

const HOW_TO_READ = [
  '*Large*: the figure. It is printed in the document, or computed from printed figures; then it says so and shows how.',
  '*Read as*: metric, segment, period and comparison as understood. What you did not say and was _assumed_ has a button that changes it.',
  '*Note*: what to know before you quote the figure.',
  '*Source*: the sections to look it up in.',
  'A figure that the document does not print is declined, never guessed.',
];

/** The home tab: which document is loaded, what can be asked, and how an answer is read. */
export function homeView(base: FactBase, command: string): SlackHome {
  const metrics = new Set(base.facts.map((f) => f.metric)).size;
  const counts = `${base.facts.length} printed figures of ${metrics} metrics in ${base.sections.size} sections`;
  const sections = [...base.sections.values()].map((s) => `*${escaped(s.id)}*  ${escaped(s.title)}`);
  const blocks: SlackBlock[] = [
    heading(base.document.issuer.name),
    paragraph(`${escaped(titleLine(base))}\n${counts}`),
    browseRow('primary'),
    { type: 'divider' },
    heading('What you can ask'),
    small(`Here, with \`${escaped(command)} QUESTION\` anywhere, or by a mention in a channel.`),
    ...examplesOf(base, SHOWN).map((e, i) => example(e.question, i, `\n${escaped(e.does)}`)),
    { type: 'divider' },
    heading('How to read an answer'),
    paragraph(HOW_TO_READ.join('\n')),
    { type: 'divider' },
    heading('Sections of the document'),
    paragraph(sections.join('\n')),
  ];
  return { type: 'home', blocks };
}
