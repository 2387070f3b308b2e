import type { Metric } from '../../model/fact.ts';
import { parsePeriod, type Period, spell } from '../../model/period.ts';
import { type Cell, cellKey, type FactBase, factsOf } from '../base.ts';
import { addsUp, cellsOf, levelOf, partitionsOf, ratioCell, unitOf } from './cells.ts';
import type { IdentityKind } from './identity.ts';

/** A sum that the vocabulary or the calendar says, printed or not: left = constant + right. */
export interface Equation {
  kind: IdentityKind;
  how: string;
  left: Cell;
  right: readonly { times: 1 | -1; cell: Cell }[];
  constant: number;
}

/** Every sum that could hold between cells near what is printed, each once. */
export function equationsOf(base: FactBase): Equation[] {
  const cells = cellsOf(base);
  const grounds = distinct(groundsOf(base, cells), cellKey);
  const formulas = formulasOf(base);
  const across = grounds.flatMap((at) => [...sums(formulas, at), ...splits(base, at)]);
  const met = distinct([...grounds, ...across.flatMap(cellsIn)], cellKey);
  const near = new Set(grounds.map(cellKey));
  const equations = [
    ...across,
    ...met.flatMap((at) => periods(base, at, near)),
    ...cells.flatMap((cell) => changes(base, cell)),
    ...cells.flatMap((cell) => margins(base, cell)),
  ];
  return distinct(equations, (e) => cellsIn(e).map(cellKey).join(' '));
}

const cellsIn = ({ left, right }: Equation): Cell[] => [left, ...right.map((r) => r.cell)];

function distinct<T>(list: readonly T[], key: (item: T) => string): T[] {
  return [...new Map(list.map((item) => [key(item), item])).values()];
}

/** The cells that a sum may be about: those printed, and the levels on both sides of a printed change. Only what adds up. */
function groundsOf(base: FactBase, cells: readonly Cell[]): Cell[] {
  return cells.flatMap((cell) => {
    const unit = unitOf(base, cell.metric);
    if (unit === null || !addsUp({ unit, measure: 'level' })) return [];
    const before = earlierLevel(cell, unit);
    return [levelOf(cell, unit), ...(before ? [before] : []), ...(addsUp(cell) ? [cell] : [])];
  });
}

const signOf = (term: string): 1 | -1 => (term.startsWith('-') ? -1 : 1);
const nameOf = (term: string): string => term.replace(/^-/, '');
const formulaOf = (terms: readonly string[]): string => terms.join(' + ').replaceAll('+ -', '- ');

/** The sums that a metric equals: what it is made of, and others that come to the same. */
const sumsOf = (metric: Pick<Metric, 'is' | 'equals'>): readonly (readonly string[])[] => [
  ...(metric.is ? [metric.is] : []),
  ...(metric.equals ?? []),
];

interface Formula {
  metric: string;
  terms: readonly string[];
}

/** The formulas by each of the metrics in them, in the vocabulary's order. */
function formulasOf(base: FactBase): Map<string, Formula[]> {
  const found = new Map<string, Formula[]>();
  for (const { id: metric, ...rest } of base.metrics.values()) {
    for (const terms of sumsOf(rest)) {
      for (const key of new Set([metric, ...terms.map(nameOf)])) {
        const list = found.get(key);
        if (list) list.push({ metric, terms });
        else found.set(key, [{ metric, terms }]);
      }
    }
  }
  return found;
}

/** Sums with a metric on either side, in the segment and period of a cell. */
function sums(formulas: ReadonlyMap<string, readonly Formula[]>, at: Cell): Equation[] {
  return (formulas.get(at.metric) ?? []).map(({ metric, terms }) => ({
    kind: 'sum',
    how: formulaOf(terms),
    left: { ...at, metric },
    right: terms.map((t) => ({ times: signOf(t), cell: { ...at, metric: nameOf(t) } })),
    constant: 0,
  }));
}

/** Splits with a segment on either side, in the metric and period of a cell. */
function splits(base: FactBase, at: Cell): Equation[] {
  return (base.indexes.wholes.get(at.segment) ?? []).flatMap((whole) =>
    (whole.splits ?? [])
      .filter(
        ({ parts, for: metrics }) => metrics.includes(at.metric) && [whole.id, ...parts].includes(at.segment),
      )
      .map(({ parts }) => ({
        kind: 'split',
        how: `the sum of ${parts.join(', ')}`,
        left: { ...at, segment: whole.id },
        right: parts.map((segment) => ({ times: 1, cell: { ...at, segment } })),
        constant: 0,
      })),
  );
}

/** A flow over a period is the sum of those over its parts, where something is printed about each of them. */
function periods(base: FactBase, at: Cell, near: ReadonlySet<string>): Equation[] {
  if (at.measure !== 'level' || base.metrics.get(at.metric)?.nature !== 'flow') return [];
  return partitionsOf(at.period)
    .filter((parts) => parts.every((period) => near.has(cellKey({ ...at, period }))))
    .map((parts) => ({
      kind: 'period',
      how: parts.join(' + '),
      left: at,
      right: parts.map((period) => ({ times: 1, cell: { ...at, period } })),
      constant: 0,
    }));
}

/** A printed change in an amount or in points is the level less the earlier level. */
function changes(base: FactBase, change: Cell): Equation[] {
  const unit = unitOf(base, change.metric);
  const from = earlierPeriod(change);
  if (unit === null || from === null) return [];
  const less = (later: Cell, what = ''): Equation => ({
    kind: 'change',
    how: `${what}${change.period} less ${from}`,
    left: change,
    right: [
      { times: 1, cell: later },
      { times: -1, cell: { ...later, period: from, scenario: 'actual' } },
    ],
    constant: 0,
  });
  const level = levelOf(change, unit);
  if (change.unit === unit || (change.unit === 'points' && unit === 'percent')) return [less(level)];
  if (change.unit !== 'points') return [];
  return wholesOf(base, change).map((whole) =>
    less(ratioCell(base, level, whole), `the share of ${whole} in `),
  );
}

/** The metrics that a metric's printed shares are of. */
function wholesOf(base: FactBase, { metric, segment }: Cell): string[] {
  const shares = factsOf(base, metric, segment).filter((f) => f.measure === 'share');
  return [...new Set(shares.flatMap((f) => f.base ?? []))];
}

/** Where a metric is a sum, so are the percentages of one whole: a margin is what the cost ratios leave of 100. */
function margins(base: FactBase, cell: Cell): Equation[] {
  const [numerator, whole] = base.metrics.get(cell.metric)?.ratio ?? [];
  if (numerator === undefined || whole === undefined) return [];
  if (cell.measure !== 'level' || cell.unit !== 'percent') return [];
  const metric = base.metrics.get(numerator);
  return (metric ? sumsOf(metric) : []).map((terms) => {
    const right = terms
      .filter((t) => nameOf(t) !== whole)
      .map((t) => ({ times: signOf(t), cell: ratioCell(base, { ...cell, metric: nameOf(t) }, whole) }));
    const constant = terms.filter((t) => nameOf(t) === whole).reduce((n, t) => n + 100 * signOf(t), 0);
    const of = terms.map((t) => (nameOf(t) === whole ? t.replace(whole, '100') : t));
    return { kind: 'ratio', how: `${formulaOf(of)} in percent of ${whole}`, left: cell, right, constant };
  });
}

/** The period that a change is counted from; null for other cells, and where none can be counted. */
function earlierPeriod(cell: Cell): Period | null {
  const parts = cell.measure === 'change' ? parsePeriod(cell.against) : null;
  return parts && spell(parts);
}

/** The level that a change is counted from: always the actual one. */
export function earlierLevel(change: Cell, unit: Cell['unit']): Cell | null {
  const period = earlierPeriod(change);
  return period && { ...levelOf(change, unit), period, scenario: 'actual' };
}
