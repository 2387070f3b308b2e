import { foldName, isSilent } from './fold.ts';

/** What a name stands for. */
export interface NameTarget {
  kind: 'metric' | 'segment';
  id: string;
}

export interface Name {
  words: readonly string[];
  text: string;
  target: NameTarget;
}

interface Node {
  next: Map<string, Node>;
  name: Name | null;
}

/** All names of the vocabulary as a trie over folded words: exact look-up, longest first. */
export interface NameTrie {
  root: Node;
  names: readonly Name[];
}

const emptyNode = (): Node => ({ next: new Map(), name: null });

/** Builds the trie; an earlier name keeps its place when two fold to the same words (the data check reports that). */
export function buildTrie(entries: Iterable<{ text: string; target: NameTarget }>): NameTrie {
  const root = emptyNode();
  const names: Name[] = [];
  for (const { text, target } of entries) {
    const words = foldName(text);
    if (words.length === 0) continue;
    let node = root;
    for (const word of words) {
      const next = node.next.get(word) ?? emptyNode();
      node.next.set(word, next);
      node = next;
    }
    if (node.name) continue;
    node.name = { words, text, target };
    names.push(node.name);
  }
  return { root, names };
}

/** The longest name that starts at `from` and ends before `limit`, and one past its last word; silent words are stepped over. */
export function longestName(
  trie: NameTrie,
  folded: readonly string[],
  from: number,
  limit = folded.length,
): { name: Name; to: number } | null {
  let node = trie.root;
  let best: { name: Name; to: number } | null = null;
  for (let i = from; i < Math.min(limit, folded.length); i++) {
    const word = folded[i] ?? '';
    if (i > from && isSilent(word)) continue;
    const next = node.next.get(word);
    if (!next) break;
    node = next;
    if (node.name) best = { name: node.name, to: i + 1 };
  }
  return best;
}
