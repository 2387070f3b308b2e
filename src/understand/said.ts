import type { PeriodSaid } from '../lexicon/periods/said.ts';
import type { NumberMatch } from '../lexicon/numbers.ts';
import type { MetricId, SegmentId } from '../model/fact.ts';
import type { Intent, OutputUnit } from '../model/query.ts';

/** What a change is counted from, as said: against the year before, the quarter before, or a named period. */
export type BaseSaid = { kind: 'yoy' } | { kind: 'qoq' } | { kind: 'period'; said: PeriodSaid };

/** What divides two parts of a question. */
export type Separator = 'and' | 'versus' | 'minus' | 'of' | 'per' | 'to' | 'item';

interface At {
  start: number;
  end: number;
}

/** Something in the question that was recognised, at its place in the cleaned text. */
export type Mention = At &
  (
    | { kind: 'metric'; id: MetricId }
    | { kind: 'segment'; id: SegmentId }
    | { kind: 'period'; said: PeriodSaid }
    | { kind: 'base'; base: BaseSaid }
    | { kind: 'number'; number: NumberMatch }
    | { kind: 'section'; id: string }
    | { kind: 'unit'; unit: OutputUnit }
    /** A name that only sets the scene for another. */
    | { kind: 'context' }
    | { kind: 'separator'; separator: Separator }
  );

export type MentionOf<K extends Mention['kind']> = Extract<Mention, { kind: K }>;

/** How one word of the question was taken; shown to whoever wants to see why an answer is what it is. */
export interface Word extends At {
  text: string;
  /** The word as typed, where it was taken for a misspelling of this one. */
  typed: string | null;
  taken: Mention['kind'] | 'cue' | 'filler' | 'unknown' | 'restriction';
}

export interface Cue {
  intent: Intent;
  weight: number;
  sets: readonly string[];
}

/** All that a question says, with nothing added. The text is the cleaned one, misspellings corrected. */
export interface Said {
  text: string;
  words: readonly Word[];
  mentions: readonly Mention[];
  cues: readonly Cue[];
  /** Classes of words present (see intents/words.yml). */
  tags: ReadonlySet<string>;
  /** What cues and grammar set: form:percent, order:highest, op:sum, ask:progress ... */
  sets: ReadonlySet<string>;
  /** Words that are not understood and could matter. */
  unknown: readonly string[];
  /** Words that change the meaning in a way that no reading covers. */
  restrictions: readonly string[];
  /** Misspellings and what they were read as. */
  corrections: readonly { typed: string; read: string }[];
  japanese: boolean;
}

export const mentionsOf = <K extends Mention['kind']>(said: Said, kind: K): MentionOf<K>[] =>
  said.mentions.filter((m): m is MentionOf<K> => m.kind === kind);
