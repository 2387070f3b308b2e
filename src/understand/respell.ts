import { isEnglish } from '../lexicon/english.ts';
import { foldWord } from '../lexicon/fold.ts';
import { correct, expand, split } from '../lexicon/spelling.ts';
import { tokenize } from './tokens.ts';
import type { Reader } from './vocabulary.ts';

/** A text with its short forms spelled out and its misspelt words mended, and which of them were mended. */
export function correctSpelling(
  reader: Reader,
  plain: string,
): { text: string; corrections: { typed: string; read: string }[] } {
  const corrections: { typed: string; read: string }[] = [];
  let text = '';
  let at = 0;
  for (const token of tokenize(plain)) {
    const read =
      reader.abbreviations.get(token.text.toLowerCase()) ??
      (/^\p{L}{3,}$/u.test(token.text.replace(/['’]s?$/, '')) ? respell(reader, token.text) : null);
    if (read === null) continue;
    if (!reader.abbreviations.has(token.text.toLowerCase())) corrections.push({ typed: token.text, read });
    text += plain.slice(at, token.start) + read;
    at = token.end;
  }
  return { text: text + plain.slice(at), corrections };
}

/** The known word that an unknown one stands for; null for words that are known, English, or like nothing known. */
export function respell(reader: Reader, word: string): string | null {
  const folded = foldWord(word);
  if (reader.known.has(folded) || reader.speller.known.has(word.toLowerCase())) return null;
  const fixed =
    correct(reader.speller, word.replace(/['’]s?$/, '')) ?? split(reader.speller, word)?.join(' ') ?? null;
  const expanded = expand(reader.speller, word);
  const read = word.length <= 4 ? (expanded ?? fixed) : (fixed ?? expanded);
  if (read === null || isEnglish(word)) return null;
  const properName =
    /^\p{Lu}\p{Ll}/u.test(word) && reader.fillers.has(foldWord(read)) && !reader.speller.named.has(read);
  return properName ? null : read;
}
