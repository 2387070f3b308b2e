import { describe, expect, it } from 'vitest';
import { identitiesTie } from '../../../src/facts/checks/identities-tie.ts';
import { findings } from '../../support/tiny.ts';

describe('identities-tie', () => {
  const facts = (margin: string) => ({
    I: [
      'metric: revenue, period: 3Q11, cells: ["361"]',
      'metric: cost, period: 3Q11, cells: ["360"]',
      `metric: margin, period: 3Q11, cells: ["${margin}"]`,
    ],
  });

  it.each(['1', '2', '0'])('takes %s for 361 less 360, as rounding', (margin) => {
    expect(findings(identitiesTie, { facts: facts(margin) })).toEqual([]);
  });

  it('finds an error and shows both sides', () => {
    expect(findings(identitiesTie, { facts: facts('3') })).toEqual([
      'facts/I.yml:9: margin consolidated 3Q11 is printed "3", that is 2.5 to 3.5 JPY million, but revenue - cost gives 0 to 2 JPY million',
    ]);
  });

  it('works out a term that is not printed from its own identity or its quarters', () => {
    const metrics = [
      '- { id: revenue, label: Revenue, aliases: [] }',
      '- { id: cost, label: Cost, aliases: [] }',
      '- { id: margin, label: Margin, is: [revenue, -cost], aliases: [] }',
      '- { id: income, label: Income, is: [margin, -cost], aliases: [] }',
    ].join('\n');
    const rows = [
      'metric: revenue, period: 1H FY2011, cells: ["100"]',
      'metric: cost, period: 1Q11, cells: ["10"]',
      'metric: cost, period: 2Q11, cells: ["10"]',
      'metric: income, period: 1H FY2011, cells: ["90"]',
    ];
    expect(findings(identitiesTie, { metrics, facts: { I: rows } })).toEqual([
      expect.stringContaining('margin - cost gives 57.5 to 62.5 JPY million'),
    ]);
  });

  it('holds for changes in amounts, not for those in percent', () => {
    const changes = (unit: string) => ({
      I: ['revenue', 'cost', 'margin'].map(
        (metric) =>
          `metric: ${metric}, period: 3Q11, measure: change, base: yoy, unit: ${unit}, cells: [+30]`,
      ),
    });
    expect(findings(identitiesTie, { facts: changes('JPY million') })).toHaveLength(1);
    expect(findings(identitiesTie, { facts: changes('percent') })).toEqual([]);
  });

  it('leaves a metric alone when a term is missing, and does not loop over circular identities', () => {
    const metrics = [
      '- { id: cash, label: Cash, nature: stock, aliases: [] }',
      '- { id: net-cash, label: Net cash, nature: stock, is: [-net-debt], aliases: [] }',
      '- { id: net-debt, label: Net debt, nature: stock, is: [-net-cash], aliases: [] }',
    ].join('\n');
    const rows = ['metric: net-cash, period: 2011-12-31, cells: ["5"]'];
    expect(findings(identitiesTie, { metrics, facts: { I: rows } })).toEqual([]);
  });
});
