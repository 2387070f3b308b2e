import type { FactBase } from '../facts/base.ts';
import type { MentionOf } from './said.ts';

/** Section ids in a text: "II-9", "section I"; a bare "I" is a pronoun. */
export function findSections(base: FactBase, text: string): MentionOf<'section'>[] {
  const numbered = [...base.sections.keys()].filter((id) => id.includes('-'));
  const plain = [...base.sections.keys()].filter((id) => /^[IVX]+$/.test(id));
  const pattern = new RegExp(
    `(?<![\\w-])(?:section |part |slide |page )?(${numbered.join('|')})(?!\\d|\\w)|(?<![\\w-])(?:section|part) (${plain.join('|')})(?![\\w-])`,
    'gi',
  );
  return Array.from(text.matchAll(pattern), (m) => ({
    kind: 'section' as const,
    id: (m[1] ?? m[2] ?? '').toUpperCase(),
    start: m.index,
    end: m.index + m[0].length,
  }));
}
