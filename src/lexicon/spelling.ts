import { buildTrigrams, nearest, type TrigramIndex } from './trigrams.ts';

/** Words that a misspelling may be a misspelling of; those of names weigh more. */
export interface Speller {
  words: readonly string[];
  named: ReadonlySet<string>;
  known: ReadonlySet<string>;
  index: TrigramIndex;
}

/** Builds a speller. `named`: words of metric and segment names; `others`: all other words that mean something in a question. */
export function buildSpeller(named: Iterable<string>, others: Iterable<string>): Speller {
  const names = new Set([...named].filter((w) => /^\p{L}{4,}$/u.test(w)));
  const rest = new Set([...others].filter((w) => /^\p{L}{4,}$/u.test(w)));
  const words = [...new Set([...names, ...rest])].sort();
  return { words, named: names, known: new Set([...names, ...rest]), index: buildTrigrams(words) };
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
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d = Math.min(d, (before[j - 2] ?? 0) + 1);
      row.push(d);
    }
    if (Math.min(...row) > limit) return limit + 1;
    before = last;
    last = row;
  }
  return last[b.length] ?? limit + 1;
}

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
    .map((candidate, order) => ({ candidate, order, distance: editDistance(w, candidate, limit), named: speller.named.has(candidate) }))
    .filter(({ candidate, distance }) => distance <= Math.min(limit, allowed(candidate.length)) && (candidate[0] === w[0] || (candidate[1] === w[0] && candidate[0] === w[1]) || (distance === 1 && candidate.length > 5)))
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
