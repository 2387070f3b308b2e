import { type Decimal, decimal, divide } from '../../model/decimal.ts';
import type { Fact } from '../../model/fact.ts';
import type { Cell } from '../base.ts';
import { type Interval, intervalOf, minus, plus, point, quotient, sum, times } from '../interval.ts';

/** A printed figure as a term: its cell, and the printings of it that have the same digits, one at least. */
export interface Printed {
  op: 'printed';
  cell: Cell;
  fact: Fact;
  /** All printings with the digits of `fact`, itself among them. */
  facts: readonly Fact[];
}

/** How a figure is worked out from printed ones. */
export type Expression =
  | Printed
  | { op: 'constant'; value: Decimal }
  | { op: 'sum'; parts: readonly Part[] }
  | { op: 'quotient'; of: Expression; to: Expression; percent: boolean }
  | { op: 'growth'; from: Expression; to: Expression }
  | { op: 'before'; level: Expression; growth: Expression };

/** A summand and how many times it counts; negative when it is taken away. */
export interface Part {
  times: number;
  of: Expression;
}

/** What an expression gives: from the printed digits as they are, and from all that they can stand for. */
export interface Result {
  value: Decimal;
  range: Interval;
}

const HUNDRED = decimal(100);

/** The result in the unit of the terms, a percentage for growth; null when a divisor isn't surely positive. */
export function evaluate(e: Expression): Result | null {
  switch (e.op) {
    case 'printed': {
      const range = intervalOf(e.fact);
      return range === null || typeof e.fact.value === 'string' ? null : { value: e.fact.value, range };
    }
    case 'constant':
      return { value: e.value, range: point(e.value) };
    case 'sum':
      return added(e.parts);
    case 'quotient': {
      const ratio = divided(evaluate(e.of), evaluate(e.to));
      return ratio && (e.percent ? map(ratio, (r) => times(r, HUNDRED)) : ratio);
    }
    case 'growth': {
      const ratio = divided(evaluate(e.to), evaluate(e.from));
      return ratio && map(ratio, (r) => minus(times(r, HUNDRED), point(HUNDRED)));
    }
    case 'before': {
      const growth = evaluate(e.growth);
      const factor = growth && map(growth, (r) => plus(times(r, decimal('0.01')), point(decimal(1))));
      return divided(evaluate(e.level), factor);
    }
  }
}

/** The same done to the value and to the range. */
function map(r: Result, change: (range: Interval) => Interval): Result {
  return { value: change(point(r.value)).low, range: change(r.range) };
}

function added(parts: readonly Part[]): Result | null {
  const results = parts.map(({ times: n, of }) => {
    const result = evaluate(of);
    return result && map(result, (r) => multiplied(r, n));
  });
  const range = sum(results.map((r) => r?.range ?? null));
  const value = sum(results.map((r) => (r ? point(r.value) : null)));
  return range && value && { value: value.low, range };
}

function multiplied(range: Interval, n: number): Interval {
  const factor = decimal(Math.abs(n));
  const scaled = times(range, factor);
  return n < 0 ? { low: scaled.high.neg(), high: scaled.low.neg() } : scaled;
}

function divided(of: Result | null, to: Result | null): Result | null {
  const range = of && to ? quotient(of.range, to.range) : null;
  return of && to && range && { value: divide(of.value, to.value), range };
}

/** A printed term and the sign it has at the top level of its expression. */
export interface Leaf {
  sign: 1 | -1;
  printed: Printed;
}

/** The printed figures of an expression in the order written, one that counts twice twice. */
export function leavesOf(e: Expression, sign: 1 | -1 = 1): Leaf[] {
  switch (e.op) {
    case 'printed':
      return [{ sign, printed: e }];
    case 'constant':
      return [];
    case 'sum':
      return e.parts.flatMap(({ times: n, of }) =>
        Array.from({ length: Math.abs(n) }, () => leavesOf(of, n < 0 ? (sign === 1 ? -1 : 1) : sign)).flat(),
      );
    case 'quotient':
      return [...leavesOf(e.of, sign), ...leavesOf(e.to)];
    case 'growth':
      return [...leavesOf(e.to, sign), ...leavesOf(e.from)];
    case 'before':
      return [...leavesOf(e.level, sign), ...leavesOf(e.growth)];
  }
}

/** An expression in words: terms as `say` has them, joined by signs. */
export function sayExpression(e: Expression, say: (p: Printed) => string): string {
  const inner = (x: Expression): string =>
    x.op === 'printed' || x.op === 'constant' ? sayExpression(x, say) : `(${sayExpression(x, say)})`;
  switch (e.op) {
    case 'printed':
      return say(e);
    case 'constant':
      return e.value.toFixed();
    case 'sum':
      return e.parts
        .map(({ times: n, of }, i) => {
          const sign = n < 0 ? (i === 0 ? '-' : ' - ') : i === 0 ? '' : ' + ';
          return `${sign}${Math.abs(n) === 1 ? '' : `${Math.abs(n)} x `}${inner(of)}`;
        })
        .join('');
    case 'quotient':
      return `${inner(e.of)} / ${inner(e.to)}`;
    case 'growth':
      return `${inner(e.to)} / ${inner(e.from)} - 1`;
    case 'before':
      return `${inner(e.level)} / (1 + ${inner(e.growth)})`;
  }
}
