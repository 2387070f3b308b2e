import type { FactBase } from '../facts/base.ts';
import type { Answer, Line, Part } from '../model/answer.ts';
import { describePeriod, shortPeriod } from '../model/period.ts';
import type { OutputUnit } from '../model/query.ts';
import { figureText } from './number.ts';

/** One part as text. */
export function partText(base: FactBase, part: Part, unit: OutputUnit | null): string {
  switch (part.t) {
    case 'words':
    case 'label':
    case 'typed':
      return part.text;
    case 'figure':
      return figureText(part.figure, part.as, unit);
    case 'period':
      return part.as === 'long'
        ? describePeriod(part.period, base.calendar.startMonth)
        : shortPeriod(part.period);
    case 'ordinal':
      return String(part.n);
    case 'section':
      return part.id;
  }
}

/** A line as text: the join of its parts. */
export function lineText(base: FactBase, line: Line, unit: OutputUnit | null = null): string {
  return line.map((p) => partText(base, p, unit)).join('');
}

/** What was not said but assumed, behind the reading: " (assumed: period)". */
const assumedText = (slots: readonly string[]): string =>
  slots.length === 0 ? '' : ` (assumed: ${slots.join(', ')})`;

/** How many next questions the text names; a surface with buttons shows them all. */
const MOST_NEXT = 3;

/** The whole answer as plain text: headline and lines, reading, notes, sources, what to ask next. */
export function toText(base: FactBase, answer: Answer): string {
  const unit = answer.unit;
  const text = (l: Line): string => lineText(base, l, unit);
  const next = answer.suggestions.slice(0, MOST_NEXT).map((s) => s.question);
  const sources = answer.sections.map((id) => `${id} ${base.sections.get(id)?.title ?? ''}`.trim());
  return [
    ...answer.lines.map(text),
    ...answer.choices.map((c, i) => `  ${i + 1}. ${c.label}`),
    ...(answer.reading.length > 0 ? [`Read as: ${text(answer.reading)}${assumedText(answer.assumed)}`] : []),
    ...answer.notes.map((n) => `Note: ${text(n)}`),
    ...(sources.length > 0 ? [`Sources: ${sources.join('; ')}`] : []),
    ...(next.length > 0 ? [`Next: ${next.join(' | ')}`] : []),
  ].join('\n');
}
