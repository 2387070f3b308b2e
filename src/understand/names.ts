import { longestName, type NameTrie } from '../lexicon/names.ts';
import { anyOrder } from '../lexicon/search.ts';
import type { Mention, MentionOf } from './said.ts';
import type { Token } from './tokens.ts';

const BARRIER = '\u0000';
/** How far a name is looked for with words of the same meaning. */
const LONGEST = 6;

/** What finding names needs besides the names themselves. */
export interface NameHelp {
  /** Folded words that mean the same inside longer names: "workforce" for "personnel". */
  synonyms: ReadonlyMap<string, readonly string[]>;
  /** Folded names that are also verbs of movement: "did revenue contract". */
  verbs: ReadonlySet<string>;
}

type Hit = NonNullable<ReturnType<typeof longestName>>;

/** Names of metrics and segments, longest first, over the tokens that nothing else has claimed. */
export function findNames(
  trie: NameTrie,
  tokens: readonly Token[],
  claimed: (t: Token) => boolean,
  help: NameHelp,
): Mention[] {
  const folded = tokens.map((t) => (claimed(t) ? BARRIER : t.folded));
  const mentions: Mention[] = [];
  let i = 0;
  while (i < tokens.length) {
    const token = tokens[i];
    const first = token && (varied(trie, folded, i, help) ?? longestName(trie, folded, i));
    const outdone = first ? outdoneAt(trie, folded, i, first.to) : null;
    const hit = outdone === null ? first : longestName(trie, folded, i, outdone);
    const last = hit ? tokens[hit.to - 1] : undefined;
    if (!token || !hit || !last || !isCase(token, hit.name.words) || isVerb(tokens, i, hit, mentions, help)) {
      i += 1;
      continue;
    }
    mentions.push({ ...hit.name.target, start: token.start, end: last.end });
    i = hit.to;
  }
  return interrupted(trie, tokens, folded, mentions);
}

/** The longest name of two words or more with one word put for another of its meaning, if no name as it stands is as long. */
function varied(trie: NameTrie, folded: readonly string[], from: number, help: NameHelp): Hit | null {
  const near = folded.slice(from, from + LONGEST);
  if (!near.some((w) => help.synonyms.has(w))) return null;
  const plain = longestName(trie, near, 0)?.to ?? 0;
  let best: Hit | null = null;
  for (const [at, word] of near.entries()) {
    for (const other of help.synonyms.get(word) ?? []) {
      const hit = longestName(trie, near.with(at, other), 0);
      if (hit && hit.to > at && hit.to > Math.max(plain, best?.to ?? 0) && hit.name.words.length > 1)
        best = hit;
    }
  }
  return best && { ...best, to: best.to + from };
}

/** "Did revenue contract": behind a name and an auxiliary, a word that also names a figure is the verb. */
function isVerb(
  tokens: readonly Token[],
  i: number,
  hit: Hit,
  mentions: readonly Mention[],
  help: NameHelp,
): boolean {
  const [word, more] = hit.name.words;
  if (word === undefined || more !== undefined || !help.verbs.has(word)) return false;
  const before = tokens[i - 1];
  if (!before || tokens[i]?.text.toLowerCase() !== word) return false;
  const named = mentions.some((m) => m.end === before.end);
  const helped = tokens.slice(0, i).some((t) => /^(?:did|does|do|will|would|could|might|not)$/i.test(t.text));
  return (named && helped) || /^(?:to|not|will|did)$/i.test(before.text);
}

/** "Backlog of SI orders": a metric's name that a segment stands in the middle of is one name. */
function interrupted(
  trie: NameTrie,
  tokens: readonly Token[],
  folded: readonly string[],
  mentions: Mention[],
): Mention[] {
  const starts = new Map(tokens.map((t, i) => [t.start, i]));
  const ends = new Map(tokens.map((t, i) => [t.end, i + 1]));
  for (const segment of mentions) {
    const [from, to] = [starts.get(segment.start), ends.get(segment.end)];
    if (segment.kind !== 'segment' || from === undefined || to === undefined) continue;
    for (let start = Math.max(0, from - 3); start < from; start++) {
      const rest = [...folded.slice(start, from), ...folded.slice(to, to + 3)];
      const hit = longestName(trie, rest, 0);
      const last = hit ? tokens[to + hit.to - 1 - (from - start)] : undefined;
      const first = tokens[start];
      if (!hit || !first || !last || hit.to <= from - start || hit.name.target.kind !== 'metric') continue;
      const inside = (m: Mention): boolean => m !== segment && m.start >= first.start && m.end <= last.end;
      if (mentions.some((m) => m !== segment && !inside(m) && m.start < last.end && m.end > first.start))
        continue;
      const whole: Mention = { ...hit.name.target, start: first.start, end: segment.start };
      return [
        ...mentions.filter((m) => !inside(m)),
        whole,
        { kind: 'context' as const, start: segment.end, end: last.end },
      ].sort((a, b) => a.start - b.start);
    }
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

/** Pronouns that are also short for something: "us" the country, "she" the shareholders' equity. */
const PRONOUNS: ReadonlySet<string> = new Set(['us', 'she']);

/** A one-word name that is also an English pronoun wants capitals. */
function isCase(token: Token, words: readonly string[]): boolean {
  return !(
    words.length === 1 &&
    PRONOUNS.has(token.folded) &&
    token.text.replace(/['’]s$/, '') !== token.folded.toUpperCase()
  );
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

const GATHERED = /\b(?:hir\w*|recruit\w*|join\w*|add\w*|lost|laid|left|train\w*)\b/i;

/** "2,000 people": what stands right behind a bare number is what the document counts under "number of people". */
export function findCounted(
  trie: NameTrie,
  text: string,
  tokens: readonly Token[],
  numbers: readonly MentionOf<'number'>[],
  taken: readonly Mention[],
): Mention[] {
  return numbers.flatMap((n): Mention[] => {
    const from = tokens.findIndex((t) => t.start >= n.end);
    const [first] = tokens.slice(from, from + 1);
    if (from < 0 || !first || n.number.unit !== null || n.number.scaled) return [];
    if (text.slice(n.end, first.start).trim() !== '' || GATHERED.test(text)) return [];
    const folded = tokens.slice(from, from + LONGEST).map((t) => t.folded);
    const hit = longestName(trie, ['number', 'of', ...folded], 0);
    const last = hit && hit.to > 2 ? tokens[from + hit.to - 3] : undefined;
    if (!hit || !last || taken.some((m) => first.start < m.end && last.end > m.start)) return [];
    return [{ ...hit.name.target, start: first.start, end: last.end }];
  });
}
