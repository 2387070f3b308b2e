import { ask } from '../../ask.ts';
import type { FactBase } from '../../facts/base.ts';
import type { Section } from '../../model/fact.ts';
import { questionIn } from './text.ts';

/** What somebody's words ask for. */
export type Wanted =
  | { kind: 'help' }
  | { kind: 'browse' }
  | { kind: 'metrics'; words: string }
  | { kind: 'sources'; section: string }
  | { kind: 'question'; question: string; inPublic: boolean };

const PUBLIC = /^!\s*|^--public(?:\s+|$)|(?:^|\s+)--public$/;
const LISTING = /^(?:(?<metrics>metrics)|sources|sections)(?:\s+(?<rest>[^]*))?$/i;

/** The section with an id, in capitals or not. */
export const sectionNamed = (base: FactBase, name: string): Section | undefined =>
  [...base.sections.values()].find((s) => s.id.toLowerCase() === name.toLowerCase());

/** Reads the words after the command or a mention: a question, unless they are one of the app's own words. */
export function wantedBy(base: FactBase, text: string): Wanted {
  const words = questionIn(text);
  if (words === '' || /^help$/i.test(words)) return { kind: 'help' };
  if (/^browse$/i.test(words)) return { kind: 'browse' };
  const listing = LISTING.exec(words)?.groups;
  if (listing) {
    const rest = (listing.rest ?? '').trim();
    if (listing.metrics !== undefined) return { kind: 'metrics', words: rest };
    return sourcesOf(base, words, rest);
  }
  const inPublic = PUBLIC.test(words);
  const question = inPublic ? words.replace(PUBLIC, '').trim() : words;
  return question === '' ? { kind: 'help' } : { kind: 'question', question, inPublic };
}

/** A section by its name, or, where that is none, a question for what prints a figure, if it has an answer. */
function sourcesOf(base: FactBase, words: string, section: string): Wanted {
  const question = section !== '' && !sectionNamed(base, section) && ask(base, words).answer.status === 'answered'; // prettier-ignore
  return question ? { kind: 'question', question: words, inPublic: false } : { kind: 'sources', section };
}
