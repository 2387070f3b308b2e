import { tieCheck } from './tie.ts';

/** A printed ratio is its numerator over its denominator. */
export const ratiosTie = tieCheck(
  'ratios-tie',
  'ratio',
  'a ratio metric (ratio:) equals its numerator over its denominator, within rounding, and the percentages of one whole add up',
);
