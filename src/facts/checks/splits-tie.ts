import { sum } from '../interval.ts';
import type { DataCheck } from './check.ts';
import { addsUp, cellOf, rangeOf } from './ranges.ts';
import { finestFacts, untied } from './tie.ts';

/** A segment is the sum of its parts where all of them are known. */
export const splitsTie: DataCheck = {
  name: 'splits-tie',
  description:
    'the parts of a segment (splits:) add up to it, within rounding, for the metrics they hold for',
  check: (base) =>
    finestFacts(base).flatMap((fact) => {
      const cell = cellOf(fact);
      if (!addsUp(cell)) return [];
      const splits = base.segments.get(fact.segment)?.splits ?? [];
      const routes = splits
        .filter((split) => split.for.includes(fact.metric))
        .map(({ parts }) => ({
          how: `the sum of ${parts.join(', ')}`,
          gives: sum(parts.map((segment) => rangeOf(base, { ...cell, segment }))),
        }));
      return untied(fact, routes);
    }),
};
