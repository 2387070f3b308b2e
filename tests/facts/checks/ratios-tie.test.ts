import { describe, expect, it } from 'vitest';
import { ratiosTie } from '../../../src/facts/checks/ratios-tie.ts';
import { findings } from '../../support/tiny.ts';

describe('ratios-tie', () => {
  const facts = (ratio: string) => ({
    I: [
      'metric: revenue, period: 3Q11, cells: ["70,752"]',
      'metric: cost, period: 3Q11, cells: ["56,654"]',
      `metric: margin-ratio, period: 3Q11, unit: percent, cells: ["${ratio}"]`,
    ],
  });

  it('passes a ratio that its parts give, one of them worked out', () => {
    expect(findings(ratiosTie, { facts: facts('19.9') })).toEqual([]);
  });

  it('finds a ratio that they do not give', () => {
    expect(findings(ratiosTie, { facts: facts('20.9') })).toEqual([
      expect.stringContaining('but margin over revenue gives 19.924 to 19.927 percent'),
    ]);
  });
});
