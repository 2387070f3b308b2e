import Fuse from 'fuse.js';
import type { Name, NameTarget, NameTrie } from './names.ts';
import { buildTrigrams, nearest, type TrigramIndex } from './trigrams.ts';

/** How many of the trigram index's candidates fuse.js ranks. */
const CANDIDATES = 50;

interface NameIndex {
  trigrams: TrigramIndex;
  texts: readonly string[];
  /** Names by their words in alphabetical order: finds "income operating". */
  shuffled: ReadonlyMap<string, Name>;
}

export interface NameHit {
  target: NameTarget;
  text: string;
  /** fuse.js's score: 0 is perfect. */
  score: number;
}

const indexes = new WeakMap<NameTrie, NameIndex>();

function indexOf(trie: NameTrie): NameIndex {
  const kept = indexes.get(trie);
  if (kept) return kept;
  const texts = trie.names.map((n) => n.words.join(' '));
  const shuffled = new Map<string, Name>();
  for (const name of trie.names) {
    const key = [...name.words].sort().join(' ');
    if (!shuffled.has(key)) shuffled.set(key, name);
  }
  const index = { trigrams: buildTrigrams(texts), texts, shuffled };
  indexes.set(trie, index);
  return index;
}

/** The name that has exactly these folded words, in any order. */
export function anyOrder(trie: NameTrie, folded: readonly string[]): Name | null {
  return indexOf(trie).shuffled.get([...folded].sort().join(' ')) ?? null;
}

/** Names nearest to a text, best first, one for each target: a trigram prefilter, then fuse.js's token search. */
export function searchNames(trie: NameTrie, text: string, limit: number): NameHit[] {
  const index = indexOf(trie);
  const picked = nearest(index.trigrams, text.toLowerCase(), CANDIDATES);
  if (picked.length === 0) return [];
  const fuse = new Fuse(
    picked.map((i) => index.texts[i] ?? ''),
    { useTokenSearch: true, tokenMatch: 'any', includeScore: true, ignoreLocation: true, threshold: 0.4 },
  );
  const hits = new Map<string, NameHit>();
  for (const { refIndex, score = 1 } of fuse.search(text.toLowerCase())) {
    const name = trie.names[picked[refIndex] ?? -1];
    if (!name) continue;
    const key = `${name.target.kind} ${name.target.id}`;
    if (!hits.has(key)) hits.set(key, { target: name.target, text: name.text, score });
  }
  return [...hits.values()].slice(0, limit);
}
