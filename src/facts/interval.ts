import { type Decimal, divide, halfUnit, pow10, roundTo, ZERO } from '../model/decimal.ts';
import type { Fact } from '../model/fact.ts';

/** What a printed figure can stand for: all values that round to it. */
export interface Interval {
  low: Decimal;
  high: Decimal;
}

/** An exact value. */
export const point = (value: Decimal): Interval => ({ low: value, high: value });

/**
 * The printed value give or take half its last digit. A count in full is exact.
 * Null for a date and for a lower bound ("over 1,000"), which no sum can be held against.
 */
export function intervalOf(fact: Fact): Interval | null {
  if (typeof fact.value === 'string' || fact.bound !== 'exact') return null;
  if (fact.unit === 'count' && fact.scale === 0) return point(fact.value);
  const half = halfUnit(fact.decimals);
  return { low: fact.value.minus(half), high: fact.value.plus(half) };
}

export const plus = (a: Interval, b: Interval): Interval => ({
  low: a.low.plus(b.low),
  high: a.high.plus(b.high),
});

const negated = (a: Interval): Interval => ({ low: a.high.neg(), high: a.low.neg() });

export const minus = (a: Interval, b: Interval): Interval => plus(a, negated(b));

/** The interval times a positive factor. */
export const times = (a: Interval, factor: Decimal): Interval => ({
  low: a.low.times(factor),
  high: a.high.times(factor),
});

/** The sum of all, or null when one is missing. */
export function sum(list: readonly (Interval | null)[]): Interval | null {
  return list.reduce((total, next) => (total && next ? plus(total, next) : null), point(ZERO));
}

/** The quotient, or null unless the divisor is surely positive. */
export function quotient(a: Interval, b: Interval): Interval | null {
  if (b.low.lte(ZERO)) return null;
  return {
    low: divide(a.low, a.low.lt(ZERO) ? b.low : b.high),
    high: divide(a.high, a.high.lt(ZERO) ? b.high : b.low),
  };
}

const isPoint = (a: Interval): boolean => a.low.eq(a.high);

/**
 * Whether the two can be the same value. Touching ends are not enough, since a value half-way
 * rounds one way only; an exact value may stand on the end of the other.
 */
export function meet(a: Interval, b: Interval): boolean {
  const low = a.low.gt(b.low) ? a.low : b.low;
  const high = a.high.lt(b.high) ? a.high : b.high;
  return low.lt(high) || (low.eq(high) && (isPoint(a) || isPoint(b)));
}

/** Both ends as the document would print them, in units of ten to the power `scale`: "-123.5 to -122.5". */
export function sayInterval(a: Interval, scale: number): string {
  const shown = (value: Decimal): string => roundTo(divide(value, pow10(scale)), 3).toFixed();
  return isPoint(a) ? shown(a.low) : `${shown(a.low)} to ${shown(a.high)}`;
}
