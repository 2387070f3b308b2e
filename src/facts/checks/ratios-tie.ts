import type { DataCheck } from './check.ts';
import { over } from './over.ts';
import { untied } from './tie.ts';

/** A printed ratio is its numerator over its denominator. */
export const ratiosTie: DataCheck = {
  name: 'ratios-tie',
  description: 'a ratio metric (ratio:) equals its numerator over its denominator, within rounding',
  check: (base) =>
    base.facts
      .filter((f) => f.measure === 'level')
      .flatMap((fact) => {
        const [numerator, denominator] = base.metrics.get(fact.metric)?.ratio ?? [];
        if (numerator === undefined || denominator === undefined) return [];
        const { segment } = fact;
        const gives = over(base, fact, { metric: numerator, segment }, { metric: denominator, segment });
        return untied(fact, [{ how: `${numerator} over ${denominator}`, gives }]);
      }),
};
