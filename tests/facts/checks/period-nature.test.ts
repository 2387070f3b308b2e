import { describe, expect, it } from 'vitest';
import { periodNature } from '../../../src/facts/checks/period-nature.ts';
import { findings } from '../../support/tiny.ts';

describe('period-nature', () => {
  it('passes periods that fit', () => {
    const facts = {
      I: [
        'metric: revenue, period: 9M FY2011, cells: ["1"]',
        'metric: cash, period: 2011-12-31, cells: ["1"]',
        'metric: cash-ratio, unit: percent, period: 2011-12-31, cells: [1.0]',
        'metric: margin-ratio, unit: percent, period: 3Q11, cells: [1.0]',
        'metric: staff, unit: count, period: undated-1, cells: ["1"]',
        'metric: launch-date, unit: date, period: 2012-02, cells: [Feb. 2012]',
        'metric: cash, period: 2011-12-31, measure: change, base: qoq, cells: [+1]',
        'metric: cash, period: 2011-12-31, measure: change, base: 2011-03-31, cells: [+1]',
      ],
    };
    expect(findings(periodNature, { facts })).toEqual([]);
  });

  it.each([
    ['a flow at a date', 'metric: revenue, period: 2011-12-31, cells: ["1"]', 'revenue is a flow and'],
    ['a stock over a quarter', 'metric: cash, period: 3Q11, cells: ["1"]', 'cash is a stock and'],
    [
      'a ratio of stocks over a year',
      'metric: cash-ratio, unit: percent, period: FY2011, cells: [1.0]',
      'a stock',
    ],
    [
      'a ratio of flows at a date',
      'metric: margin-ratio, unit: percent, period: 2011-03-31, cells: [1.0]',
      'a flow',
    ],
    [
      'QoQ of nine months',
      'metric: revenue, period: 9M FY2011, measure: change, base: qoq, cells: [+1]',
      'from qoq',
    ],
    [
      'a quarter against a date',
      'metric: revenue, period: 3Q11, measure: change, base: 2011-03-31, cells: [+1]',
      'from',
    ],
    [
      'a date against itself',
      'metric: cash, period: 2011-03-31, measure: change, base: 2011-03-31, cells: [+1]',
      'from',
    ],
  ])('finds %s', (_name, row, what) => {
    expect(findings(periodNature, { facts: { I: [row] } })).toEqual([expect.stringContaining(what)]);
  });
});
