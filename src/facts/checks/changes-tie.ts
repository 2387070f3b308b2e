import { tieCheck } from './tie.ts';

/** A printed change in an amount or in points is the difference of the two levels. */
export const changesTie = tieCheck(
  'changes-tie',
  'change',
  'a change equals the level less the earlier level, within rounding; in points, also that of shares',
);
