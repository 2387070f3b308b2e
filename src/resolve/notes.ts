import type { FactBase } from '../facts/base.ts';
import { foldName } from '../lexicon/fold.ts';
import type { Note, NoteKind } from '../model/document.ts';
import { CONSOLIDATED } from '../model/fact.ts';
import type { Period } from '../model/period.ts';
import type { Direction } from '../model/query.ts';

/** What a note is looked for by. */
export interface NoteWish {
  text: string;
  about: readonly { metric: string | null; segment: string | null }[];
  period: Period | null;
  base: 'yoy' | 'qoq' | null;
  direction: Direction | null;
  section?: string | undefined;
}

export interface NoteHit {
  note: Note;
  score: number;
  /** Whether the note speaks of a thing that was named, or was found by a term or keyword. */
  by: 'about' | 'term' | 'keyword';
  /** The folded words by which it can be found. */
  words: ReadonlySet<string>;
}

interface Phrase {
  /** Its folded words between spaces, so that only whole words are found. */
  padded: string;
  words: number;
}

interface Phrases {
  terms: readonly Phrase[];
  keywords: readonly Phrase[];
  title: readonly string[];
  words: ReadonlySet<string>;
}

const phrases = new WeakMap<Note, Phrases>();

function phrasesOf(note: Note): Phrases {
  let kept = phrases.get(note);
  if (!kept) {
    const fold = (list: readonly string[]): Phrase[] =>
      list
        .map((t) => foldName(t))
        .filter((t) => t.length > 0)
        .map((t) => ({ padded: ` ${t.join(' ')} `, words: t.length }));
    const all = [...note.terms, ...note.keywords, note.title, note.text, ...note.items];
    kept = {
      terms: fold(note.terms),
      keywords: fold(note.keywords),
      title: foldName(note.title),
      words: new Set(all.flatMap((t) => foldName(t))),
    };
    phrases.set(note, kept);
  }
  return kept;
}

/** Notes of some kinds that fit a wish, best first. */
export function findNotes(base: FactBase, wish: NoteWish, kinds: readonly NoteKind[]): NoteHit[] {
  const text = ` ${foldName(wish.text).join(' ')} `;
  // Without a text, only notes about what is named can be found.
  const bare = text.trim() === '' && wish.section === undefined;
  const hits = base.notes
    .filter((n) => kinds.includes(n.kind))
    .flatMap((note): NoteHit[] => {
      const aboutScore = Math.max(0, ...wish.about.map((a) => aboutOf(note, a)));
      if (bare && aboutScore === 0) return [];
      const { terms, keywords, title, words: vocabulary } = phrasesOf(note);
      const termScore = Math.max(
        0,
        ...terms.filter((t) => text.includes(t.padded)).map((t) => 6 + t.words * 4),
      );
      const found = keywords.filter((k) => text.includes(k.padded));
      const keywordScore = Math.min(
        12,
        found.reduce((sum, k) => sum + 1 + k.words * 2, 0),
      );
      const sectionScore =
        wish.section !== undefined && note.sections.includes(wish.section)
          ? note.sections.length === 1
            ? 14
            : 4
          : 0;
      const main = Math.max(termScore, keywordScore, aboutScore, sectionScore);
      if (main === 0) return [];
      const titleScore = title.filter((w) => w.length > 3 && text.includes(` ${w} `)).length;
      const score =
        sectionScore +
        termScore +
        keywordScore +
        aboutScore * 1.5 +
        titleScore +
        fit(note, wish) -
        (note.weak ? 2 : 0);
      return [
        { note, score, by: aboutScore > 0 ? 'about' : termScore > 0 ? 'term' : 'keyword', words: vocabulary },
      ];
    });
  return hits.sort((a, b) => b.score - a.score);
}

function aboutOf(note: Note, a: { metric: string | null; segment: string | null }): number {
  const scores = note.about.map((b) => {
    if (a.metric !== null && b.metric !== undefined && a.metric !== b.metric) return 0;
    if (a.segment !== null && b.segment !== undefined && a.segment !== b.segment) return 0;
    const metric = a.metric !== null && a.metric === b.metric;
    const segment = a.segment !== null && a.segment === b.segment;
    if (metric && segment) return 8;
    if (segment) return a.segment === CONSOLIDATED ? 0 : 5;
    if (metric)
      return a.segment === null || a.segment === CONSOLIDATED
        ? b.segment === undefined || b.segment === CONSOLIDATED
          ? 6
          : 3
        : b.segment === undefined
          ? 4
          : 0;
    return 0;
  });
  return Math.max(0, ...scores);
}

function fit(note: Note, wish: NoteWish): number {
  let score = 0;
  if (wish.period !== null && note.period !== undefined) score += note.period === wish.period ? 2 : -1;
  if (wish.base !== null && note.base !== undefined) score += note.base === wish.base ? 3 : -3;
  if (wish.direction !== null && note.direction !== undefined)
    score += note.direction === wish.direction ? 3 : -4;
  return score;
}
