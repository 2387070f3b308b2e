import { describe, expect, it } from 'vitest';
import { intervalOf, meet, minus, point, quotient, sayInterval, sum } from '../../src/facts/interval.ts';
import { readCell } from '../../src/facts/cell.ts';
import { decimal } from '../../src/model/decimal.ts';
import type { Fact } from '../../src/model/fact.ts';
import { tiny } from '../support/tiny.ts';

const { base } = tiny({ facts: { I: ['metric: revenue, period: 3Q11, cells: ["361"]'] } });

function fact(printed: string, unit: string, bound: Fact['bound'] = 'exact'): Fact {
  const [first] = base.facts;
  const value = readCell(printed, unit);
  if (!first || !value) throw new Error('no fact');
  return { ...first, ...value, bound };
}

const range = (low: number, high: number) => ({ low: decimal(low), high: decimal(high) });

function say(printed: string, unit: string, scale = 0): string | null {
  const interval = intervalOf(fact(printed, unit));
  return interval && sayInterval(interval, scale);
}

describe('intervalOf', () => {
  it('spans half the last digit on both sides', () => {
    expect(say('4.0', 'JPY billion', 9)).toBe('3.95 to 4.05');
    expect(say('(29)', 'JPY million', 6)).toBe('-29.5 to -28.5');
    expect(say('64.5', 'percent')).toBe('64.45 to 64.55');
  });

  it('takes a count in full as exact', () => {
    expect(say('1,941', 'count')).toBe('1941');
  });

  it('gives none for dates and lower bounds', () => {
    expect(intervalOf(fact('Feb. 2012', 'date'))).toBeNull();
    expect(intervalOf(fact('1,000', 'count', 'over'))).toBeNull();
  });
});

describe('arithmetic', () => {
  it('varies all terms', () => {
    expect(sayInterval(minus(range(10, 12), range(1, 2)), 0)).toBe('8 to 11');
    expect(sum([range(1, 2), null])).toBeNull();
  });

  it.each([
    [range(6, 8), '1.5 to 4'],
    [range(-8, -6), '-4 to -1.5'],
    [range(-8, 8), '-4 to 4'],
  ])('divides by a positive interval', (dividend, expected) => {
    const result = quotient(dividend, range(2, 4));
    expect(result && sayInterval(result, 0)).toBe(expected);
  });

  it('does not divide by what may be zero', () => {
    expect(quotient(range(1, 2), range(0, 2))).toBeNull();
  });
});

describe('meet', () => {
  it('wants more than a common end, unless a value is exact', () => {
    expect(meet(range(1, 3), range(2, 4))).toBe(true);
    expect(meet(range(1, 2), range(2, 4))).toBe(false);
    expect(meet(range(1, 2), point(decimal(2)))).toBe(true);
    expect(meet(point(decimal(2)), point(decimal(2)))).toBe(true);
    expect(meet(point(decimal(2)), point(decimal(3)))).toBe(false);
  });
});
