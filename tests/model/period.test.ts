import { describe, expect, it } from 'vitest';
import {
  comparePeriods,
  describePeriod,
  durationOf,
  endOf,
  isDuration,
  isInstant,
  isQuarter,
  monthEnd,
  monthSpan,
  parsePeriod,
  partsOf,
  period,
  quartersOf,
  shiftQuarters,
  shiftYears,
  shortPeriod,
  spell,
} from '../../src/model/period.ts';

const APRIL = 4;

const SPELLINGS = [
  '1Q09',
  '3Q11',
  '4Q10',
  '1H FY2011',
  '2H FY2010',
  '9M FY2011',
  'FY2009',
  '2011-12-31',
  '2012-02',
  'undated-1',
];

describe('spellings', () => {
  it.each(SPELLINGS)('%s reads and spells as itself', (text) => {
    expect(spell(partsOf(period(text)))).toBe(text);
  });

  it.each([
    '',
    '5Q11',
    '0Q11',
    '3Q2011',
    '3q11',
    'FY11',
    '9M 2011',
    '3H FY2011',
    '2011-1-1',
    '2011',
    'undated',
    ' 3Q11',
  ])('"%s" is none', (text) => {
    expect(parsePeriod(text)).toBeNull();
    expect(() => period(text)).toThrow(RangeError);
  });
});

describe('kinds', () => {
  it('tell instants, quarters and durations apart', () => {
    expect(SPELLINGS.filter((p) => isInstant(period(p)))).toEqual(['2011-12-31']);
    expect(SPELLINGS.filter((p) => isQuarter(period(p)))).toEqual(['1Q09', '3Q11', '4Q10']);
    expect(SPELLINGS.filter((p) => !isDuration(period(p)))).toEqual(['2011-12-31', '2012-02', 'undated-1']);
  });
});

describe('month spans', () => {
  const months = (from: string, to: string): { from: number; to: number } => {
    const index = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5)) - 1;
    return { from: index(from), to: index(to) + 1 };
  };

  it.each([
    ['1Q11', '2011-04', '2011-06'],
    ['3Q11', '2011-10', '2011-12'],
    ['4Q10', '2011-01', '2011-03'],
    ['1H FY2011', '2011-04', '2011-09'],
    ['2H FY2010', '2010-10', '2011-03'],
    ['9M FY2011', '2011-04', '2011-12'],
    ['FY2011', '2011-04', '2012-03'],
    ['2012-02', '2012-02', '2012-02'],
  ])('%s runs from %s to %s', (text, from, to) => {
    const span = monthSpan(period(text), APRIL);
    expect(span).toEqual(months(from, to));
    if (span && text !== '2012-02') expect(durationOf(span.from, span.to, APRIL)).toBe(text);
  });

  it('follow the month in which the fiscal year starts', () => {
    expect(monthSpan(period('1Q11'), 1)).toEqual(months('2011-01', '2011-03'));
  });

  it('are nothing for a day or an undated amount', () => {
    expect(monthSpan(period('2011-12-31'), APRIL)).toBeNull();
    expect(monthSpan(period('undated-1'), APRIL)).toBeNull();
  });

  it.each([
    ['2011-05', '2011-07'],
    ['2011-07', '2012-03'],
    ['2011-10', '2011-11'],
    ['2011-01', '2011-12'],
  ])('from %s to %s are no fiscal period', (from, to) => {
    const span = months(from, to);
    expect(durationOf(span.from, span.to, APRIL)).toBeNull();
  });
});

describe('ends', () => {
  it.each([
    ['3Q11', '2011-12-31'],
    ['4Q11', '2012-03-31'],
    ['1H FY2011', '2011-09-30'],
    ['9M FY2010', '2010-12-31'],
    ['FY2010', '2011-03-31'],
    ['2012-02', '2012-02-29'],
    ['2011-02', '2011-02-28'],
    ['2010-09-01', '2010-09-01'],
  ])('%s ends on %s', (text, end) => {
    expect(endOf(period(text), APRIL)).toBe(end);
  });

  it('an undated amount has none', () => {
    expect(endOf(period('undated-2'), APRIL)).toBeNull();
  });

  it('are the last days of months', () => {
    expect([1, 2, 4, 12].map((m) => monthEnd(2011, m))).toEqual([
      '2011-01-31',
      '2011-02-28',
      '2011-04-30',
      '2011-12-31',
    ]);
  });
});

describe('shifts', () => {
  it.each([
    ['3Q11', -1, '3Q10'],
    ['9M FY2011', -1, '9M FY2010'],
    ['1H FY2011', 1, '1H FY2012'],
    ['FY2010', -1, 'FY2009'],
    ['2011-12-31', -1, '2010-12-31'],
    ['2012-02-29', -1, '2011-02-28'],
    ['2012-02', 1, '2013-02'],
    ['undated-1', -1, 'undated-1'],
  ])('%s by %i years is %s', (text, years, to) => {
    expect(shiftYears(period(text), years)).toBe(to);
  });

  it.each([
    ['3Q11', -1, '2Q11'],
    ['1Q11', -1, '4Q10'],
    ['4Q10', 1, '1Q11'],
    ['3Q11', -6, '1Q10'],
    ['3Q11', 0, '3Q11'],
    ['2011-12-31', -1, '2011-09-30'],
    ['2011-12-31', -3, '2011-03-31'],
    ['2011-03-31', -1, '2010-12-31'],
  ])('%s by %i quarters is %s', (text, quarters, to) => {
    expect(shiftQuarters(period(text), quarters)).toBe(to);
  });

  it.each(['9M FY2011', 'FY2011', '1H FY2011', '2012-02', 'undated-1'])(
    '%s has no quarter before',
    (text) => {
      expect(shiftQuarters(period(text), -1)).toBeNull();
    },
  );
});

describe('quarters of', () => {
  it.each([
    ['3Q11', ['3Q11']],
    ['1H FY2011', ['1Q11', '2Q11']],
    ['2H FY2010', ['3Q10', '4Q10']],
    ['9M FY2011', ['1Q11', '2Q11', '3Q11']],
    ['FY2010', ['1Q10', '2Q10', '3Q10', '4Q10']],
    ['2011-12-31', []],
  ])('%s are %j', (text, quarters) => {
    expect(quartersOf(period(text))).toEqual(quarters);
  });
});

it('orders by the end, the undated last', () => {
  const sorted = ['undated-1', '3Q11', '2011-03-31', '1Q11', 'FY2012', '2Q10'].map(period);
  sorted.sort((a, b) => comparePeriods(a, b, APRIL));
  expect(sorted).toEqual(['2Q10', '2011-03-31', '1Q11', '3Q11', 'FY2012', 'undated-1']);
});

describe('words', () => {
  it.each([
    ['3Q11', '3Q11 (Oct-Dec 2011)', '3Q11'],
    ['4Q10', '4Q10 (Jan-Mar 2011)', '4Q10'],
    ['2H FY2010', 'second half of FY2010 (Oct 2010-Mar 2011)', '2H FY2010'],
    ['9M FY2011', 'nine months of FY2011 (Apr-Dec 2011), cumulative', '9M FY2011'],
    ['FY2011', 'full year FY2011 (Apr 2011-Mar 2012)', 'FY2011'],
    ['2011-12-31', '31 Dec 2011', '31 Dec 2011'],
    ['2012-02', 'Feb 2012', 'Feb 2012'],
    ['undated-1', 'printed without a period', 'undated'],
  ])('%s', (text, long, short) => {
    expect(describePeriod(period(text), APRIL)).toBe(long);
    expect(shortPeriod(period(text))).toBe(short);
  });
});
