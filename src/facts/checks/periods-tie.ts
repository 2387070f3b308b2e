import { tieCheck } from './tie.ts';

/** A flow's cumulative figure is the sum of its parts where all of them are printed. */
export const periodsTie = tieCheck(
  'periods-tie',
  'period',
  'quarters and halves add up, within rounding, to the longer period they make up',
);
