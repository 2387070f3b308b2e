import { tieCheck } from './tie.ts';

/** A printed growth in percent is what the two levels give, or the change in the amount. */
export const growthTies = tieCheck(
  'growth-ties',
  'growth',
  'a change in percent equals the growth between the two levels, within rounding',
);
