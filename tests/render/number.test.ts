import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/model/answer.ts';
import { decimal, ZERO } from '../../src/model/decimal.ts';
import { period } from '../../src/model/period.ts';
import { dateText, figureText } from '../../src/render/number.ts';

const figure = (value: string, more: Partial<Figure> = {}): Figure => ({
  metric: 'revenue',
  segment: 'consolidated',
  period: period('3Q11'),
  scenario: 'actual',
  measure: 'level',
  against: '',
  value: decimal(value),
  unit: 'JPY',
  decimals: -6,
  scale: 6,
  bound: 'exact',
  printed: '',
  sections: ['I'],
  derivation: null,
  error: ZERO,
  facts: [],
  ...more,
});

const million = figure('3998000000');
const billion = figure('56800000000', { decimals: -8, scale: 9 });
const change = figure('-83000000', { measure: 'change' });

describe('amounts', () => {
  it.each([
    [million, null, 'JPY 3,998 million'],
    [billion, null, 'JPY 56.8 billion'],
    [figure('16775', { decimals: 0, scale: 0 }), null, 'JPY 16,775'],
    [change, null, 'JPY -83 million'],
    [figure('237000000', { measure: 'change' }), null, 'JPY +237 million'],
  ] as const)('as printed', (f, unit, shown) => {
    expect(figureText(f, 'full', unit)).toBe(shown);
  });

  it.each([
    ['yen', '3,998,000,000 yen'],
    ['thousand', '3,998,000 thousand yen'],
    ['million', '3,998 million yen'],
    ['oku', '39.98 oku yen'],
    ['billion', '3.998 billion yen'],
    ['trillion', '0.003998 trillion yen'],
  ] as const)('in %s the point moves, no digit is lost or made up', (unit, shown) => {
    expect(figureText(million, 'full', unit)).toBe(shown);
  });

  it('pads zeros where a coarse figure is asked for finely', () => {
    expect(figureText(billion, 'full', 'million')).toBe('56,800 million yen');
    expect(figureText(billion, 'full', 'billion')).toBe('56.8 billion yen');
  });
});

describe('other units', () => {
  it.each([
    [figure('64.5', { unit: 'percent', decimals: 1, scale: 0 }), '64.5%'],
    [figure('16', { unit: 'percent', decimals: 1, scale: 0 }), '16.0%'],
    [figure('-1.7', { unit: 'points', decimals: 1, scale: 0, measure: 'change' }), '-1.7 points'],
    [figure('2', { unit: 'times', decimals: 2, scale: 0 }), '2.00 times'],
    [figure('1941', { unit: 'count', decimals: 0, scale: 0 }), '1,941'],
    [figure('1000', { unit: 'count', decimals: 0, scale: 0, bound: 'over' }), 'over 1,000'],
  ])('%#', (f, shown) => {
    expect(figureText(f, 'full', null)).toBe(shown);
    expect(figureText(f, 'full', f.unit === 'JPY' ? null : 'billion')).toBe(shown);
  });
});

describe('manners', () => {
  it.each([
    ['full', 'JPY -83 million'],
    ['bare', '-83'],
    ['signed', 'JPY -83 million'],
    ['size', 'JPY 83 million'],
  ] as const)('%s', (as, shown) => {
    expect(figureText(change, as, null)).toBe(shown);
  });

  it('signed shows a plus', () => {
    expect(figureText(million, 'signed', null)).toBe('JPY +3,998 million');
  });
});

describe('dates', () => {
  it.each([
    ['2012-02', 'February 2012'],
    ['2010-09-01', '1 September 2010'],
    ['2012-22', 'summer 2012'],
    ['2011-24', 'winter 2011'],
  ])('%s', (iso, shown) => {
    expect(dateText(iso)).toBe(shown);
    expect(figureText(figure('0', { value: iso, unit: 'date' }), 'full', null)).toBe(shown);
  });
});
