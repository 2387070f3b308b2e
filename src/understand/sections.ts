import type { FactBase } from '../facts/base.ts';
import type { MentionOf } from './said.ts';

/** An id that nothing else in a question looks like: "II-9", "B-1", and not "1-3" or "2.1". */
const isPlain = (id: string): boolean => /^(?=.*[a-z])[\w.]+-[\w.-]+$/i.test(id);
/** A short id stands only behind "section" or "part": "section I"; a bare "I" is a pronoun. */
const isShort = (id: string): boolean => /^[\w.-]{1,4}$/.test(id);

const escaped = (id: string): string => id.replace(/[.]/g, '\\.');

/** Section ids in a text: "II-9", "section I". A section called A is not the article. */
export function findSections(base: FactBase, text: string): MentionOf<'section'>[] {
  const ids = [...base.sections.keys()];
  const plain = ids.filter(isPlain);
  const short = ids.filter((id) => !isPlain(id) && isShort(id));
  const forms = [
    ...(plain.length === 0
      ? []
      : [`(?:section |part |slide |page )?(?<plain>${plain.map(escaped).join('|')})(?!\\w)`]),
    ...(short.length === 0 ? [] : [`(?:section|part) (?<short>${short.map(escaped).join('|')})(?![\\w-])`]),
  ];
  if (forms.length === 0) return [];
  const pattern = new RegExp(`(?<![\\w-])(?:${forms.join('|')})`, 'gi');
  return Array.from(text.matchAll(pattern)).flatMap((m): MentionOf<'section'>[] => {
    const typed = m.groups?.plain ?? m.groups?.short ?? '';
    const id = ids.find((i) => i.toLowerCase() === typed.toLowerCase());
    if (id === undefined || (/^A$/.test(id) && typed === 'a')) return [];
    return [{ kind: 'section', id, start: m.index, end: m.index + m[0].length }];
  });
}
