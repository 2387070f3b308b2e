import { describe, expect, it } from 'vitest';
import { findSections } from '../../src/understand/sections.ts';
import { tiny } from '../support/tiny.ts';

const sections = `
sections:
  - { id: cover, title: Cover, covers: the date }
  - { id: A, title: Summary, covers: highlights }
  - { id: B-1, title: Details, covers: tables }
  - { id: 2.1, title: More, covers: more }
  - { id: II, title: Rest, covers: the rest }
`.trimStart();
const { base } = tiny({ sections });

const found = (text: string): string[] => findSections(base, text).map((s) => s.id);

describe('findSections', () => {
  it.each([
    ['what is in B-1', ['B-1']],
    ['figures of b-1 and section 2.1', ['B-1', '2.1']],
    ['section ii, part A', ['II', 'A']],
  ])('%s', (text, ids) => {
    expect(found(text)).toEqual(ids);
  });

  it.each(['A figure for 2.1 million', 'which section a figure is in', 'AB-1 and B-12', 'section 211', ''])(
    'not in: %s',
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );

  it('finds none where there are no ids to look for', () => {
    const { base: bare } = tiny({ sections: 'sections:\n  - { id: overview, title: All, covers: all }\n' });
    expect(findSections(bare, 'section overview of revenue')).toEqual([]);
  });
});
