import { describe, expect, it } from 'vitest';
import { unknownMetric } from '../../../src/facts/checks/unknown-metric.ts';
import { findings } from '../../support/tiny.ts';

describe('unknown-metric', () => {
  it('passes known metrics, minus signs included', () => {
    expect(
      findings(unknownMetric, { facts: { I: ['metric: revenue, period: 3Q11, cells: ["1"]'] } }),
    ).toEqual([]);
  });

  it('finds one in a fact and in the whole of a share', () => {
    const facts = {
      I: [
        'metric: revenu, period: 3Q11, cells: ["1"]',
        'metric: cost, period: 3Q11, measure: share, base: turnover, unit: percent, cells: [80.0]',
      ],
    };
    expect(findings(unknownMetric, { facts })).toEqual([
      'facts/I.yml:7: no metric has the id "revenu"',
      'facts/I.yml:8: no metric has the id "turnover"',
    ]);
  });

  it('finds one in a note', () => {
    const notes =
      '- id: n\n  kind: remark\n  section: I\n  about:\n    - { metric: churn }\n  title: t\n  text: x\n';
    expect(findings(unknownMetric, { notes })).toEqual(['notes.yml:5: no metric has the id "churn"']);
  });

  it('finds one in what a section has and in what charts lost', () => {
    const sections = 'sections:\n  - { id: I, title: Summary, covers: x, has: [sale] }\n';
    const document = 'lost:\n  - { metric: capex, section: I, what: a chart, instead: [cash, ppe east] }\n';
    expect(findings(unknownMetric, { sections, document })).toEqual([
      'document.yml:12: no metric has the id "sale"',
      'document.yml:14: no metric has the id "capex"',
      'document.yml:14: no metric has the id "ppe"',
    ]);
  });

  it('finds one in the vocabulary', () => {
    const metrics = [
      '- { id: revenue, label: Revenue, is: [price, -rebate], aliases: [] }',
      '- { id: profit, label: Profit, ambiguous: [revenue, ebit], aliases: [] }',
      '- { id: ratio, label: Ratio, ratio: [revenue, asset], aliases: [] }',
    ].join('\n');
    const segments =
      '- { id: consolidated, label: All, metric: sale, splits: [{ parts: [], for: [orders] }], aliases: [] }';
    expect(findings(unknownMetric, { metrics, segments })).toEqual([
      'vocabulary/metrics.yml:1: no metric has the id "price"',
      'vocabulary/metrics.yml:1: no metric has the id "rebate"',
      'vocabulary/metrics.yml:2: no metric has the id "ebit"',
      'vocabulary/metrics.yml:3: no metric has the id "asset"',
      'vocabulary/segments.yml:1: no metric has the id "sale"',
      'vocabulary/segments.yml:1: no metric has the id "orders"',
    ]);
  });
});
