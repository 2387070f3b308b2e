import type { FactBase } from '../facts/base.ts';
import { metricOf, segmentOf } from '../facts/base.ts';
import type { Answer, Figure } from '../model/answer.ts';
import { figureText } from './number.ts';

const HEADING = [
  'metric',
  'segment',
  'period',
  'kind',
  'scenario',
  'value',
  'unit',
  'shown',
  'derived',
  'sections',
];

/** A field as RFC 4180 has it: quoted where it holds a comma, a quote or a line break. */
const field = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A label from the data that no spreadsheet takes for a formula. */
const inert = (label: string): string => (/^[=+\-@\t\r]/.test(label) ? `'${label}` : label);

/** Rows as the text of a CSV file. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `${rows.map((r) => r.map(field).join(',')).join('\r\n')}\r\n`;

function row(base: FactBase, figure: Figure, unit: Answer['unit']): string[] {
  return [
    inert(metricOf(base, figure.metric).label),
    inert(segmentOf(base, figure.segment).label),
    figure.period,
    figure.measure === 'level' ? 'level' : `${figure.measure} ${figure.against}`.trim(),
    figure.scenario,
    typeof figure.value === 'string' ? figure.value : figure.value.toFixed(),
    figure.unit,
    figureText(figure, 'full', unit),
    figure.derivation ? 'computed' : 'printed',
    figure.sections.join(' '),
  ];
}

/** The figures that a comparison of several shows: its series, else all of the answer. */
const figuresOf = (answer: Answer): readonly Figure[] =>
  answer.series.length > 0 ? answer.series.map((e) => e.figure) : answer.figures;

/** An answer's figures as CSV (RFC 4180), values in base units; a heading and one line for each figure. */
export function toCsv(base: FactBase, answer: Answer): string {
  return csvOf([HEADING, ...figuresOf(answer).map((f) => row(base, f, answer.unit))]);
}

/** A file name that says what is inside: "revenue-atm.csv". */
export function csvName(answer: Answer): string {
  const figures = figuresOf(answer);
  const names = [...new Set(figures.flatMap((f) => [f.metric, f.segment]))];
  return `${names.slice(0, 4).join('-') || 'figures'}.csv`;
}
