import { CONSOLIDATED } from '../../model/fact.ts';
import type { DataCheck } from './check.ts';
import { over } from './over.ts';
import { untied } from './tie.ts';

/** A printed share is its part over the whole: a segment's metric over the group's, else one metric over another in a segment. */
export const sharesTie: DataCheck = {
  name: 'shares-tie',
  description: 'a share equals its part over the whole, within rounding',
  check: (base) =>
    base.facts
      .filter((f) => f.measure === 'share')
      .flatMap((fact) => {
        if (fact.base === null) return [];
        const whole = {
          metric: fact.base,
          segment: fact.base === fact.metric ? CONSOLIDATED : fact.segment,
        };
        const how = `${fact.metric} ${fact.segment} over ${whole.metric} ${whole.segment}`;
        return untied(fact, [{ how, gives: over(base, fact, fact, whole) }]);
      }),
};
