import { describe, expect, it } from 'vitest';
import { changesTie } from '../../../src/facts/checks/changes-tie.ts';
import { findings } from '../../support/tiny.ts';

describe('changes-tie', () => {
  const facts = (change: string) => ({
    I: [
      'metric: revenue, period: 3Q11, cells: ["361"]',
      'metric: revenue, period: 3Q10, cells: ["125"]',
      `metric: revenue, period: 3Q11, measure: change, base: yoy, cells: ["${change}"]`,
    ],
  });

  it.each(['+236', '+237', '+235'])('takes %s for 361 less 125', (change) => {
    expect(findings(changesTie, { facts: facts(change) })).toEqual([]);
  });

  it.each(['+238', '-236'])('finds that %s is an error', (change) => {
    expect(findings(changesTie, { facts: facts(change) })).toEqual([
      expect.stringContaining('but 3Q11 less 3Q10 gives 235 to 237 JPY million'),
    ]);
  });

  it('counts from a date, and a target from the actual', () => {
    const rows = [
      'metric: staff, period: 2011-12-31, unit: count, cells: ["15"]',
      'metric: staff, period: 2011-03-31, unit: count, cells: ["12"]',
      'metric: staff, period: 2011-12-31, unit: count, measure: change, base: 2011-03-31, cells: ["+4"]',
      'metric: revenue, period: FY2011, scenario: revised-target, cells: ["97"]',
      'metric: revenue, period: FY2010, cells: ["82"]',
      'metric: revenue, period: FY2011, scenario: revised-target, measure: change, base: yoy, cells: ["+20"]',
    ];
    expect(findings(changesTie, { facts: { I: rows } })).toEqual([
      'facts/I.yml:9: staff consolidated 2011-12-31 change 2011-03-31 is printed "+4", that is 4 count, but 2011-12-31 less 2011-03-31 gives 3 count',
      expect.stringContaining('FY2011 less FY2010 gives 14 to 16 JPY million'),
    ]);
  });

  it('holds points against shares and against ratios', () => {
    const share = 'metric: cost, measure: share, base: revenue, unit: percent';
    const rows = (points: string, ratio: string) => [
      `${share}, period: 3Q11, cells: [14.3]`,
      `${share}, period: 3Q10, cells: [16.0]`,
      `metric: cost, period: 3Q11, unit: points, measure: change, base: yoy, cells: [${points}]`,
      'metric: margin-ratio, period: 3Q11, unit: percent, cells: [20.0]',
      'metric: margin-ratio, period: 3Q10, unit: percent, cells: [19.0]',
      `metric: margin-ratio, period: 3Q11, unit: points, measure: change, base: yoy, cells: [${ratio}]`,
    ];
    expect(findings(changesTie, { facts: { I: rows('-1.7', '+1.0') } })).toEqual([]);
    expect(findings(changesTie, { facts: { I: rows('-1.9', '+1.2') } })).toHaveLength(2);
  });
});
