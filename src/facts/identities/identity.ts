import { type Decimal, roundTo } from '../../model/decimal.ts';
import { intervalOf, type Interval, meet } from '../interval.ts';
import { evaluate, type Expression, type Printed } from './expression.ts';

/** What makes two ways to a figure the same; `chain` is for figures that meet in one which isn't printed. */
export const IDENTITY_KINDS = [
  'printing',
  'sum',
  'split',
  'period',
  'change',
  'growth',
  'ratio',
  'share',
  'chain',
] as const;
export type IdentityKind = (typeof IDENTITY_KINDS)[number];

/** `exact`: rounds to the printed digits; `rounding`: differs, and what was rounded away explains it; `no`: does not tie. */
export const VERDICTS = ['exact', 'rounding', 'no'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A printed figure and another way to it that the vocabulary knows, with what came out. */
export interface Identity {
  kind: IdentityKind;
  target: Printed;
  /** The other way in ids, for messages: "revenue - cost-of-revenue". */
  how: string;
  from: Expression;
  /** What the terms give, in base units; ISO text for a date. */
  value: Decimal | string;
  /** All that the terms can give; null for a date and for lower bounds. */
  range: Interval | null;
  verdict: Verdict;
  /** Why it does not tie, in the data's words; null when it does or nobody has said. */
  why: string | null;
}

/** The identity of a target and a way to it; null when the terms give nothing, or are the target itself. */
export function identity(
  kind: IdentityKind,
  target: Printed,
  how: string,
  from: Expression,
): Identity | null {
  const result = evaluate(from);
  const printed = intervalOf(target.fact);
  if (!result || !printed || typeof target.fact.value === 'string') return null;
  const { value, range } = result;
  const same = roundTo(value, target.fact.decimals).eq(target.fact.value);
  const verdict = same ? 'exact' : meet(printed, range) ? 'rounding' : 'no';
  return { kind, target, how, from, value, range, verdict, why: null };
}
