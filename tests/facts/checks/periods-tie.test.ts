import { describe, expect, it } from 'vitest';
import { periodsTie } from '../../../src/facts/checks/periods-tie.ts';
import { findings } from '../../support/tiny.ts';

describe('periods-tie', () => {
  const row = (period: string, cell: string): string =>
    `metric: revenue, period: ${period}, cells: ["${cell}"]`;

  it('adds quarters up to the nine months', () => {
    const quarters = [row('1Q11', '244'), row('2Q11', '317'), row('3Q11', '361')];
    expect(findings(periodsTie, { facts: { I: [...quarters, row('9M FY2011', '923')] } })).toEqual([]);
    expect(findings(periodsTie, { facts: { I: [...quarters, row('9M FY2011', '925')] } })).toEqual([
      expect.stringContaining('but 1Q11 + 2Q11 + 3Q11 gives 920.5 to 923.5 JPY million'),
    ]);
  });

  it('adds nine months and the last quarter up to the year', () => {
    const parts = [row('9M FY2010', '300'), row('4Q10', '100')];
    expect(findings(periodsTie, { facts: { I: [...parts, row('FY2010', '400')] } })).toEqual([]);
    expect(findings(periodsTie, { facts: { I: [...parts, row('FY2010', '500')] } })).toHaveLength(1);
  });

  it('leaves it alone when a quarter is missing', () => {
    expect(findings(periodsTie, { facts: { I: [row('1Q11', '1'), row('1H FY2011', '9')] } })).toEqual([]);
  });
});
