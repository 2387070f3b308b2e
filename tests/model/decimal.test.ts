import { describe, expect, it } from 'vitest';
import { decimal, divide, grouped, halfUnit, pow10, roundTo } from '../../src/model/decimal.ts';

describe('decimal', () => {
  it.each(['0', '7', '-6.9', '3998000000', '0.1', '9999999999999999999999.99'])('takes %s', (digits) => {
    expect(decimal(digits).toFixed()).toBe(digits);
  });

  it.each(['', ' ', '1,000', '1e9', '+5', '.5', '5.', '--1', 'NaN', 'Infinity', '１', '1 000'])(
    'refuses "%s"',
    (text) => {
      expect(() => decimal(text)).toThrow(RangeError);
    },
  );

  it('adds tenths exactly', () => {
    expect(decimal('0.1').plus(decimal('0.2')).toFixed()).toBe('0.3');
  });
});

describe('pow10', () => {
  it.each([
    [0, '1'],
    [6, '1000000'],
    [-3, '0.001'],
  ])('%i', (n, shown) => {
    expect(pow10(n).toFixed()).toBe(shown);
  });
});

describe('divide', () => {
  it('is exact to thirty places', () => {
    expect(divide(decimal(1), decimal(3)).toFixed()).toBe(`0.${'3'.repeat(30)}`);
    expect(divide(decimal(-7), decimal(8)).toFixed()).toBe('-0.875');
  });

  it('refuses a zero divisor', () => {
    expect(() => divide(decimal(1), decimal('0.0'))).toThrow(RangeError);
  });
});

describe('roundTo', () => {
  it.each([
    ['64.45', 1, '64.5'],
    ['-64.45', 1, '-64.5'],
    ['64.44', 1, '64.4'],
    ['3998499999', -6, '3998000000'],
    ['3998500000', -6, '3999000000'],
    ['0.04', 1, '0'],
    ['1941', 0, '1941'],
  ])('%s to %i', (value, decimals, shown) => {
    expect(roundTo(decimal(value), decimals).toFixed()).toBe(shown);
  });
});

describe('halfUnit', () => {
  it.each([
    [-6, '500000'],
    [0, '0.5'],
    [1, '0.05'],
  ])('%i', (decimals, shown) => {
    expect(halfUnit(decimals).toFixed()).toBe(shown);
  });
});

describe('grouped', () => {
  it.each([
    ['0', 0, '0'],
    ['999', 0, '999'],
    ['1000', 0, '1,000'],
    ['1234567.5', 1, '1,234,567.5'],
    ['-1234.5', 1, '-1,234.5'],
    ['14', 1, '14.0'],
    ['0.05', 1, '0.1'],
    ['-0.04', 1, '0.0'],
    ['1234.5678', 2, '1,234.57'],
    ['83', -2, '83'],
  ])('%s with %i places', (value, places, shown) => {
    expect(grouped(decimal(value), places)).toBe(shown);
  });
});
