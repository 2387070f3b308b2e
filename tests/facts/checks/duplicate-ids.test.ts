import { describe, expect, it } from 'vitest';
import { duplicateIds } from '../../../src/facts/checks/duplicate-ids.ts';
import { findings } from '../../support/tiny.ts';

describe('duplicate-ids', () => {
  it('passes different ids', () => {
    expect(findings(duplicateIds, {})).toEqual([]);
  });

  it('finds two metrics, segments, sections, notes or intents with one id', () => {
    const data = {
      metrics: '- { id: a, label: A, aliases: [] }\n- { id: a, label: B, aliases: [] }',
      segments: '- { id: b, label: C, aliases: [] }\n- { id: b, label: D, aliases: [] }',
      sections: 'sections:\n  - { id: I, title: x, covers: x }\n  - { id: I, title: y, covers: y }\n',
      notes:
        '- { id: n, kind: remark, section: I, title: t, text: x }\n- { id: n, kind: plan, section: I, title: t, text: x }',
      intents: {
        'lookup.yml': 'id: lookup\ndoes: x\ncues: []\nexamples: [{ ask: q }]\n',
        'other.yml': 'does: x\nid: lookup\ncues: []\nexamples: [{ ask: q }]\n',
      },
    };
    expect(findings(duplicateIds, data)).toEqual([
      'vocabulary/metrics.yml:2: the metric id "a" is taken by vocabulary/metrics.yml:1',
      'vocabulary/segments.yml:2: the segment id "b" is taken by vocabulary/segments.yml:1',
      'document.yml:13: the section id "I" is taken by documents/tiny/document.yml:12',
      'notes.yml:2: the note id "n" is taken by documents/tiny/notes.yml:1',
      'other.yml:2: the intent id "lookup" is taken by lookup.yml:1',
    ]);
  });
});
