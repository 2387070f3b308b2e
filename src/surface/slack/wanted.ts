import { ask } from '../../ask.ts';
import { checkText } from '../../check/check.ts';
import type { FactBase } from '../../facts/base.ts';
import type { Section } from '../../model/fact.ts';
import { draftIn, questionIn } from './text.ts';

/** What somebody's words ask for. */
export type Wanted =
  | { kind: 'help' }
  | { kind: 'browse' }
  | { kind: 'metrics'; words: string }
  | { kind: 'sources'; section: string }
  | { kind: 'check'; text: string; inPublic: boolean }
  | { kind: 'question'; question: string; inPublic: boolean };

const PUBLIC = /^!\s*|^--public(?:\s+|$)|(?:^|\s+)--public$/;
/** No question is longer, in characters. */
const MOST_QUESTION = 2_000;
const LISTING = /^(?:(?<metrics>metrics)|sources|sections)(?:\s+(?<rest>[^]*))?$/i;

/** What has a text checked. The command's word needs nothing else; elsewhere a colon or a line's end sets it apart from a question. */
const CHECK_WORD = /^check(?:\s*[:：]|\s+|$)(?<text>[^]*)$/i;
const CHECK_THIS =
  /^(?:please\s+)?check(?:\s+(?:these|this|the|those|my|our)(?:\s+(?:figures?|numbers?|text|draft|claims?|statements?))?)?\s*(?:[:：]|\n)(?<text>[^]*)$/i;

/** The section with an id, in capitals or not. */
export const sectionNamed = (base: FactBase, name: string): Section | undefined =>
  [...base.sections.values()].find((s) => s.id.toLowerCase() === name.toLowerCase());

/**
 * Reads the words after the command or a mention, as Slack delivers them: a question, unless they are one of the app's
 * own words. After the command, "check" alone has a text checked.
 */
export function wantedBy(base: FactBase, text: string, after: 'command' | 'mention'): Wanted {
  const words = questionIn(text);
  const check = checkIn(base, text, after);
  if (check) return check;
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
  const question =
    section !== '' && !sectionNamed(base, section) && ask(base, words).answer.status === 'answered';
  return question ? { kind: 'question', question: words, inPublic: false } : { kind: 'sources', section };
}

/** A text to be checked; null for a question, such as "check operating income", where nothing is claimed. */
function checkIn(base: FactBase, raw: string, after: 'command' | 'mention'): Wanted | null {
  const words = draftIn(raw);
  const inPublic = PUBLIC.test(words);
  const plain = inPublic ? words.replace(PUBLIC, '').trim() : words;
  const found = CHECK_THIS.exec(plain) ?? (after === 'command' ? CHECK_WORD.exec(plain) : null);
  if (!found) return null;
  const text = (found.groups?.text ?? '').trim();
  return isQuestion(base, plain, text) ? null : { kind: 'check', text, inPublic };
}

/** Whether what follows "check" claims nothing, and all of it is a question that has an answer. */
function isQuestion(base: FactBase, words: string, text: string): boolean {
  if (text === '' || text.length > MOST_QUESTION || text.includes('\n')) return false;
  const { summary } = checkText(base, text);
  return summary.claims === summary['not-a-claim'] && ask(base, words).answer.status === 'answered';
}
