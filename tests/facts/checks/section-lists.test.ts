import { describe, expect, it } from 'vitest';
import { sectionLists } from '../../../src/facts/checks/section-lists.ts';
import { findings } from '../../support/tiny.ts';

const FACTS = {
  I: ['metric: revenue, period: 3Q11, cells: ["1"]', 'metric: revenue, period: 2Q11, cells: ["1"]'],
};
const section = (has: string): string =>
  `sections:\n  - { id: I, title: Summary, covers: highlights, has: [${has}] }\n`;

describe('section-lists', () => {
  it('passes a section that lists what it prints, and more', () => {
    expect(findings(sectionLists, { facts: FACTS, sections: section('cost, revenue') })).toEqual([]);
  });

  it('finds a metric that is printed and not listed, once', () => {
    expect(findings(sectionLists, { facts: FACTS, sections: section('cost') })).toEqual([
      'facts/I.yml:7: section I prints revenue, which its "has" in document.yml does not list',
    ]);
  });
});
