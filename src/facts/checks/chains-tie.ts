import { tieCheck } from './tie.ts';

/** Two ways to a figure that is not printed meet. */
export const chainsTie = tieCheck(
  'chains-tie',
  'chain',
  'what different sections say of a figure that none of them prints agrees, within rounding',
);
