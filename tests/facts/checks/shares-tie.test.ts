import { describe, expect, it } from 'vitest';
import { sharesTie } from '../../../src/facts/checks/shares-tie.ts';
import { findings } from '../../support/tiny.ts';

describe('shares-tie', () => {
  it('holds a metric against the whole of its own segment', () => {
    const facts = (share: string) => ({
      I: [
        'metric: cost, period: 3Q11, cells: ["567"]',
        'metric: revenue, period: 3Q11, cells: ["708"]',
        `metric: cost, period: 3Q11, measure: share, base: revenue, unit: percent, cells: [${share}]`,
      ],
    });
    expect(findings(sharesTie, { facts: facts('80.1') })).toEqual([]);
    expect(findings(sharesTie, { facts: facts('81.0') })).toEqual([
      expect.stringContaining(
        'but cost consolidated over revenue consolidated gives 79.958 to 80.212 percent',
      ),
    ]);
  });

  it("holds a segment's part against the group", () => {
    const facts = (share: string) => ({
      I: [
        'metric: revenue, segment: east, period: 3Q11, cells: ["30"]',
        'metric: revenue, period: 3Q11, cells: ["120"]',
        `metric: revenue, segment: east, period: 3Q11, measure: share, base: revenue, unit: percent, cells: [${share}]`,
      ],
    });
    expect(findings(sharesTie, { facts: facts('25') })).toEqual([]);
    expect(findings(sharesTie, { facts: facts('100') })).toHaveLength(1);
  });
});
