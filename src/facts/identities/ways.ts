import { decimal } from '../../model/decimal.ts';
import { type Cell, cellKey, type FactBase } from '../base.ts';
import { addsUp, cellsOf, finest, levelOf, unitOf } from './cells.ts';
import { earlierLevel, type Equation, equationsOf } from './equations.ts';
import type { Expression, Part, Printed } from './expression.ts';
import { independent, type Row, solve, solvedFor, type Sum } from './solve.ts';

/** A level before a printed growth rate: known only through that rate. */
export interface BeforeGrowth {
  growth: Printed;
  level: Expression;
  /** What they give for the earlier level. */
  from: Expression;
}

/** What the sums of the vocabulary make of the printed figures. */
export interface Ways {
  /** The finest printing of a cell. */
  printed: ReadonlyMap<string, Printed>;
  relations: readonly Row[];
  /** Relations that also need an earlier level that only a growth rate gives. */
  throughGrowth: readonly Row[];
  beforeGrowth: ReadonlyMap<string, BeforeGrowth>;
  /** A cell as printed, else as the sum of printed ones. */
  known: (cell: Cell) => Expression | null;
  /** A printed cell as a sum of figures that are all printed more finely than itself; null where there is none. */
  finer: (key: string) => Sum | null;
}

/** Solves the sums of the vocabulary for a fact base. */
export function waysOf(base: FactBase): Ways {
  const equations = equationsOf(base);
  const printed = printedCells(base);
  const { relations, derive } = solve(equations, new Set(printed.keys()));
  const known = (cell: Cell): Expression | null => {
    const key = cellKey(cell);
    const sum = printed.get(key) ? null : derive(key);
    return printed.get(key) ?? (sum && sumExpression(sum, printed));
  };
  const beforeGrowth = levelsBeforeGrowth(base, printed, known);
  const more = solve(
    [...[...beforeGrowth.values()].map((b) => b.equation), ...equations],
    new Set([...printed.keys(), ...beforeGrowth.keys()]),
  );
  const through = more.relations.filter((r) => [...r.terms.keys()].some((key) => beforeGrowth.has(key)));
  const own = relations.filter((row) => printed.has(cellKey(row.equation.left)));
  const met = relations.filter((row) => !printed.has(cellKey(row.equation.left)));
  const told = [...own, ...independent(met, own)];
  return {
    printed,
    relations: told,
    throughGrowth: independent(through, told),
    beforeGrowth,
    known,
    finer: finerWays(printed, told),
  };
}

function printedCells(base: FactBase): Map<string, Printed> {
  const found = new Map<string, Printed>();
  for (const cell of cellsOf(base)) {
    const printed = finest(base, cell);
    if (printed) found.set(cellKey(cell), printed);
  }
  return found;
}

/** A sum of printed cells, what is added before what is taken away; the cell itself where it is one, once. */
export function sumExpression(
  { terms, constant }: Sum,
  printed: ReadonlyMap<string, Expression>,
): Expression | null {
  const parts: Part[] =
    constant === 0 ? [] : [{ times: 1, of: { op: 'constant', value: decimal(constant) } }];
  for (const [key, times] of terms) {
    const of = printed.get(key);
    if (!of) return null;
    parts.push({ times, of });
  }
  const [only, ...others] = parts;
  if (!only) return null;
  if (others.length === 0 && only.times === 1) return only.of;
  return { op: 'sum', parts: [...parts.filter((p) => p.times > 0), ...parts.filter((p) => p.times < 0)] };
}

/** For each printed cell the finest sum that it is, if finer than the cell itself, worked out when first asked for. */
function finerWays(printed: ReadonlyMap<string, Printed>, relations: readonly Row[]): Ways['finer'] {
  const found = new Map<string, Sum | null>();
  const byTerm = rowsByTerm(relations);
  const precision = (sum: Sum): number =>
    Math.min(...[...sum.terms.keys()].map((key) => printed.get(key)?.fact.decimals ?? -Infinity));
  const find = (key: string): Sum | null => {
    const own = printed.get(key)?.fact.decimals ?? Infinity;
    const ways = (byTerm.get(key) ?? []).flatMap((row) => solvedFor(row, key) ?? []);
    const finer = ways.filter((way) => precision(way) > own);
    return finer.sort((a, b) => precision(b) - precision(a) || a.terms.size - b.terms.size)[0] ?? null;
  };
  return (key) => {
    const kept = found.get(key);
    if (kept !== undefined) return kept;
    const way = find(key);
    found.set(key, way);
    return way;
  };
}

/** The relations that a cell is a term of, in their order. */
function rowsByTerm(relations: readonly Row[]): Map<string, Row[]> {
  const rows = new Map<string, Row[]>();
  for (const row of relations) {
    for (const key of row.terms.keys()) {
      const list = rows.get(key);
      if (list) list.push(row);
      else rows.set(key, [row]);
    }
  }
  return rows;
}

type GrowthLevel = BeforeGrowth & { equation: Equation };

/** By a key of its own, each level that is known only as the one before a printed growth rate. */
function levelsBeforeGrowth(
  base: FactBase,
  printed: ReadonlyMap<string, Printed>,
  known: Ways['known'],
): Map<string, GrowthLevel> {
  const found = new Map<string, GrowthLevel>();
  for (const growth of printed.values()) {
    const unit = unitOf(base, growth.cell.metric);
    if (growth.cell.measure !== 'change' || growth.cell.unit !== 'percent' || unit === null) continue;
    const before = earlierLevel(growth.cell, unit);
    const level = known(levelOf(growth.cell, unit));
    if (!before || !level || known(before) || !addsUp({ unit, measure: 'level' })) continue;
    const stand: Cell = { ...before, against: cellKey(growth.cell) };
    found.set(cellKey(stand), {
      growth,
      level,
      from: { op: 'before', level, growth },
      equation: {
        kind: 'growth',
        how: `the level before the growth to ${growth.cell.period}`,
        left: before,
        right: [{ times: 1, cell: stand }],
        constant: 0,
      },
    });
  }
  return found;
}
