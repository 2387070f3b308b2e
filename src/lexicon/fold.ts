/** Words that stand in names without telling them apart; names match with or without them. */
const SILENT = new Set(['the', 'a', 'an']);

const AMERICAN: readonly (readonly [RegExp, string])[] = [
  [
    /^(capital|amort|util|organ|recogn|summar|monet|real|virtual|global|custom|normal)is(e|ed|es|ing|ation|ations)$/,
    '$1iz$2',
  ],
  [/^(lab|fav|behavi|col)our(s|ed|ing|able)?$/, '$1or$2'],
  [/^centre(s)?$/, 'center$1'],
  [/^programme(s)?$/, 'program$1'],
  [/^licence(s)?$/, 'license$1'],
  [/^instalment(s)?$/, 'installment$1'],
];

const KEEPS_S = /(ss|us|is|ous)$/;

/** Folded words already seen: names share most of their words. Cleared when full, so that it stays small. */
const seen = new Map<string, string>();
const MOST_SEEN = 20_000;

/** One word without case, possessive, British spelling and plural, so that both sides of a comparison meet: "Revenues'" gives "revenue". */
export function foldWord(word: string): string {
  const kept = seen.get(word);
  if (kept !== undefined) return kept;
  if (seen.size >= MOST_SEEN) seen.clear();
  const folded = fold(word);
  seen.set(word, folded);
  return folded;
}

function fold(word: string): string {
  let w = word
    .toLowerCase()
    .replace(/['’]s?$/, '')
    .replace(/[.&]/g, '');
  for (const [pattern, to] of AMERICAN) w = w.replace(pattern, to);
  return singular(w);
}

function singular(w: string): string {
  if (w.length < 4 || !w.endsWith('s') || /\d/.test(w)) return w;
  if (w.endsWith('ies') && w.length > 4) return `${w.slice(0, -3)}y`;
  if (/(sses|xes|ches|shes)$/.test(w)) return w.slice(0, -2);
  return KEEPS_S.test(w) ? w : w.slice(0, -1);
}

/** The words of a name, folded, without silent ones: "Costs & Expenses" gives [cost, and, expense]. */
export function foldName(name: string): string[] {
  return splitWords(name)
    .map((w) => foldWord(w.text))
    .filter((w) => !SILENT.has(w));
}

export const isSilent = (folded: string): boolean => SILENT.has(folded);

export interface Piece {
  text: string;
  start: number;
  end: number;
}

const WORD = /[\p{L}\p{N}]+(?:[.'’][\p{L}\p{N}]+|&\p{L}(?![\p{L}\p{N}]))*['’]?|[&%+><=/*$¥€£#△▲;:?!,()\-~]/gu;

/** Splits text into words and the symbols that carry meaning; "&" reads as the word "and". Offsets are UTF-16. */
export function splitWords(text: string): Piece[] {
  return Array.from(text.matchAll(WORD), (m) => ({
    text: m[0] === '&' || (m[0] === '+' && !/^\s?[\d.]/.test(text.slice(m.index + 1))) ? 'and' : m[0],
    start: m.index,
    end: m.index + m[0].length,
  })).filter((p) => p.text !== '-' && p.text !== '/' && p.text !== '*');
}
