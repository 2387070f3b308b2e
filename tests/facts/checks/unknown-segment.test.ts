import { describe, expect, it } from 'vitest';
import { unknownSegment } from '../../../src/facts/checks/unknown-segment.ts';
import { findings } from '../../support/tiny.ts';

describe('unknown-segment', () => {
  it('passes known segments', () => {
    const facts = { I: ['metric: revenue, segment: east, period: 3Q11, cells: ["1"]'] };
    expect(findings(unknownSegment, { facts })).toEqual([]);
  });

  it('finds one in a fact, a note and a lost figure', () => {
    const data = {
      facts: { I: ['metric: revenue, segment: north, period: 3Q11, cells: ["1"]'] },
      notes: '- { id: n, kind: remark, section: I, about: [{ segment: south }], title: t, text: x }',
      document:
        'lost:\n  - { metric: cash, segment: up, section: I, what: a chart, instead: [cash, cash down] }\n',
    };
    expect(findings(unknownSegment, data)).toEqual([
      'facts/I.yml:7: no segment has the id "north"',
      'notes.yml:1: no segment has the id "south"',
      'document.yml:16: no segment has the id "up"',
      'document.yml:16: no segment has the id "down"',
    ]);
  });

  it('finds one in the vocabulary', () => {
    const metrics = '- { id: revenue, label: Revenue, labels: { nrth: Sales }, aliases: [] }';
    const segments = [
      '- { id: consolidated, label: All, splits: [{ parts: [a, east], for: [revenue] }], aliases: [] }',
      '- { id: east, label: East, combines: [b], ambiguous: [c], aliases: [] }',
    ].join('\n');
    expect(findings(unknownSegment, { metrics, segments })).toEqual([
      'vocabulary/metrics.yml:1: no segment has the id "nrth"',
      'vocabulary/segments.yml:1: no segment has the id "a"',
      'vocabulary/segments.yml:2: no segment has the id "b"',
      'vocabulary/segments.yml:2: no segment has the id "c"',
    ]);
  });
});
