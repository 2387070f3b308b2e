import type { DataCheck } from './check.ts';
import { cellOf, identityRange } from './ranges.ts';
import { finestFacts, untied } from './tie.ts';

/** A metric is the signed sum of its terms wherever all of them are known. */
export const identitiesTie: DataCheck = {
  name: 'identities-tie',
  description:
    'a metric that is a sum of others (is:) equals it, within rounding, in every segment and period',
  check: (base) =>
    finestFacts(base).flatMap((fact) => {
      const terms = base.metrics.get(fact.metric)?.is;
      if (!terms) return [];
      const how = terms.join(' + ').replaceAll('+ -', '- ');
      return untied(fact, [{ how, gives: identityRange(base, cellOf(fact)) }]);
    }),
};
