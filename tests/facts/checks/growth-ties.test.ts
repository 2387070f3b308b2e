import { describe, expect, it } from 'vitest';
import { growthTies } from '../../../src/facts/checks/growth-ties.ts';
import { findings } from '../../support/tiny.ts';

describe('growth-ties', () => {
  const facts = (growth: string, earlier = '12.2') => ({
    I: [
      'metric: revenue, period: 3Q11, cells: ["20.1"]',
      `metric: revenue, period: 3Q10, cells: ["${earlier}"]`,
      `metric: revenue, period: 3Q11, measure: change, base: yoy, unit: percent, cells: ["${growth}"]`,
    ],
  });

  it.each(['+64.5', '+64.0', '+65.6'])('takes %s%% for the growth from 12.2 to 20.1', (growth) => {
    expect(findings(growthTies, { facts: facts(growth) })).toEqual([]);
  });

  it('finds a growth that the levels can not give', () => {
    expect(findings(growthTies, { facts: facts('+66.0') })).toEqual([
      'facts/I.yml:9: revenue consolidated 3Q11 change yoy is printed "+66.0", that is 65.95 to 66.05 percent, but the growth from 3Q10 gives 63.673 to 65.844 percent',
    ]);
  });

  it('leaves growth from a loss alone', () => {
    expect(findings(growthTies, { facts: facts('+66.0', '(12.2)') })).toEqual([]);
  });
});
