import type { FactBase } from '../facts/base.ts';
import type { Draft } from './claim.ts';
import type { Carry } from './carry.ts';
import { type Marked, marksOf, markSentence } from './marks.ts';
import { type Subject, subjectsOf } from './subjects.ts';
import { baseIn, isRelative, isTime } from './times.ts';

interface Cell {
  start: number;
  end: number;
}

/** Lines of cells parted by bars or tabs. The first row heads the columns. */
export interface Table {
  start: number;
  end: number;
  rows: readonly (readonly Cell[])[];
}

const RULE = /^[\s|:+-]*$/;

function cellsIn(text: string, start: number, end: number): Cell[] {
  const line = text.slice(start, end);
  const separator = line.includes('|') ? '|' : '\t';
  const cells: Cell[] = [];
  let at = 0;
  for (const part of line.split(separator)) {
    cells.push({ start: start + at, end: start + at + part.length });
    at += part.length + 1;
  }
  const filled = (c: Cell | undefined): boolean =>
    c !== undefined && text.slice(c.start, c.end).trim() !== '';
  const outer = separator === '|' && /^\s*\|/.test(line);
  const body = outer ? cells.slice(1) : cells;
  return outer && !filled(body[body.length - 1]) ? body.slice(0, -1) : body;
}

/** The tables of a plain text: two or more lines of at least two cells each. */
export function findTables(text: string): Table[] {
  const tables: Table[] = [];
  let rows: Cell[][] = [];
  let start = 0;
  let at = 0;
  const close = (end: number): void => {
    if (rows.length >= 2) tables.push({ start, end, rows });
    rows = [];
  };
  for (const line of text.split('\n')) {
    const end = at + line.length;
    const isRow = /\|.*\|/.test(line) || /\S\t+\s*\S/.test(line);
    if (!isRow) close(at);
    else {
      if (rows.length === 0) start = at;
      if (!RULE.test(line)) rows.push(cellsIn(text, at, end));
    }
    at = end + 1;
  }
  close(text.length);
  return tables;
}

/** What a heading or a row's name says of the numbers under or behind it. */
interface Label {
  subject: Subject | null;
  period: Draft['period'];
  base: Draft['base'];
  change: boolean;
  percent: boolean;
  scale: number | null;
  scenario: Draft['scenario'];
  /** What really was, beside targets. */
  actual: boolean;
  whole: Subject | null;
}

const NONE: Label = {
  subject: null,
  period: null,
  base: null,
  change: false,
  percent: false,
  scale: null,
  scenario: null,
  actual: false,
  whole: null,
};
const SCALE: readonly (readonly [RegExp, number])[] = [
  [/\b(?:billions?|bn|b yen)\b/, 9],
  [/\b(?:oku)\b|億/, 8],
  [/\b(?:millions?|mn|mm|m yen|mil)\b|百万/, 6],
  [/\b(?:thousands?|000s|k yen)\b|千円/, 3],
];

/** "Revised" and "Initial" as headings tell of targets. */
function scenarioAlone(text: string): Draft['scenario'] {
  if (/^\s*(?:initial|original|previous|old|first)(?: plan)?\s*$/.test(text)) return 'initial';
  return /^\s*(?:revised|new|current|updated|latest)(?: plan)?\s*$/.test(text) ? 'revised' : null;
}

function labelOf(base: FactBase, text: string, typed: string): Label {
  const sentence = markSentence(base, text, typed);
  const subjects = subjectsOf(base, sentence);
  const times = sentence.marks.filter(isTime);
  const of = /(?:%|percent|ratio|share)\s+(?:of|to)\s/.test(text);
  const period = times.find((t) => t.kind === 'period' && !isRelative(t.said));
  return {
    subject: of ? null : (subjects[0] ?? null),
    period: period?.kind === 'period' ? period.said : null,
    base: baseIn(times),
    change:
      /\b(?:changes?|chg|diff(?:erence)?|growth|increase|decrease|delta|variance|movement)\b|[+]\/-/.test(
        text,
      ) || times.some((t) => t.kind === 'base'),
    percent: /%|\bpercent|\bratio\b|\bmargin %/.test(text),
    scale: SCALE.find(([p]) => p.test(text))?.[1] ?? null,
    scenario: marksOf(sentence, 'scenario').at(-1)?.scenario ?? scenarioAlone(text),
    actual: /\bactuals?\b/.test(text),
    whole: of ? (subjects[0] ?? null) : null,
  };
}

/** The claims of a table: each numeral of a cell, with what its row, its column, the corner and the text before say. */
export function draftsInTable(
  base: FactBase,
  table: Table,
  plain: string,
  lower: string,
  carry: Carry,
): Draft[] {
  const [head = [], ...body] = table.rows;
  const label = (c: Cell | undefined): Label =>
    c ? labelOf(base, lower.slice(c.start, c.end), plain.slice(c.start, c.end)) : NONE;
  const columns = head.map(label).reduce<Label[]>((all, c) => [...all, leaning(c, all)], []);
  const corner = columns[0] ?? NONE;
  return body.flatMap((cells) => {
    const row = label(cells[0]);
    return cells.slice(1).flatMap((cell, i) => {
      const column = columns[i + 1] ?? NONE;
      return draftsInCell(base, cell, { row, column, corner, columns, carry }, plain, lower);
    });
  });
}

/** A column "YoY" without a name of its own tells of the column before it. */
function leaning(column: Label, before: readonly Label[]): Label {
  const last = before.slice(1).pop();
  if (!column.change || column.subject !== null || last === undefined) return column;
  return { ...column, subject: last.subject, period: column.period ?? (last.change ? last.period : null) };
}

interface Place {
  row: Label;
  column: Label;
  corner: Label;
  columns: readonly Label[];
  carry: Carry;
}

function draftsInCell(base: FactBase, cell: Cell, place: Place, plain: string, lower: string): Draft[] {
  const { row, column, corner, columns, carry } = place;
  const sentence: Marked = markSentence(
    base,
    lower.slice(cell.start, cell.end),
    plain.slice(cell.start, cell.end),
  );
  const change = column.change || row.change;
  const dated = columns.map((c) => c.period).filter((p) => p !== null);
  const span =
    change && column.period === null && column.base === null && row.base === null && dated.length >= 2;
  const [first, last] = [dated[0] ?? null, dated[dated.length - 1] ?? null];
  const subject = merged(merged(row.subject, column.subject), corner.subject) ?? carry.subject;
  const whole = column.whole ?? row.whole;
  return marksOf(sentence, 'numeral').map(({ numeral, start, end }): Draft => {
    const percent = numeral.unit === 'percent' || (numeral.unit === null && (column.percent || row.percent));
    const read = {
      ...numeral,
      unit: percent ? ('percent' as const) : numeral.unit,
      sign: numeral.sign ?? (change ? ('plus' as const) : null),
      bare: false,
    };
    return {
      start: cell.start + start,
      end: cell.start + end,
      numeral: read,
      scale: numeral.scaled || percent ? null : (column.scale ?? row.scale ?? corner.scale),
      kind: change || (percent && numeral.sign === 'plus') ? 'change' : percent ? 'share' : 'level',
      hedge: 'exact',
      movement: null,
      negated: false,
      subject,
      context: carry.heading ?? carry.subject,
      contextLeads: carry.heading !== null,
      period: span ? last : (column.period ?? row.period ?? corner.period ?? carry.period),
      periodSaid: true,
      base: span && first !== null ? { kind: 'period', said: first } : (column.base ?? row.base),
      scenario: column.actual || row.actual ? null : (column.scenario ?? row.scenario ?? corner.scenario),
      whole,
      foreign: row.subject || column.subject || corner.subject ? [] : ['?'],
      innocent: false,
    };
  });
}

/** What two labels say together: the first one's names, filled up with the second one's. */
function merged(a: Subject | null, b: Subject | null): Subject | null {
  if (!a || !b) return a ?? b;
  return {
    ...a,
    metrics: a.metrics.length > 0 ? a.metrics : b.metrics,
    segment: a.segment ?? b.segment,
    loss: a.loss || b.loss,
  };
}
