import { tieCheck } from './tie.ts';

/** A segment is the sum of its parts where all of them are known. */
export const splitsTie = tieCheck(
  'splits-tie',
  'split',
  'the parts of a segment (splits:) add up to it, within rounding, for the metrics they hold for',
);
