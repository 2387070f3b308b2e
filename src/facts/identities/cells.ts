import { CONSOLIDATED, type Fact, type Metric, type Unit } from '../../model/fact.ts';
import { partsOf, type Period, quartersOf, spell } from '../../model/period.ts';
import { type Cell, cellKey, type FactBase, printings } from '../base.ts';
import { intervalOf } from '../interval.ts';
import { againstOf } from '../reference.ts';
import type { Expression, Printed } from './expression.ts';

/** Where the figure of a cell is taken from; null where there is none that arithmetic can use. */
export type Source = (cell: Cell) => Expression | null;

/** The cell of a fact; a share that the vocabulary knows as a ratio is that ratio. */
export function cellOf(base: FactBase, fact: Fact): Cell {
  const { metric, segment, period, measure, scenario, unit } = fact;
  const cell: Cell = { metric, segment, period, measure, against: againstOf(fact), scenario, unit };
  const ratio = measure === 'share' ? ratioOver(base, metric, cell.against) : undefined;
  return ratio ? { ...levelOf(cell, 'percent'), metric: ratio.id } : cell;
}

/** The level that a cell is about. */
export const levelOf = (cell: Cell, unit: Unit = cell.unit): Cell => ({
  ...cell,
  measure: 'level',
  against: '',
  unit,
});

/** The unit of a metric's levels; null for one without figures. */
export function unitOf(base: FactBase, metric: string): Unit | null {
  const unit = base.metrics.get(metric)?.unit;
  return unit === undefined || unit === 'text' ? null : unit;
}

/** Whether figures of this cell add up: amounts and counts do, percentages and points don't. */
export const addsUp = (cell: Pick<Cell, 'unit' | 'measure'>): boolean =>
  (cell.unit === 'JPY' || cell.unit === 'count') && cell.measure !== 'share';

/** The ratio in percent of one metric to another, where the vocabulary has a name for it. */
function ratioOver(base: FactBase, metric: string, whole: string): Metric | undefined {
  return base.indexes.ratios.get(`${metric} ${whole}`)?.find((m) => m.unit === 'percent');
}

/** The cell of one metric in percent of another of the same segment, whether it is printed as a ratio or as a share. */
export function ratioCell(base: FactBase, level: Cell, whole: string): Cell {
  const ratio = ratioOver(base, level.metric, whole);
  const cell = { ...level, unit: 'percent' } as const;
  return ratio
    ? { ...cell, metric: ratio.id, measure: 'level', against: '' }
    : { ...cell, measure: 'share', against: whole };
}

/** The metric and segment that a share is of: a segment's part is held against the group, else one metric against another. */
export function wholeOf(share: Cell): Pick<Cell, 'metric' | 'segment'> {
  const { against, metric, segment } = share;
  return { metric: against, segment: against === metric ? CONSOLIDATED : segment };
}

/** The printings of a cell that arithmetic can use, the finest first, those as a share among them. */
function usable(base: FactBase, cell: Cell): Fact[] {
  return everyPrinting(base, cell).filter((f) => intervalOf(f) !== null);
}

/** All printings of a cell, the finest first, those as a share among them. */
export function everyPrinting(base: FactBase, cell: Cell): readonly Fact[] {
  const pair = cell.measure === 'level' ? base.metrics.get(cell.metric)?.ratio : undefined;
  const own = printings(base, cell);
  if (!pair) return own;
  const shares = printings(base, { ...cell, metric: pair[0], measure: 'share', against: pair[1] });
  return shares.length === 0 ? own : [...own, ...shares].sort((a, b) => b.decimals - a.decimals);
}

function printedOf(cell: Cell, list: readonly Fact[]): Printed | null {
  const [fact] = list;
  if (!fact) return null;
  const facts = list.filter((f) => f.decimals === fact.decimals && sameValue(f, fact));
  return { op: 'printed', cell, fact, facts };
}

const sameValue = (a: Fact, b: Fact): boolean =>
  typeof a.value === 'string' || typeof b.value === 'string' ? a.value === b.value : a.value.eq(b.value);

/** The finest printing of a cell. */
export function finest(base: FactBase, cell: Cell): Printed | null {
  return printedOf(cell, usable(base, cell));
}

/** The printing of a cell in one section. */
export function printedIn(base: FactBase, cell: Cell, section: string): Printed | null {
  const list = usable(base, cell);
  const own = list.find((f) => f.sections.includes(section));
  return own ? printedOf(cell, [own, ...list.filter((f) => f !== own)]) : null;
}

/** The sections that print a cell, in the document's order. */
export const sectionsOf = (base: FactBase, cell: Cell): string[] => [
  ...new Set(usable(base, cell).flatMap((f) => f.sections)),
];

/** The cells of all facts, each once, in the document's order. */
export function cellsOf(base: FactBase): Cell[] {
  const cells = new Map<string, Cell>();
  for (const fact of base.facts) {
    const cell = cellOf(base, fact);
    const key = cellKey(cell);
    if (!cells.has(key)) cells.set(key, cell);
  }
  return [...cells.values()];
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
