import type { DataCheck } from './check.ts';
import { cellOf, partitionsOf, sumOver } from './ranges.ts';
import { finestFacts, untied } from './tie.ts';

/** A flow's cumulative figure is the sum of its quarters where all of them are printed. */
export const periodsTie: DataCheck = {
  name: 'periods-tie',
  description: 'quarters and halves add up, within rounding, to the longer period they make up',
  check: (base) =>
    finestFacts(base).flatMap((fact) => {
      const cell = cellOf(fact);
      const routes = partitionsOf(fact.period).map((periods) => ({
        how: periods.join(' + '),
        gives: sumOver(base, cell, periods),
      }));
      return untied(fact, routes);
    }),
};
