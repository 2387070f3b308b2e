import { describe, expect, it } from 'vitest';
import { findNumbers } from '../../src/lexicon/numbers.ts';
import { clean } from '../../src/understand/clean.ts';

/** Numbers in a text as somebody types it: value, unit, XBRL decimals. */
const read = (text: string): (readonly [string, string | null, number])[] =>
  findNumbers(clean(text)).map((n) => [n.value.toFixed(), n.unit, n.decimals] as const);

describe("what compromise's number parser gets wrong", () => {
  it.each([
    ['-5.2%', '-5.2', 'percent', 1],
    ['(12.3%)', '-12.3', 'percent', 1],
    ['△1,234', '-1234', null, 0],
    ['▲98 million', '-98000000', null, -6],
    ['316.8bn', '316800000000', null, -8],
    ['¥30.1B', '30100000000', 'JPY', -8],
  ])('%s', (text, value, unit, decimals) => {
    expect(read(text)).toEqual([[value, unit, decimals]]);
  });

  it('takes no single number from a fraction', () => {
    expect(read('1/3')).toEqual([]);
  });
});

describe('numbers', () => {
  it.each([
    ['0.5', '0.5', null, 1],
    ['1,234,567', '1234567', null, 0],
    ['3,998 million', '3998000000', null, -6],
    ['3,998mn', '3998000000', null, -6],
    ['3.998 billion yen', '3998000000', 'JPY', -6],
    ['JPY 3,998 million', '3998000000', 'JPY', -6],
    ['JPY1,004m', '1004000000', 'JPY', -6],
    ['39.98 oku yen', '3998000000', 'JPY', -6],
    ['40億円', '4000000000', 'JPY', -8],
    ['1.2 trillion', '1200000000000', null, -11],
    ['10k', '10000', null, -3],
    ['4bn yen', '4000000000', 'JPY', -9],
    ['3,000 yen', '3000', 'JPY', 0],
    ['50 percent', '50', 'percent', 0],
    ['64.5 pct', '64.5', 'percent', 1],
    ['1.7 points', '1.7', 'points', 1],
    ['1.7 percentage points', '1.7', 'points', 1],
    ['2.5x', '2.5', 'times', 1],
    ['3 times', '3', 'times', 0],
    ['9999999999999999999999.99', '9999999999999999999999.99', null, 2],
  ])('%s', (text, value, unit, decimals) => {
    expect(read(text)).toEqual([[value, unit, decimals]]);
  });

  it.each([
    ['-1.7 points', '-1.7'],
    ['−5.2%', '-5.2'],
    ['(5,040)', '-5040'],
    ['(JPY 2,386 million)', '-2386000000'],
    ['(△5)', '-5'],
    ['¥-5', '-5'],
    ['+237 million', '237000000'],
  ])('%s is %s', (text, value) => {
    expect(read(text).map(([v]) => v)).toEqual([value]);
  });

  it.each([
    ['３，９９８ million', '3998000000'],
    ['６４．５％', '64.5'],
    ['￥５０', '50'],
    ['（１４）', '-14'],
  ])('%s, full width', (text, value) => {
    expect(read(text).map(([v]) => v)).toEqual([value]);
  });

  it.each(['3Q11', 'a1', '1a', 'no digits', '1e9'])('%s holds none', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('reads several from left to right, with their places', () => {
    const text = 'from 316.8bn to (12.3%) and 5';
    expect(findNumbers(text).map((n) => text.slice(n.start, n.end))).toEqual(['316.8bn', '(12.3%)', '5']);
  });

  it('tells a minus sign from a hyphen between two numbers', () => {
    expect(read('10-5').map(([v]) => v)).toEqual(['10', '5']);
    expect(read('2 - 3').map(([v]) => v)).toEqual(['2', '3']);
  });

  it('knows an amount of money from a bare count', () => {
    expect(findNumbers('4bn, 5 yen, 1,941').map((n) => n.scaled)).toEqual([true, true, false]);
  });
});
