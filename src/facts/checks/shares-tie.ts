import { tieCheck } from './tie.ts';

/** A printed share is its part over the whole: a segment's metric over the group's, else one metric over another in a segment. */
export const sharesTie = tieCheck(
  'shares-tie',
  'share',
  'a share equals its part over the whole, within rounding',
);
