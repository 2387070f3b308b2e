import { describe, expect, it } from 'vitest';
import { lineAt, splitSections } from '../../src/facts/sections.ts';
import { tiny } from '../support/tiny.ts';

const { base } = tiny({
  sections: `sections:
  - { id: cover, title: Cover, covers: x }
  - { id: II-1, title: Sales, covers: x }
  - { id: II-2, title: Costs, covers: x }
  - { id: end, title: Contact, covers: x, heading: '^※ Contact' }
`,
});
const split = (source: string) =>
  splitSections(base.document.sections, source).map(({ id, line, text }) => [
    id,
    line,
    text.trim().split(/\s+/).join(' '),
  ]);

describe('splitSections', () => {
  it('splits at headings, joins the parts of a section and takes the start for the cover', () => {
    const source =
      'Agenda\nabout II-1. Sales\nII-1. Sales (1)\na\nII-2. Costs\nb\n II-1.  Sales (2)\nc\n※ Contact us\nd';
    expect(split(source)).toEqual([
      ['cover', 1, 'Agenda about II-1. Sales'],
      ['II-1', 3, 'II-1. Sales (1) a II-1. Sales (2) c'],
      ['II-2', 5, 'II-2. Costs b'],
      ['end', 9, '※ Contact us d'],
    ]);
  });

  it('does not take II-10 for II-1, and leaves out what has no heading', () => {
    expect(split('x\nII-10. Sales\nII-2. Costs')).toEqual([
      ['cover', 1, 'x II-10. Sales'],
      ['II-2', 3, 'II-2. Costs'],
    ]);
  });

  it("keeps the document's offsets", () => {
    const source = 'x\nII-1. Sales\na\nII-2. Costs\nb';
    const costs = splitSections(base.document.sections, source).find((s) => s.id === 'II-2');
    expect(costs?.text.indexOf('b')).toBe(source.indexOf('b'));
    expect(lineAt(source, source.indexOf('b'))).toBe(5);
  });
});
