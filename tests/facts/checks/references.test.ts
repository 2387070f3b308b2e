import { describe, expect, it } from 'vitest';
import { references } from '../../../src/facts/checks/references.ts';
import { findings } from '../../support/tiny.ts';

describe('references', () => {
  const facts = { I: ['metric: revenue, segment: east, period: 9M FY2011, cells: ["1"]'] };
  const note = (reference: string): string =>
    `- id: n\n  kind: remark\n  section: I\n  title: t\n  text: x\n  facts:\n    - '${reference}'\n`;

  it('passes a reference to a fact that is printed', () => {
    expect(findings(references, { facts, notes: note('revenue east 9M FY2011') })).toEqual([]);
  });

  it('finds one that names nothing printed', () => {
    expect(findings(references, { facts, notes: note('revenue east 3Q11') })).toEqual([
      'notes.yml:7: no fact is "revenue east 3Q11"',
    ]);
  });

  it('finds one that can not be read', () => {
    expect(findings(references, { facts, notes: note('revenue east last year') })).toEqual([
      'notes.yml:7: "revenue east last year" is not a reference to a fact',
    ]);
  });

  it('finds a substitute of a lost figure that is not printed either', () => {
    const document =
      'lost:\n  - { metric: cost, section: I, what: a chart, instead: [revenue east, revenue] }\n';
    expect(findings(references, { facts, document })).toEqual([
      'document.yml:16: nothing is printed for "revenue", which is offered instead of a lost figure',
    ]);
  });
});
