import type { FactBase } from '../base.ts';
import { datesInText } from '../dates-in-text.ts';
import { blanked, literal } from '../patterns.ts';
import type { DataCheck } from './check.ts';
import { noteTexts } from './note-texts.ts';

const PERIOD_LABELS = String.raw`[1-4]Q\d{2}|[1-4]Q(?:-[1-4]Q)?|9M|[12]H|FY\d{4}|FY\d{2}`;

/** The figures of a note come from its facts; its words hold no digits but those of names and labels. */
export const noteNumerals: DataCheck = {
  name: 'note-numerals',
  description: 'notes hold no numeral but in names, period labels, section ids and dates in braces',
  check: (base, files) => {
    const allowed = wholeWords([...sectionLike(base), ...numberedNames(base).map(literal), PERIOD_LABELS]);
    return noteTexts(base, files)
      .filter(({ note }) => note.kind !== 'contact')
      .flatMap(({ note, text, place }) => {
        const terms = wholeWords(note.terms.filter(isNumbered).map(literal));
        return datesInText(text)
          .flatMap((part) => (part.kind === 'words' ? numerals(part.text, [terms, allowed]) : []))
          .map((numeral) => ({
            ...place,
            what: `the numeral ${numeral} stands in the words of the note "${note.id}"`,
            expected: 'figures under facts: and dates in braces',
            remedy: 'Take it out; if it belongs to a name, add the name as an alias or under terms:',
          }));
      });
  },
};

/** Whether a name holds digits and is more than a number. */
const isNumbered = (name: string): boolean => /\d/.test(name) && /[A-Za-z]/.test(name);

/** Names of the vocabulary that hold digits, the longest first. */
function numberedNames(base: FactBase): string[] {
  return [...base.metrics.values(), ...base.segments.values()]
    .flatMap((entry) => [entry.label, ...entry.aliases])
    .filter(isNumbered)
    .sort((a, b) => b.length - a.length);
}

/** Patterns of ids like the document's sections: also III-2, when the document has only III-1 and III-3. */
function sectionLike(base: FactBase): string[] {
  const numbered = [...base.sections.keys()].filter((id) => /\d/.test(id));
  return [
    ...new Set(numbered.map((id) => literal(id.replace(/\d+/g, '0')).replaceAll('0', String.raw`\d+`))),
  ];
}

const wholeWords = (sources: readonly string[]): RegExp =>
  new RegExp(String.raw`(?<!\w)(?:${sources.length === 0 ? '(?!)' : sources.join('|')})(?!\w)`, 'gi');

function numerals(text: string, allowed: readonly RegExp[]): string[] {
  return allowed.reduce(blanked, text).match(/\d(?:[\w.,]*\w)?/g) ?? [];
}
