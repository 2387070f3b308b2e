import type { Figure, Line } from './answer.ts';
import type { Decimal } from './decimal.ts';
import type { SectionId } from './fact.ts';

/**
 * Whether the document supports a claim: to all digits given, once rounded to them, for something else that is near, for
 * nothing near, or not at all; and numerals that claim nothing.
 */
export const VERDICTS = ['matches', 'rounds', 'other', 'differs', 'absent', 'not-a-claim'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What is probably wrong with a claim that the document does not support. */
export const CAUSES = [
  'direction', 'sign', 'digits', 'truncated', 'scale', 'points', 'comparison', 'period', 'unit', 'segment', 'row',
] as const; // prettier-ignore
export type Cause = (typeof CAUSES)[number];

/** What kind of figure a claim states. `from`: the level that a movement starts from. */
export type ClaimKind = 'level' | 'from' | 'change' | 'share' | 'multiple' | 'progress' | 'movement';

/** A claim of a text with its verdict. `start` and `end` are UTF-16 offsets of the numeral, or of the word that claims without one. */
export interface CheckedClaim {
  start: number;
  end: number;
  text: string;
  /** The number claimed, in base units; `high` is the other end of a range. */
  claimed: {
    value: Decimal;
    high: Decimal | null;
    unit: 'JPY' | 'percent' | 'points' | 'times' | null;
  } | null;
  metric: string | null;
  segment: string | null;
  period: string | null;
  kind: ClaimKind | null;
  verdict: Verdict;
  /** The wrong sign or direction: worse than a wrong digit. */
  grave: boolean;
  cause: Cause | null;
  /** What the document has for what was claimed. */
  figure: Figure | null;
  /** The figure that the claimed number is right for, where it is another one. */
  instead: Figure | null;
  sections: readonly SectionId[];
}

export interface ClaimReport {
  /** Claims by verdict. */
  summary: Readonly<Record<Verdict, number>> & { readonly claims: number; readonly grave: number };
  claims: readonly CheckedClaim[];
}

/** A claim with what is said of it. */
export interface ToldClaim {
  claim: CheckedClaim;
  /** What its verdict is called. */
  verdict: string;
  /** The claim's own words, and what stands around them in its sentence; cut ends have an ellipsis. */
  said: { before: string; text: string; after: string };
  /** What the document has, and what is probably wrong. */
  line: Line;
}

/** What is said of a text: the whole in a sentence, and each claim, those first that weigh most. */
export interface ToldReport {
  summary: Line;
  claims: readonly ToldClaim[];
}
