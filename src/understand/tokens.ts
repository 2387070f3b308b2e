import { foldWord, splitWords } from '../lexicon/fold.ts';

/** A word of the question with its folded form, and what it was typed as if a misspelling was corrected. */
export interface Token {
  text: string;
  folded: string;
  start: number;
  end: number;
}

/** The words and meaningful symbols of a text. */
export function tokenize(text: string): Token[] {
  return splitWords(text).map((p) => ({ ...p, folded: foldWord(p.text) }));
}
