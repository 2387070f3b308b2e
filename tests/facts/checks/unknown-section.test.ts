import { describe, expect, it } from 'vitest';
import { unknownSection } from '../../../src/facts/checks/unknown-section.ts';
import { findings } from '../../support/tiny.ts';

describe('unknown-section', () => {
  it('passes sections of the document', () => {
    const notes = '- { id: n, kind: remark, sections: [I, II-1], title: t, text: x }';
    expect(findings(unknownSection, { notes })).toEqual([]);
  });

  it('finds one in a fact, a note, a lost figure and an exception', () => {
    const data = {
      facts: { IV: ['metric: revenue, period: 3Q11, cells: ["1"]'] },
      notes: '- { id: n, kind: remark, section: V, title: t, text: x }',
      document:
        'lost:\n  - { metric: cash, section: VI, what: a chart }\nexceptions:\n  - { text: "1", section: VII, reason: r }\n',
    };
    expect(findings(unknownSection, data)).toEqual([
      'facts/IV.yml:7: no section has the id "IV"',
      'notes.yml:1: no section has the id "V"',
      'document.yml:16: no section has the id "VI"',
      'document.yml:18: no section has the id "VII"',
    ]);
  });

  it('finds a note that cites nothing', () => {
    const notes = '- { id: n, kind: remark, title: t, text: x }';
    expect(findings(unknownSection, { notes })).toEqual(['notes.yml:1: the note "n" cites no section']);
  });
});
