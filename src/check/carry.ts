import type { PeriodSaid } from '../lexicon/periods/said.ts';
import type { Marked, MarkOf, ScenarioWord } from './marks.ts';
import type { Subject } from './subjects.ts';

/** What one sentence hands on to the next: a period once named holds until another is, and so does a subject. */
export interface Carry {
  subject: Subject | null;
  period: PeriodSaid | null;
  scenario: ScenarioWord | null;
  /** The segment that a heading or the start of a list names: what follows is about it until another is named. */
  heading: Subject | null;
  /** The last segment spoken of: a metric alone may still be of it. */
  topic: Subject | null;
  /** A heading has announced changes, so that signed numbers are such. */
  changes: boolean;
  /** Whether the last subject was somebody else's, so that nothing more may lean on it. */
  foreign: readonly string[];
}

export const NOTHING: Carry = {
  subject: null,
  period: null,
  scenario: null,
  heading: null,
  topic: null,
  changes: false,
  foreign: [],
};

/** A heading such as "Movements in the quarter", or "QoQ change:" before a list. */
export const announcesChanges = (sentence: Marked, numerals: readonly MarkOf<'numeral'>[]): boolean =>
  numerals.length === 0 && /\b(?:changes?|movements?|chg|variances?|differences?)\b/.test(sentence.text);

/** "Change in brackets:" before the first number. */
export const leadsChanges = (sentence: Marked, numerals: readonly MarkOf<'numeral'>[]): boolean =>
  /\b(?:changes?|movements?|chg|variances?|differences?)\b[^:]*:/.test(
    sentence.text.slice(0, numerals[0]?.start ?? 0),
  );

/** A line without numbers, or the start of one that ends with a colon, that names a segment. */
export function headingOf(
  sentence: Marked,
  subjects: readonly Subject[],
  numerals: readonly MarkOf<'numeral'>[],
): Subject | null {
  const first = subjects[0] ?? null;
  if ((first?.segment ?? null) === null) return null;
  const alone = numerals.length === 0 && sentence.text.trim().length < 60;
  return alone || /:\s*$/.test(sentence.text) ? first : null;
}

/** A segment alone goes on with the metric talked about; a metric alone does not go on with the segment. */
export function inherit(subject: Subject, before: Subject | null, sentence: Marked): Subject {
  if (subject.metrics.length > 0 || before === null) return subject;
  return /^\s*(?:in|at|for|of)\b/.test(sentence.text) ? { ...subject, metrics: before.metrics } : subject;
}
