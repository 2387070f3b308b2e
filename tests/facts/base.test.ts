import { describe, expect, it } from 'vitest';
import { basePeriod, factsOf, isCovered, metricOf, printings, segmentOf } from '../../src/facts/base.ts';
import { period } from '../../src/model/period.ts';
import { tiny } from '../support/tiny.ts';

const { base } = tiny({
  facts: {
    I: [
      'metric: revenue, period: 9M FY2011, unit: JPY billion, cells: [4.0]',
      'metric: cash, period: 2011-12-31, measure: change, base: yoy, cells: ["+7"]',
    ],
    'II-1': [
      'metric: revenue, period: 9M FY2011, cells: ["3,998"]',
      'metric: revenue, period: 9M FY2011, cells: ["3,998"]',
    ],
  },
});

describe('makeBase', () => {
  it('gives each fact an id of its own', () => {
    expect(base.facts.map((f) => f.id)).toEqual([
      'I/revenue/consolidated/9M-FY2011',
      'I/cash/consolidated/2011-12-31/change-yoy-JPY',
      'II-1/revenue/consolidated/9M-FY2011',
      'II-1/revenue/consolidated/9M-FY2011~2',
    ]);
  });

  it('finds all printings of a cell, the finest first', () => {
    const cell = {
      metric: 'revenue',
      segment: 'consolidated',
      period: period('9M FY2011'),
      measure: 'level',
      against: '',
      scenario: 'actual',
      unit: 'JPY',
    } as const;
    expect(printings(base, cell).map((f) => f.printed)).toEqual(['3,998', '3,998', '4.0']);
    expect(printings(base, { ...cell, scenario: 'revised-target' })).toEqual([]);
  });

  it('finds a change by the period that it is counted from', () => {
    const cell = {
      metric: 'cash',
      segment: 'consolidated',
      period: period('2011-12-31'),
      measure: 'change',
      against: '2010-12-31',
      scenario: 'actual',
      unit: 'JPY',
    } as const;
    expect(printings(base, cell).map((f) => f.base)).toEqual(['yoy']);
  });

  it('knows what is covered', () => {
    expect(isCovered(base, 'revenue', 'consolidated')).toBe(true);
    expect(isCovered(base, 'revenue', 'east')).toBe(false);
    expect(factsOf(base, 'revenue', 'consolidated')).toHaveLength(3);
    expect(factsOf(base, 'revenue', 'east')).toEqual([]);
  });

  it('throws on ids that it does not have', () => {
    expect(() => metricOf(base, 'x')).toThrow(RangeError);
    expect(() => segmentOf(base, 'x')).toThrow(RangeError);
  });
});

describe('basePeriod', () => {
  it.each([
    ['3Q11', 'yoy', '3Q10'],
    ['1Q11', 'qoq', '4Q10'],
    ['9M FY2011', 'yoy', '9M FY2010'],
    ['9M FY2011', 'qoq', null],
    ['2011-12-31', 'qoq', '2011-09-30'],
    ['2011-12-31', '2011-03-31', '2011-03-31'],
  ])('counts %s %s from %s', (from, on, expected) => {
    expect(basePeriod(period(from), on)).toBe(expected);
  });
});
