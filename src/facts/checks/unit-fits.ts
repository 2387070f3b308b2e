import type { Fact, Metric } from '../../model/fact.ts';
import type { DataCheck } from './check.ts';

/** A level is in its metric's unit, a change in that, in percent or in points, a share in percent. */
export const unitFits: DataCheck = {
  name: 'unit-fits',
  description: "a fact's unit is one that its metric and measure can have",
  check: (base) =>
    base.facts.flatMap((fact) => {
      const metric = base.metrics.get(fact.metric);
      if (!metric) return [];
      const units = unitsFor(fact, metric);
      if (units.includes(fact.unit)) return [];
      return [
        {
          ...fact.origin,
          what: `a ${fact.measure} of ${fact.metric} in ${fact.unit}`,
          expected: units.join(', '),
          remedy: 'Mend the unit: of the cell, its measure:, or the unit: of the metric',
        },
      ];
    }),
};

function unitsFor(fact: Fact, metric: Metric): readonly string[] {
  switch (fact.measure) {
    case 'level':
      return [metric.unit];
    case 'share':
      return ['percent'];
    case 'change':
      return [...new Set([metric.unit, 'percent', 'points'])];
  }
}
