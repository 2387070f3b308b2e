import { describe, expect, it } from 'vitest';
import { identitiesTie } from '../../../src/facts/checks/identities-tie.ts';
import { tiesNeeded } from '../../../src/facts/checks/ties-needed.ts';
import { findings, type TinyData } from '../../support/tiny.ts';

describe('ties-needed', () => {
  const data = (margin: string, identity = 'margin = revenue - cost'): TinyData => ({
    document: `ties:\n  - { identity: ${identity}, period: 3Q11, why: something is left out }\n`,
    facts: {
      I: ['revenue', 'cost', 'margin'].map(
        (metric, i) => `metric: ${metric}, period: 3Q11, cells: ["${['10', '5', margin][i] ?? ''}"]`,
      ),
    },
  });

  it('leaves an explanation alone that something needs, and that alone', () => {
    expect(findings(tiesNeeded, data('8'))).toEqual([]);
    expect(findings(identitiesTie, data('8'))).toEqual([]);
  });

  it('finds an explanation of what ties', () => {
    expect(findings(tiesNeeded, data('5'))).toEqual([
      'document.yml:16: "margin = revenue - cost" of consolidated in 3Q11 ties and needs no explanation',
    ]);
  });

  it('finds an explanation of nothing, which explains nothing', () => {
    expect(findings(tiesNeeded, data('8', 'margin = revenue'))).toEqual([
      'document.yml:16: no identity is "margin = revenue" of consolidated in 3Q11',
    ]);
    expect(findings(identitiesTie, data('8', 'margin = revenue'))).toHaveLength(1);
  });
});
