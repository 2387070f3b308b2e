import { type FactBase, figureCounts, metricOf, segmentOf } from '../../../facts/base.ts';
import type { Fact, Metric, Section } from '../../../model/fact.ts';
import { CONSOLIDATED } from '../../../model/fact.ts';
import { LIMITS } from '../../../render/slack/limits.ts';
import { escaped, plainText } from '../../../render/slack/mrkdwn.ts';
import type { SlackBlock, SlackMessage } from '../../../render/slack/schema.ts';
import { heading, paragraph, small } from './parts.ts';

const PAGE = 15;

type SlackCell = Extract<SlackBlock, { type: 'data_table' }>['rows'][number][number];

const cell = (text: string): { type: 'raw_text'; text: string } => ({
  type: 'raw_text',
  text: text === '' ? '—' : plainText(text, LIMITS.field),
});
const count = (value: number): { type: 'raw_number'; value: number; text: string } => ({
  type: 'raw_number',
  value,
  text: String(value),
});

/** A figure as it is printed, with its value in base units, so that Slack sorts by it. */
function printed({ bound, printed: digits, value }: Fact): SlackCell {
  const text = `${bound === 'over' ? 'over ' : ''}${digits}`;
  return typeof value === 'string' ? cell(text) : { type: 'raw_number', value: value.toNumber(), text };
}

/** Metrics as a table: label, unit, how many figures are printed, and what else they are called. */
export function metricsMessage(base: FactBase, metrics: readonly Metric[], words: string): SlackMessage {
  if (metrics.length === 0) {
    const text = `No metric has a name near "${escaped(words, LIMITS.field)}".`;
    return { text, blocks: [paragraph(text)] };
  }
  const counts = figureCounts(base);
  const shown = metrics.slice(0, LIMITS.tableRows - 1);
  const table: SlackBlock = {
    type: 'data_table',
    caption: 'Metrics',
    page_size: PAGE,
    rows: [
      ['Metric', 'Unit', 'Printed', 'Also called'].map(cell),
      ...shown.map((m) => [
        cell(m.label),
        cell(m.unit),
        count(counts.get(m.id) ?? 0),
        cell(m.aliases.slice(0, 3).join(', ')),
      ]),
    ],
  };
  return {
    text: shown.map((m) => `${escaped(m.label)} (${m.unit}): ${counts.get(m.id) ?? 0} figures`).join('\n'),
    blocks: [heading(words === '' ? 'Metrics' : plainText(`Metrics near "${words}"`, LIMITS.header)), table],
  };
}

/** All sections by id and title. */
export function sectionsMessage(base: FactBase, command: string): SlackMessage {
  const lines = [...base.sections.values()].map((s) => `*${escaped(s.id)}*  ${escaped(s.title)}`);
  const more = `\`${escaped(command)} sources ${escaped([...base.sections.keys()][1] ?? '')}\` shows what one of them prints.`;
  return {
    text: `${lines.join('\n')}\n${more}`,
    blocks: [heading('Sections of the document'), paragraph(lines.join('\n')), small(more)],
  };
}

/** One section: what it covers, and the figures that it prints. */
export function sectionMessage(base: FactBase, section: Section): SlackMessage {
  const facts = base.facts.filter((f) => f.sections.includes(section.id));
  const rows = facts
    .slice(0, LIMITS.tableRows - 1)
    .map((f) => [
      cell(metricOf(base, f.metric).label),
      cell(f.segment === CONSOLIDATED ? '' : segmentOf(base, f.segment).label),
      cell(f.period),
      cell(
        [
          f.measure === 'level' ? '' : `${f.measure} ${f.base ?? ''}`,
          f.scenario === 'actual' ? '' : f.scenario,
        ]
          .filter((s) => s !== '')
          .join(', '),
      ),
      printed(f),
      cell(f.unit === 'JPY' ? `JPY${f.scale === 9 ? ' billion' : f.scale === 6 ? ' million' : ''}` : f.unit),
    ]);
  const table: SlackBlock[] =
    rows.length === 0
      ? []
      : [
          {
            type: 'data_table',
            caption: plainText(`Figures of ${section.id}`, LIMITS.field),
            page_size: PAGE,
            rows: [['Metric', 'Segment', 'Period', 'Kind', 'Printed', 'Unit'].map(cell), ...rows],
          },
        ];
  const title = `${section.id}  ${section.title}`;
  const lines = rows.map((r) =>
    r
      .map((c) => c.text)
      .filter((t) => t !== '—')
      .join(' · '),
  );
  return {
    text: escaped([title, section.covers, ...lines].join('\n'), LIMITS.messageText),
    blocks: [heading(plainText(title, LIMITS.header)), paragraph(escaped(section.covers)), ...table],
  };
}

/** There is no such section; here are those that there are. */
export function noSectionMessage(base: FactBase, name: string): SlackMessage {
  const text = `No section is called "${escaped(name, LIMITS.field)}"; there are ${[...base.sections.keys()].map((id) => escaped(id)).join(', ')}.`;
  return { text, blocks: [paragraph(text)] };
}
