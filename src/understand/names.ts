import { longestName, type NameTrie } from '../lexicon/names.ts';
import { anyOrder } from '../lexicon/search.ts';
import type { Mention } from './said.ts';
import type { Token } from './tokens.ts';

const BARRIER = '\u0000';

/** Names of metrics and segments, longest first, over the tokens that nothing else has claimed. */
export function findNames(
  trie: NameTrie,
  tokens: readonly Token[],
  claimed: (t: Token) => boolean,
): Mention[] {
  const folded = tokens.map((t) => (claimed(t) ? BARRIER : t.folded));
  const mentions: Mention[] = [];
  let i = 0;
  while (i < tokens.length) {
    const token = tokens[i];
    const first = token && longestName(trie, folded, i);
    const outdone = first ? outdoneAt(trie, folded, i, first.to) : null;
    const hit = outdone === null ? first : longestName(trie, folded, i, outdone);
    const last = hit ? tokens[hit.to - 1] : undefined;
    if (!token || !hit || !last || !isCase(token, hit.name.words)) {
      i += 1;
      continue;
    }
    mentions.push({ ...hit.name.target, start: token.start, end: last.end });
    i = hit.to;
  }
  return mentions;
}

/** Where a name at least as long starts inside this one and reaches beyond it: "total equity" gives way to "equity in net income". */
function outdoneAt(trie: NameTrie, folded: readonly string[], from: number, to: number): number | null {
  for (let i = from + 1; i < to; i++) {
    const other = longestName(trie, folded, i);
    if (other && other.to > to && other.to - i >= to - from) return i;
  }
  return null;
}

/** "us" the pronoun is not the country: a one-word name that is also an English pronoun wants capitals. */
function isCase(token: Token, words: readonly string[]): boolean {
  return !(words.length === 1 && token.folded === 'us' && token.text !== 'US');
}

/** Runs of neighbouring words that are a name in another order: "income operating". Replaces the mentions inside. */
export function findShuffled(
  trie: NameTrie,
  tokens: readonly Token[],
  named: readonly Mention[],
  loose: (t: Token) => boolean,
): Mention[] {
  const inName = (t: Token): boolean =>
    named.some((m) => (m.kind === 'metric' || m.kind === 'segment') && t.start >= m.start && t.end <= m.end);
  const found: Mention[] = [];
  for (let size = 4; size >= 2; size--) {
    for (let i = 0; i + size <= tokens.length; i++) {
      const run = tokens.slice(i, i + size);
      const [first, last] = [run[0], run[run.length - 1]];
      if (!first || !last || found.some((m) => first.start < m.end && last.end > m.start)) continue;
      if (!run.some(loose) || !run.every((t) => loose(t) || inName(t))) continue;
      if (
        named.some((m) => m.start < first.start && m.end > first.start) ||
        named.some((m) => m.start < last.end && m.end > last.end)
      )
        continue;
      const name = anyOrder(
        trie,
        run.map((t) => t.folded),
      );
      if (name) found.push({ ...name.target, start: first.start, end: last.end });
    }
  }
  return found;
}
