import { type Cell, cellKey, type FactBase } from '../base.ts';
import { printedIn, sectionsOf } from './cells.ts';
import type { Expression, Printed } from './expression.ts';
import { type Identity, identity } from './identity.ts';
import { type Row, solvedFor, substituted, type Sum } from './solve.ts';
import { sumExpression, type Ways } from './ways.ts';

/** Sums of printed figures: as printed most finely, within one section, and with terms worked out more finely than printed. */
export function sumIdentities(base: FactBase, ways: Ways): Identity[] {
  const known = new Map<string, Expression>(ways.printed);
  for (const [key, { from }] of ways.beforeGrowth) known.set(key, from);
  return [
    ...ways.relations.flatMap((row) => [
      ...solved(row, ways),
      ...sectionsOf(base, row.equation.left).flatMap((section) => withinSection(base, row, section)),
      ...refined(row, ways),
    ]),
    ...ways.throughGrowth.flatMap((row) => throughGrowth(row, ways, known)),
  ];
}

const some = <T>(value: T | null): T[] => (value === null ? [] : [value]);

function solved(row: Row, ways: Ways): Identity[] {
  const target = targetOf(row, ways.printed);
  const sum = target && solvedFor(row, cellKey(target.cell));
  const from = sum && sumExpression(sum, ways.printed);
  return target && from ? some(identityOf(row, target, from)) : [];
}

function identityOf(row: Row, target: Printed, from: Expression): Identity | null {
  const { kind, how, left } = row.equation;
  return cellKey(left) === cellKey(target.cell)
    ? identity(kind, target, how, from)
    : identity('chain', target, `what else is known of ${wordsOf(left)}`, from);
}

const wordsOf = ({ metric, segment, period, measure, against }: Cell): string =>
  [metric, segment, period, ...(measure === 'level' ? [] : [measure, against])].join(' ');

/** The cell that a relation is said of: the left side where it is printed, else the largest of the least finely printed. */
function targetOf(row: Row, printed: ReadonlyMap<string, Printed>): Printed | null {
  const left = cellKey(row.equation.left);
  const cells = [...row.terms.keys()].flatMap((key) => printed.get(key) ?? []);
  const own = cells.find((c) => cellKey(c.cell) === left);
  const sizes = cells
    .filter((c) => Math.abs(row.terms.get(cellKey(c.cell)) ?? 0) === 1)
    .sort((a, b) => a.fact.decimals - b.fact.decimals || sizeOf(b) - sizeOf(a));
  return own ?? sizes[0] ?? null;
}

const sizeOf = (p: Printed): number => (typeof p.fact.value === 'string' ? 0 : p.fact.value.abs().toNumber());

/** The equation as it stands, from the printings of one section, which may be coarser than others. */
function withinSection(base: FactBase, { equation }: Row, section: string): Identity[] {
  const target = printedIn(base, equation.left, section);
  if (!target) return [];
  const printed = new Map<string, Expression>();
  for (const { cell } of equation.right) {
    const term = printedIn(base, cell, section);
    if (!term) return [];
    printed.set(cellKey(cell), term);
  }
  const terms = new Map(equation.right.map(({ cell, times }) => [cellKey(cell), times]));
  const from = sumExpression({ terms, constant: equation.constant }, printed);
  return from ? some(identity(equation.kind, target, equation.how, from)) : [];
}

/** The relation with each term that other figures give more finely than it is printed in their place. */
function refined(row: Row, ways: Ways): Identity[] {
  const target = targetOf(row, ways.printed);
  const key = target && cellKey(target.cell);
  const sum = key && solvedFor(row, key);
  if (!target || !key || !sum) return [];
  let finest: Sum = sum;
  for (const other of sum.terms.keys()) {
    const finer = ways.finer(other);
    if (!finer || finer.terms.has(key)) continue;
    finest = substituted(finest, other, finer);
  }
  const from = sumExpression(finest, ways.printed);
  return from ? some(identityOf(row, target, from)) : [];
}

/** A growth rate whose earlier level is printed nowhere and yet the sum of others. */
function throughGrowth(row: Row, ways: Ways, known: ReadonlyMap<string, Expression>): Identity[] {
  const left = cellKey(row.equation.left);
  const stands = [...row.terms.keys()].filter((key) => ways.beforeGrowth.has(key));
  const [key] = [...stands.filter((k) => k.startsWith(left.split('|level|')[0] ?? left)), ...stands];
  const own = key === undefined ? undefined : ways.beforeGrowth.get(key);
  if (key === undefined || !own) return [];
  const sum = solvedFor(row, key);
  const from = sum && sumExpression(sum, known);
  if (!from) return [];
  const how = `the growth from ${own.growth.cell.against}, whose level other figures give,`;
  return some(identity('chain', own.growth, how, { op: 'growth', from, to: own.level }));
}
