import type { Note } from '../model/document.ts';
import type { Figure, Refusal } from '../model/answer.ts';
import type { SectionId, SegmentId } from '../model/fact.ts';
import type { Period } from '../model/period.ts';
import type { Direction, Query, RankOrder } from '../model/query.ts';
import type { Change } from './change.ts';

/** Something the user must be told about how the question was fitted to what is printed. */
export type Caveat =
  | { kind: 'cumulative'; asked: Period; given: Period }
  | { kind: 'target-only' }
  | { kind: 'read-as'; typed: string; read: string }
  | { kind: 'carried'; what: readonly string[] }
  | { kind: 'fiscal-year' }
  | { kind: 'undated' }
  /** A statement of which not every part could be tested. */
  | { kind: 'no-verdict' }
  /** Which way the first of two things is said to differ from the second, or both comparisons to have gone. */
  | { kind: 'asked'; size: 'more' | 'less' | null; moved: Direction | null }
  /** A target was asked for a part of the year. */
  | { kind: 'full-year-target'; given: Period }
  | { kind: 'stock-date'; period: Period };

/** How many readings a choice lists. */
const MOST_CHOICES = 5;

/** The first readings that candidates give, as many as a choice lists; the other candidates are not tried. */
export function readings<T>(candidates: Iterable<T>, read: (candidate: T) => Query | null): Query[] {
  const found: Query[] = [];
  for (const candidate of candidates) {
    const query = read(candidate);
    if (query) found.push(query);
    if (found.length === MOST_CHOICES) break;
  }
  return found;
}

/** A question bound to cells, or why it can't be. */
export type Bound =
  | { kind: 'query'; query: Query; caveats: readonly Caveat[] }
  | { kind: 'refused'; refusal: Refusal; query?: Query }
  | { kind: 'choose'; about: 'metric' | 'segment' | 'base' | 'item'; options: readonly Query[] };

/** What an operation found: figures and what they are to each other, not yet in words. */
export type Outcome =
  | { kind: 'lookup'; figure: Figure; changes: readonly Change[]; others: readonly Figure[] }
  | {
      kind: 'change';
      change: Change;
      also: Change | null;
      form: 'amount' | 'percent' | 'both';
      holds?: boolean | null;
    }
  | {
      kind: 'compare';
      figures: readonly Figure[];
      difference: Figure | null;
      growth: Figure | null;
      /** Whether what was said of the two holds; left out where nothing was. */
      holds?: boolean | null;
    }
  | { kind: 'trend'; figures: readonly Figure[]; growth: Figure | null }
  | {
      kind: 'rank';
      figures: readonly Figure[];
      all: readonly Figure[];
      /** The same movements on the second comparison, where two were asked for. */
      also: readonly Figure[];
      order: RankOrder;
      by: 'level' | 'change';
      holds?: boolean | null;
    }
  | { kind: 'ratio'; ratio: Figure; parts: readonly Figure[] }
  | {
      kind: 'aggregate';
      result: Figure;
      op: 'sum' | 'average' | 'difference';
      terms: readonly Figure[];
      missing: readonly SegmentId[];
    }
  | {
      kind: 'target';
      lead: Figure;
      others: readonly Figure[];
      ask: 'level' | 'progress' | 'remaining' | 'revision' | 'growth';
      direction: Direction | null;
    }
  | {
      kind: 'explain';
      notes: readonly Note[];
      figures: readonly Figure[];
      premise: { asked: Direction; actual: Direction } | null;
      change: Change | null;
    }
  | { kind: 'notes'; notes: readonly Note[]; figures: readonly Figure[] }
  | { kind: 'source'; sections: readonly SectionId[]; figure: Figure | null }
  | {
      kind: 'check';
      holds: boolean | null;
      figures: readonly Figure[];
      /** How a target was revised, where it is one that is spoken of. */
      revised: Direction | null;
      /** The sign that is said to be new, where it was there before. */
      already?: 'positive' | 'negative' | undefined;
    }
  | { kind: 'metrics' }
  | { kind: 'refused'; refusal: Refusal };

/** What a question comes to: a query with its outcome, a refusal, or readings to choose from. */
export type Resolved =
  | { kind: 'found'; query: Query; outcome: Outcome; caveats: readonly Caveat[] }
  | { kind: 'refused'; refusal: Refusal; query?: Query }
  | Extract<Bound, { kind: 'choose' }>;
