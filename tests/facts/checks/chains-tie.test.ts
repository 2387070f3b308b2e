import { describe, expect, it } from 'vitest';
import { chainsTie } from '../../../src/facts/checks/chains-tie.ts';
import { findings } from '../../support/tiny.ts';

describe('chains-tie', () => {
  const metrics = [
    '- { id: revenue, label: Revenue, aliases: [] }',
    '- { id: cost, label: Cost, aliases: [] }',
  ].join('\n');
  const segments = [
    '- id: consolidated',
    '  label: Group',
    '  aliases: []',
    '  splits: [{ parts: [east, west], for: [revenue] }, { parts: [old, new], for: [revenue] }]',
    ...['east', 'west', 'old', 'new'].map((id) => `- { id: ${id}, label: ${id}, aliases: [] }`),
  ].join('\n');
  const rows = (period: string, ...cells: string[]): string[] =>
    ['east', 'west', 'old', 'new'].map(
      (segment, i) => `metric: revenue, segment: ${segment}, ${period}, cells: ["${cells[i] ?? ''}"]`,
    );

  it('lets two splits of a figure that is not printed meet', () => {
    expect(
      findings(chainsTie, { metrics, segments, facts: { I: rows('period: 3Q11', '6', '4', '7', '3') } }),
    ).toEqual([]);
    expect(
      findings(chainsTie, { metrics, segments, facts: { I: rows('period: 3Q11', '6', '4', '7', '8') } }),
    ).toEqual([
      'facts/I.yml:10: revenue new 3Q11 is printed "8", that is 7.5 to 8.5 JPY million, but what else is known of revenue consolidated 3Q11 gives 1.5 to 4.5 JPY million',
    ]);
  });

  it('goes back to earlier levels through growth rates', () => {
    const growth = 'period: 3Q11, measure: change, base: yoy, unit: percent';
    const levels = rows('period: 3Q11', '600', '400', '700', '300');
    const grown = (last: string) => ({ I: [...levels, ...rows(growth, '+20.0', '+25.0', '+16.7', last)] });
    expect(findings(chainsTie, { metrics, segments, facts: grown('+36.4') })).toEqual([]);
    expect(findings(chainsTie, { metrics, segments, facts: grown('+63.4') })).toEqual([
      expect.stringContaining('but the growth from 3Q10, whose level other figures give, gives'),
    ]);
  });
});
