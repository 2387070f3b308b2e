import { type Cell, cellKey, type FactBase } from '../base.ts';
import { cellsOf, levelOf, printedIn, sectionsOf, type Source, unitOf, wholeOf } from './cells.ts';
import { earlierLevel } from './equations.ts';
import type { Expression, Printed } from './expression.ts';
import { type Identity, identity, type IdentityKind } from './identity.ts';
import { sumExpression, type Ways } from './ways.ts';

/** One figure over another: how it is said, and what it is from a source; null where a term is missing. */
interface Quotient {
  kind: IdentityKind;
  target: Cell;
  how: string;
  from: (source: Source) => Expression | null;
}

/** Growth rates, ratios and shares: as printed most finely, within one section, and from terms worked out more finely. */
export function quotientIdentities(base: FactBase, ways: Ways): Identity[] {
  return quotientsOf(base).flatMap((q) => {
    const target = ways.printed.get(cellKey(q.target));
    return [
      ...made(q, target, ways.known),
      ...sectionsOf(base, q.target).flatMap((section) => {
        const within: Source = (cell) => printedIn(base, cell, section);
        return made(q, printedIn(base, q.target, section) ?? undefined, within);
      }),
      ...made(q, target, (cell) => {
        const finer = ways.finer(cellKey(cell));
        return finer && !finer.terms.has(cellKey(q.target))
          ? sumExpression(finer, ways.printed)
          : ways.known(cell);
      }),
    ];
  });
}

function made(q: Quotient, target: Printed | undefined, source: Source): Identity[] {
  const from = target && q.from(source);
  const found = target && from ? identity(q.kind, target, q.how, from) : null;
  return found ? [found] : [];
}

function quotientsOf(base: FactBase): Quotient[] {
  return cellsOf(base).flatMap((cell) => [
    ...growths(base, cell),
    ...ratios(base, cell),
    ...shares(base, cell),
  ]);
}

/** Growth in percent: of two levels, or of a printed change over the level that it leaves. */
function growths(base: FactBase, cell: Cell): Quotient[] {
  const unit = unitOf(base, cell.metric);
  const before = unit === null ? null : earlierLevel(cell, unit);
  if (unit === null || !before || cell.unit !== 'percent' || unit === 'percent') return [];
  const level = levelOf(cell, unit);
  const change: Cell = { ...cell, unit };
  return [
    {
      kind: 'growth',
      target: cell,
      how: `the growth from ${before.period}`,
      from: (source) => {
        const [to, from] = [source(level), source(before)];
        return to && from && { op: 'growth', from, to };
      },
    },
    {
      kind: 'growth',
      target: cell,
      how: `the change over the level in ${before.period} that it leaves`,
      from: (source) => {
        const [to, by] = [source(level), source(change)];
        const from: Expression | null = to &&
          by && {
            op: 'sum',
            parts: [
              { times: 1, of: to },
              { times: -1, of: by },
            ],
          };
        return by && from && { op: 'quotient', of: by, to: from, percent: true };
      },
    },
  ];
}

function ratios(base: FactBase, cell: Cell): Quotient[] {
  const [numerator, denominator] = base.metrics.get(cell.metric)?.ratio ?? [];
  if (numerator === undefined || denominator === undefined || cell.measure !== 'level') return [];
  const how = `${numerator} over ${denominator}`;
  return quotient(base, 'ratio', cell, { metric: numerator }, { metric: denominator }, how);
}

function shares(base: FactBase, cell: Cell): Quotient[] {
  if (cell.measure !== 'share') return [];
  const whole = wholeOf(cell);
  const how = `${cell.metric} ${cell.segment} over ${whole.metric} ${whole.segment}`;
  return quotient(base, 'share', cell, cell, whole, how);
}

type Subject = Pick<Cell, 'metric'> & Partial<Pick<Cell, 'segment'>>;

function quotient(
  base: FactBase,
  kind: IdentityKind,
  target: Cell,
  part: Subject,
  whole: Subject,
  how: string,
): Quotient[] {
  const at = ({ metric, segment = target.segment }: Subject): Cell | null => {
    const unit = unitOf(base, metric);
    return unit === null ? null : { ...levelOf(target, unit), metric, segment };
  };
  const [numerator, denominator] = [at(part), at(whole)];
  if (!numerator || !denominator) return [];
  return [
    {
      kind,
      target,
      how,
      from: (source) => {
        const [of, to] = [source(numerator), source(denominator)];
        return of && to && { op: 'quotient', of, to, percent: target.unit === 'percent' };
      },
    },
  ];
}
