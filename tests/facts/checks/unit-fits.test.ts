import { describe, expect, it } from 'vitest';
import { unitFits } from '../../../src/facts/checks/unit-fits.ts';
import { findings } from '../../support/tiny.ts';

describe('unit-fits', () => {
  it('passes levels in the unit of the metric, changes also in percent and points, shares in percent', () => {
    const facts = {
      I: [
        'metric: revenue, period: 3Q11, cells: ["1"]',
        'metric: revenue, period: 3Q11, measure: change, base: yoy, cells: [+1]',
        'metric: revenue, period: 3Q11, measure: change, base: yoy, unit: percent, cells: [+1.0]',
        'metric: cost, period: 3Q11, measure: change, base: yoy, unit: points, cells: [+1.0]',
        'metric: cost, period: 3Q11, measure: share, base: revenue, unit: percent, cells: [80.0]',
      ],
    };
    expect(findings(unitFits, { facts })).toEqual([]);
  });

  it.each([
    ['metric: revenue, period: 3Q11, unit: percent, cells: [1.0]', 'a level of revenue in percent'],
    ['metric: staff, period: 2011-12-31, cells: ["1"]', 'a level of staff in JPY'],
    [
      'metric: staff, period: 2011-12-31, measure: change, base: yoy, cells: [+1]',
      'a change of staff in JPY',
    ],
    [
      'metric: cost, period: 3Q11, measure: share, base: revenue, unit: points, cells: [1.0]',
      'a share of cost in points',
    ],
  ])('finds %s', (row, what) => {
    expect(findings(unitFits, { facts: { I: [row] } })).toEqual([`facts/I.yml:7: ${what}`]);
  });
});
