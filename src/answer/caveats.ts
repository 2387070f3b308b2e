import type { FactBase } from '../facts/base.ts';
import type { Figure, Line } from '../model/answer.ts';
import { startsIn } from '../model/period.ts';
import type { Caveat } from '../resolve/outcome.ts';
import { routesTo } from '../resolve/level.ts';
import { computedIn, rangeNote } from './arithmetic.ts';
import { figure, line, longPeriod, shortPeriod, typed } from './parts.ts';
import { amount } from '../resolve/figure.ts';

/** What the user must know about the fit between the question and what is printed. */
export function caveatLine(base: FactBase, c: Caveat): Line | null {
  switch (c.kind) {
    case 'cumulative':
      return line(
        'The single quarter ',
        shortPeriod(c.asked),
        ' is not printed for this figure; given is the cumulative figure, ',
        longPeriod(c.given),
        '.',
      );
    case 'target-only':
      return line(
        'This is a target or plan, not an actual figure; the document prints no actual one for that period.',
      );
    case 'read-as':
      return line('Read "', typed(c.typed), '" as "', typed(c.read), '".');
    case 'carried':
      return line('Carried over from before: ', c.what.join(', '), '.');
    case 'fiscal-year':
      return line(
        `Years are fiscal years that start in ${startsIn(base.calendar.startMonth)}`,
        base.document['fiscal-year-named-for'] === 'end'
          ? ' and are called by the year in which they end.'
          : '.',
      );
    case 'no-verdict':
      return line('The statement says several things; compare each with the figures above.');
    case 'asked':
      return null;
    case 'full-year-target':
      return line('Targets are given for the full year only: ', longPeriod(c.given), '.');
    case 'undated':
      return line('The document prints these amounts without their periods.');
    case 'stock-date':
      return line('Taken at ', longPeriod(c.period), '.');
  }
}

/** Where a printed change and the one that the levels give differ by rounding. */
export function roundingNote(
  printed: Figure | null,
  before: Figure | null,
  after: Figure | null,
): Line | null {
  if (!printed || printed.derivation || !before || !after || before.derivation || after.derivation)
    return null;
  if (printed.unit !== after.unit || typeof printed.value === 'string') return null;
  const step = amount(after).minus(amount(before));
  if (step.eq(printed.value) || before.decimals !== printed.decimals || after.decimals !== printed.decimals)
    return null;
  const computed: Figure = { ...printed, value: step, derivation: null };
  return line(
    'Printed: ',
    figure(printed, 'signed'),
    '; the rounded levels give ',
    figure(computed, 'signed'),
    '.',
  );
}

/** Notes on a computed figure: its range and a second route that confirms it. */
export function computedNotes(base: FactBase, f: Figure): Line[] {
  const [outer] = computedIn(f);
  if (!outer || f.measure !== 'level' || f.against !== '') return [];
  const range = rangeNote(f);
  const other =
    f.scenario === 'actual'
      ? routesTo(base, f).find(
          (r) =>
            r.facts.join() !== f.facts.join() &&
            typeof r.value !== 'string' &&
            typeof f.value !== 'string' &&
            r.value.eq(f.value),
        )
      : undefined;
  const second = other ? line('A second route through other printed figures gives the same.') : null;
  return [range, second].filter((l) => l !== null);
}
