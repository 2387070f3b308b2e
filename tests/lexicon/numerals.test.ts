import { describe, expect, it } from 'vitest';
import { findNumerals } from '../../src/lexicon/numerals.ts';

/** Each numeral of a text: its span, its value or range, unit and XBRL decimals. */
const read = (text: string): string[] =>
  findNumerals(text).map((n) => {
    const value = n.range ? `${n.low.toFixed()}..${n.high.toFixed()}` : n.low.toFixed();
    return `${text.slice(n.start, n.end)} = ${value} ${n.unit ?? '-'} ${n.decimals}`;
  });

describe('numerals in running text', () => {
  it.each([
    ['-5.2%', ['-5.2% = -5.2 percent 1']],
    ['(12.3%)', ['(12.3%) = -12.3 percent 1']],
    ['△1,234', ['△1,234 = -1234 - 0']],
    ['▲98 million', ['▲98 million = -98000000 - -6']],
    ['loss of (1,234) million', ['(1,234) million = -1234000000 - -6']],
    ['316.8bn', ['316.8bn = 316800000000 - -8']],
    ['¥30.1b', ['¥30.1b = 30100000000 JPY -8']],
    ['jpy 3.5-4.0 billion', ['jpy 3.5-4.0 billion = 3500000000..4000000000 JPY -8']],
    ['10-15%', ['10-15% = 10..15 percent 0']],
    ['between 3.5 and 4.0 billion', ['3.5 and 4.0 billion = 3500000000..4000000000 - -8']],
    ['5.7 pts', ['5.7 pts = 5.7 points 1']],
    ['4 oku', ['4 oku = 400000000 JPY -8']],
    ['1.2k', ['1.2k = 1200 - -2']],
    ['$4.0bn', ['$4.0bn = 4000000000 JPY -8']],
    ['4.0-billion', ['4.0-billion = 4000000000 - -8']],
    ['425, 631 and 548 million yen', ['425 = 425000000 JPY -6', '631 = 631000000 JPY -6', '548 million yen = 548000000 JPY -6']],
    ['from 317 to 361 million', ['317 = 317000000 - -6', '361 million = 361000000 - -6']],
    ['up ¥425m to ¥1,026m', ['¥425m = 425000000 JPY -6', '¥1,026m = 1026000000 JPY -6']],
    ['fell 14 to 1,941', ['14 = 14 - 0', '1,941 = 1941 - 0']],
    ['70.8bn (24.6%)', ['70.8bn = 70800000000 - -8', '24.6% = 24.6 percent 1']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  }); // prettier-ignore

  it.each(['3q11', 'a1', '1gbps', 'no digits', '1/2/3', '101-0051', '10b-5'])('%s holds none', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('reads fractions as percentages', () => {
    expect(findNumerals('1/3 of it').map((n) => n.low.toFixed(1))).toEqual(['33.3']);
    expect(['at 12/31', '3/31', 'on 2/8'].flatMap(findNumerals)).toEqual([]);
    expect(findNumerals('a third of revenue').map((n) => n.unit)).toEqual(['percent']);
  });

  it('tells another currency, and a bare number', () => {
    expect(findNumerals('usd 5, jpy 5, 5').map((n) => [n.currency, n.bare])).toEqual([
      ['foreign', false],
      ['yen', false],
      [null, true],
    ]);
  });
});
