import { buildTrigrams, nearest, type TrigramIndex } from './trigrams.ts';

/** Words that a misspelling may be a misspelling of; those of names weigh more. */
export interface Speller {
  words: readonly string[];
  named: ReadonlySet<string>;
  known: ReadonlySet<string>;
  index: TrigramIndex;
  /** Words of names by their consonants. */
  skeletons: ReadonlyMap<string, readonly string[]>;
}

/** Builds a speller. `named`: words of metric and segment names; `others`: all other words that mean something in a question. */
export function buildSpeller(named: Iterable<string>, others: Iterable<string>): Speller {
  const names = new Set([...named].filter((w) => /^\p{L}{3,}$/u.test(w)));
  const rest = new Set([...others].filter((w) => /^\p{L}{4,}$/u.test(w)));
  const words = [...new Set([...names, ...rest])].sort();
  const skeletons = new Map<string, string[]>();
  for (const word of words) {
    if (!names.has(word)) continue;
    const kept = skeletons.get(skeleton(word));
    if (kept) kept.push(word);
    else skeletons.set(skeleton(word), [word]);
  }
  return { words, named: names, known: new Set([...names, ...rest]), index: buildTrigrams(words), skeletons };
}

/** How many single-letter edits (insert, drop, change, swap neighbours) part two words; stops counting above `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let d = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        d = Math.min(d, (before[j - 2] ?? 0) + 1);
      row.push(d);
    }
    if (Math.min(...row) > limit) return limit + 1;
    before = last;
    last = row;
  }
  return last[b.length] ?? limit + 1;
}

/** The same first letter, or the first two swapped. */
const sharesStart = (a: string, b: string): boolean =>
  a.slice(0, 1) === b.slice(0, 1) || (a.slice(0, 1) === b.slice(1, 2) && a.slice(1, 2) === b.slice(0, 1));

const allowed = (length: number): number => (length >= 8 ? 2 : length >= 4 ? 1 : 0);

/**
 * The word that an unknown one is a misspelling of, or null. One edit from four letters on, two from eight;
 * the first letter holds except for swapped or doubled ones; names win over other words, then the nearer, then the more alike.
 */
export function correct(speller: Speller, word: string): string | null {
  const w = word.toLowerCase();
  const limit = allowed(w.length);
  if (limit === 0) return null;
  const ranked = nearest(speller.index, w, 40)
    .map((i) => speller.words[i] ?? '')
    .map((candidate, order) => ({
      candidate,
      order,
      distance: editDistance(w, candidate, limit),
      named: speller.named.has(candidate),
    }))
    .filter(
      ({ candidate, distance }) =>
        distance <= Math.min(limit, allowed(candidate.length)) &&
        (sharesStart(candidate, w) || (distance === 1 && candidate.length > 5)),
    )
    .sort((a, b) => a.distance - b.distance || Number(b.named) - Number(a.named) || a.order - b.order);
  return ranked[0]?.candidate ?? null;
}

/** Two known words that were run together ("netincome"), or null. */
export function split(speller: Speller, word: string): [string, string] | null {
  const w = word.toLowerCase();
  for (let i = 3; i <= w.length - 3; i++) {
    const [a, b] = [w.slice(0, i), w.slice(i)];
    if (speller.named.has(a) && speller.named.has(b)) return [a, b];
  }
  return null;
}

/** A word without its vowels but the first letter: how people shorten ("mrgn", "cntrcts"). */
const skeleton = (word: string): string => word.slice(0, 1) + word.slice(1).replace(/[aeiou]/g, '');

/**
 * The word of a name that an unknown one shortens, or null: the same consonants ("mrgn" for margin), or its beginning
 * ("sys" for systems). Of several the shortest; none when a beginning fits words of different stems.
 */
export function expand(speller: Speller, word: string): string | null {
  const typed = word.toLowerCase();
  const w = typed.length > 3 ? typed.replace(/s$/, '') : typed;
  if (w.length < 3) return null;
  const byConsonants = (speller.skeletons.get(w) ?? []).filter((c) => c.length > w.length);
  if (byConsonants.length > 0) return shortest(byConsonants);
  const byStart = speller.words.filter(
    (c) => c.startsWith(w) && c.length >= w.length + 2 && speller.named.has(c),
  );
  const best = shortest(byStart);
  return best !== null &&
    byStart.every((c) => c.startsWith(best.slice(0, Math.min(best.length, w.length + 2))))
    ? best
    : null;
}

const shortest = (words: readonly string[]): string | null =>
  [...words].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0] ?? null;
