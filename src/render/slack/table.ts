import type { FactBase } from '../../facts/base.ts';
import type { Answer, Entry } from '../../model/answer.ts';
import { figureText, shownNumber } from '../number.ts';
import { LIMITS } from './limits.ts';
import { plainText } from './mrkdwn.ts';
import type { SlackBlock } from './schema.ts';
import { commonUnit, titleOf } from './series.ts';

export type DataTable = Extract<SlackBlock, { type: 'data_table' }>;
type Cell = DataTable['rows'][number][number];

/** Slack loses a message over an empty cell. */
const NOTHING = '—';
/** Rows on a page: a document's quarters fit without paging. */
const PAGE = 10;

const text = (value: string): Cell => ({
  type: 'raw_text',
  text: value === '' ? NOTHING : plainText(value, LIMITS.field),
});

function valueCell(entry: Entry, unit: Answer['unit'], shared: string | null): Cell {
  const { figure } = entry;
  const value =
    shared === null && typeof figure.value !== 'string' ? figure.value.toNumber() : shownNumber(figure, unit);
  const as = figure.measure === 'change' ? 'signed' : shared === null ? 'full' : 'bare';
  const shown = figureText(figure, as, unit);
  return value === null ? text(shown) : { type: 'raw_number', value, text: shown };
}

/** Whether rows differ by their period alone, so that it names them. */
const ofPeriods = (entries: readonly Entry[]): boolean =>
  new Set(entries.map((e) => `${e.figure.metric} ${e.figure.segment}`)).size === 1;

/**
 * The figures of a trend, ranking or comparison as a table with true numbers, so that Slack sorts them as numbers:
 * in the unit of the heading, or in base units where the figures count different things. Null for fewer than two.
 */
export function tableOf(base: FactBase, answer: Answer): DataTable | null {
  const entries = answer.series.slice(0, LIMITS.tableRows - 1);
  if (entries.length < 2) return null;
  const shared = commonUnit(entries, answer.unit);
  const ranked = answer.intent === 'rank';
  const marked = entries.some((e) => e.mark !== '');
  const heading = [
    ...(ranked ? ['Rank'] : []),
    ofPeriods(entries) ? 'Period' : 'Figure',
    shared ?? 'Value',
    ...(marked ? ['Mark'] : []),
    'Section',
  ];
  const rows = entries.map((entry, i): Cell[] => [
    ...(ranked ? [{ type: 'raw_number' as const, value: i + 1, text: String(i + 1) }] : []),
    text(entry.label),
    valueCell(entry, answer.unit, shared),
    ...(marked ? [text(entry.mark)] : []),
    text(entry.figure.sections.map((id) => base.sections.get(id)?.id ?? id).join(', ')),
  ]);
  return {
    type: 'data_table',
    caption: titleOf(base, entries, LIMITS.field),
    page_size: PAGE,
    row_header_column_index: ranked ? 1 : 0,
    rows: [heading.map(text), ...rows],
  };
}
