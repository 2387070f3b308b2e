import type { Decimal } from './decimal.ts';
import type { Bound, Measure, MetricId, Scenario, SectionId, SegmentId, Unit } from './fact.ts';
import type { Period } from './period.ts';
import type { OutputUnit, Query } from './query.ts';

/** How a computed figure came about: its terms in order and what was done with them. */
export type Derivation =
  | { op: 'sum'; terms: readonly { sign: 1 | -1; figure: Figure }[] }
  | { op: 'average'; terms: readonly { sign: 1 | -1; figure: Figure }[] }
  | { op: 'quotient'; numerator: Figure; denominator: Figure; percent: boolean }
  | { op: 'growth'; from: Figure; to: Figure }
  | { op: 'before-growth'; level: Figure; growth: Figure };

/**
 * One figure of an answer: printed, or computed from printed ones. `value` is the value shown, in base units;
 * `decimals` is XBRL's; `error` is how far the inputs' rounding may move it.
 */
export interface Figure {
  metric: MetricId;
  segment: SegmentId;
  period: Period;
  scenario: Scenario;
  measure: Measure;
  /** The period a change is counted from or the metric a share is of; empty for a level. */
  against: string;
  value: Decimal | string;
  unit: Unit;
  decimals: number;
  scale: number;
  bound: Bound;
  printed: string;
  sections: readonly SectionId[];
  derivation: Derivation | null;
  error: Decimal;
  facts: readonly string[];
}

/**
 * A piece of an answer. Digits occur only in figures, periods, ordinals, sections, labels of the data, and
 * what the user typed; `words` has none (a property test holds it).
 */
export type Part =
  | { t: 'words'; text: string }
  | { t: 'figure'; figure: Figure; as: 'full' | 'plain' | 'bare' | 'signed' | 'size' }
  | { t: 'period'; period: Period; as: 'long' | 'short' }
  | { t: 'ordinal'; n: number }
  | { t: 'section'; id: SectionId }
  | { t: 'label'; text: string }
  | { t: 'typed'; text: string };

export type Line = readonly Part[];

export const REFUSALS = [
  'empty', 'too-long', 'japanese', 'not-understood', 'restriction', 'currency', 'not-printed',
  'lost', 'undated', 'period-not-covered', 'period-unclear', 'no-base', 'no-target', 'no-reason', 'no-definition', 'no-list',
  'no-source', 'incomparable', 'no-context', 'chat', 'changes-only',
] as const; // prettier-ignore
export type RefusalCode = (typeof REFUSALS)[number];

/** Why there is no answer, with what the wording needs. */
export interface Refusal {
  code: RefusalCode;
  metric?: MetricId | undefined;
  segment?: SegmentId | undefined;
  period?: Period | undefined;
  words?: readonly string[] | undefined;
  section?: SectionId | undefined;
  /** What the document does have nearby: never with figures. */
  near?: readonly { metric: MetricId; segment: SegmentId }[] | undefined;
}

/** One thing the user may ask next or instead: what it says and the question that asks it. */
export interface Choice {
  label: string;
  question: string;
}

/** Another value for a part of the reading that was assumed, and the question that asks with it. */
export interface Switch extends Choice {
  slot: 'metric' | 'segment' | 'period' | 'scenario' | 'comparison';
}

/** A row of what a trend, ranking or comparison shows: `mark` tells a peak or a trough. */
export interface Entry {
  label: string;
  figure: Figure;
  mark: string;
}

export interface Answer {
  status: 'answered' | 'clarify' | 'declined';
  intent: Query['intent'];
  query: Query | null;
  unit: OutputUnit | null;
  /** The answer in a few large words: the figure, the change, yes or no; empty where only sentences answer. */
  headline: Line;
  /** The headline and what belongs to it. */
  lines: readonly Line[];
  /** How the question was read. */
  reading: Line;
  assumed: readonly string[];
  notes: readonly Line[];
  figures: readonly Figure[];
  sections: readonly SectionId[];
  choices: readonly Choice[];
  suggestions: readonly Choice[];
  /** What was assumed, as it could be instead. */
  switches: readonly Switch[];
  refusal: Refusal | null;
  /** What a trend, ranking or comparison shows: figures with their names, in the order shown. */
  series: readonly Entry[];
}
