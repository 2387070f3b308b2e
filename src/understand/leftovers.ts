import { isEnglish } from '../lexicon/english.ts';
import { foldWord } from '../lexicon/fold.ts';
import type { Word } from './said.ts';

const NAMES: ReadonlySet<Word['taken']> = new Set<Word['taken']>(['metric', 'segment']);
/** In a question this short without a metric, every word is about the thing named. */
const SHORT = 9;

const OF = /^(?:of|on|for|from|in|at|by|with|to|among|behind|per|within|under|via)$/i;
const ARTICLE = /^(?:the|a|an|its|our|their|his|each|all|any|this|that)$/i;

/**
 * Whether a word that is not understood may change which figure is meant. A proper name or a word of no language always
 * may; a common one only where it stands in the noun phrase of a name: before it ("organic revenue"), behind it
 * ("revenue target"), as its head ("maturity of borrowings") or its complement ("revenue from hotels").
 */
export function matters(
  text: string,
  words: readonly Word[],
  i: number,
  issuer: ReadonlySet<string>,
): boolean {
  const word = words[i];
  if (!word) return false;
  if (!words.some((w) => NAMES.has(w.taken))) return true;
  if (!words.some((w) => w.taken === 'metric') && words.length <= SHORT) return true;
  if (!isEnglish(word.text.toLowerCase().replace(/['’]s?$/, '')) || isProper(text, word)) return true;
  return touches(words, i, 1, issuer) || touches(words, i, -1, issuer);
}

/** Capitals inside a sentence mark a name; a text all in capitals tells nothing. */
function isProper(text: string, word: Word): boolean {
  if (!/^\p{Lu}/u.test(word.text) || text === text.toUpperCase()) return false;
  const before = text.slice(0, word.start).trimEnd();
  return before !== '' && !/[.!?:;"(]$/.test(before);
}

/** Whether the next word that counts in a direction is a name, with no more than one preposition and articles between. */
function touches(words: readonly Word[], i: number, step: 1 | -1, issuer: ReadonlySet<string>): boolean {
  let prepositions = 0;
  for (let j = i + step; j >= 0 && j < words.length; j += step) {
    const w = words[j];
    if (!w) return false;
    if (NAMES.has(w.taken)) return true;
    if (w.taken === 'unknown') continue;
    if (OF.test(w.text)) prepositions += 1;
    else if (!ARTICLE.test(w.text) && !issuer.has(foldWord(w.text))) return false;
    if (prepositions > 1) return false;
  }
  return false;
}

const LEADS = /^(?:of|for|at|by|from|with|versus|vs|to)$/i;
const OWN = /^(?:company|group|inc|section|table|page|slide|fiscal|quarter)$/i;
const TITLE = /^\p{Lu}\p{Ll}+(?:['’]s)?$/u;

/**
 * Words in capitals behind a preposition that are each a common word but together somebody's name ("revenue of Net One").
 * A text that writes most of its words so tells nothing.
 */
export function foreignNames(
  text: string,
  words: readonly Word[],
  issuer: ReadonlySet<string>,
): ReadonlySet<Word> {
  const titled = words.filter((w) => TITLE.test(w.text));
  if (titled.length < 2 || titled.length * 2 > words.length) return new Set();
  const plain = (w: Word | undefined): w is Word =>
    w !== undefined &&
    (w.taken === 'filler' || w.taken === 'cue') &&
    TITLE.test(w.text) &&
    !OWN.test(w.text) &&
    !issuer.has(foldWord(w.text));
  const found = new Set<Word>();
  for (let i = 1; i + 1 < words.length; i++) {
    const [lead, a, b] = words.slice(i - 1, i + 2);
    if (lead && LEADS.test(lead.text) && plain(a) && plain(b) && /^\s+$/.test(text.slice(a.end, b.start))) {
      found.add(a);
      found.add(b);
    }
  }
  return found;
}
