import { tieCheck } from './tie.ts';

/** A metric is the signed sum of its terms wherever all of them are known. */
export const identitiesTie = tieCheck(
  'identities-tie',
  'sum',
  'a metric that is a sum of others (is:, equals:) equals it, within rounding, in every segment and period',
);
