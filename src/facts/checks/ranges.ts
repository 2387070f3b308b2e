import type { Fact } from '../../model/fact.ts';
import { partsOf, type Period, quartersOf, spell } from '../../model/period.ts';
import { type Cell, type FactBase, printings } from '../base.ts';
import { type Interval, intervalOf, negated, sum } from '../interval.ts';
import { againstOf } from '../reference.ts';

/** The cell of a fact. */
export function cellOf(fact: Fact): Cell {
  const { metric, segment, period, measure, scenario, unit } = fact;
  return { metric, segment, period, measure, against: againstOf(fact), scenario, unit };
}

/** The level that a cell is about. */
export const levelOf = (cell: Cell, unit = cell.unit): Cell => ({
  ...cell,
  measure: 'level',
  against: '',
  unit,
});

/** Whether figures of this cell add up: amounts and counts do, percentages and points don't. */
export const addsUp = (cell: Cell): boolean =>
  (cell.unit === 'JPY' || cell.unit === 'count') && cell.measure !== 'share';

/** What the finest printing of a cell can stand for; null where nothing is printed that arithmetic can use. */
export function printedRange(base: FactBase, cell: Cell): Interval | null {
  const [finest] = printings(base, cell);
  return finest ? intervalOf(finest) : null;
}

/** What a cell can be: as printed, else from what its metric is made of, else from the parts of its period. */
export function rangeOf(
  base: FactBase,
  cell: Cell,
  passed: ReadonlySet<string> = new Set(),
): Interval | null {
  if (passed.has(cell.metric)) return null;
  return printedRange(base, cell) ?? identityRange(base, cell, passed) ?? spanRange(base, cell);
}

/** The signed sum of what a cell's metric `is`, in the same segment and period; null when a term is missing. */
export function identityRange(
  base: FactBase,
  cell: Cell,
  passed: ReadonlySet<string> = new Set(),
): Interval | null {
  const terms = base.metrics.get(cell.metric)?.is;
  if (!terms || !addsUp(cell)) return null;
  const path = new Set([...passed, cell.metric]);
  return sum(
    terms.map((term) => {
      const range = rangeOf(base, { ...cell, metric: term.replace(/^-/, '') }, path);
      return range && term.startsWith('-') ? negated(range) : range;
    }),
  );
}

/** The ways in which a fiscal period is made of shorter ones. */
export function partitionsOf(period: Period): Period[][] {
  const parts = partsOf(period);
  const quarters = quartersOf(period);
  if (quarters.length < 2) return [];
  if (parts.kind !== 'year' && parts.kind !== 'nine-months') return [quarters];
  const { fy } = parts;
  const half = (n: number): Period => spell({ kind: 'half', fy, half: n });
  const quarter = (n: number): Period => spell({ kind: 'quarter', fy, quarter: n });
  if (parts.kind === 'nine-months') return [quarters, [half(1), quarter(3)]];
  return [quarters, [half(1), half(2)], [spell({ kind: 'nine-months', fy }), quarter(4)]];
}

/** The sum of a flow over some periods, as far as all are printed. */
export function sumOver(base: FactBase, cell: Cell, periods: readonly Period[]): Interval | null {
  if (cell.measure !== 'level' || !addsUp(cell) || base.metrics.get(cell.metric)?.nature !== 'flow')
    return null;
  return sum(periods.map((period) => printedRange(base, { ...cell, period })));
}

function spanRange(base: FactBase, cell: Cell): Interval | null {
  return (
    partitionsOf(cell.period)
      .map((periods) => sumOver(base, cell, periods))
      .find((total) => total !== null) ?? null
  );
}
