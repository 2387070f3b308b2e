import type { Fact, Metric, Nature } from '../../model/fact.ts';
import { isDuration, partsOf } from '../../model/period.ts';
import { basePeriod, type FactBase } from '../base.ts';
import type { Problem } from '../problem.ts';
import type { DataCheck } from './check.ts';

const WANTED: Readonly<Record<'flow' | 'stock', string>> = {
  flow: 'a quarter, half, nine months, year or month',
  stock: 'a date such as 2011-12-31',
};

/** A stock has a date, a flow a span of time, and a change a base that can be counted from its period. */
export const periodNature: DataCheck = {
  name: 'period-nature',
  description: "a fact's period is one that its metric's nature can have, and so is the base of a change",
  check: (base) =>
    base.facts.flatMap((fact) => {
      const metric = base.metrics.get(fact.metric);
      return metric ? [...wrongPeriod(fact, natureFor(base, metric)), ...wrongBase(fact)] : [];
    }),
};

/** A ratio takes its numerator's nature: an equity ratio is of a date, a margin of a span. */
function natureFor(base: FactBase, metric: Metric, depth = 0): Nature {
  const numerator = metric.ratio ? base.metrics.get(metric.ratio[0]) : undefined;
  if (metric.nature !== 'ratio' || !numerator || depth > base.metrics.size) return metric.nature;
  return natureFor(base, numerator, depth + 1);
}

function wrongPeriod(fact: Fact, nature: Nature): Problem[] {
  const { kind } = partsOf(fact.period);
  if (kind === 'undated' || nature === 'event' || nature === 'ratio') return [];
  const fits = nature === 'stock' ? kind === 'instant' : isDuration(fact.period) || kind === 'month';
  if (fits) return [];
  return [
    {
      ...fact.origin,
      what: `${fact.metric} is a ${nature} and can't have the period ${fact.period}`,
      expected: WANTED[nature],
      remedy: 'Mend the period, or the nature: of the metric',
    },
  ];
}

function wrongBase(fact: Fact): Problem[] {
  if (fact.measure !== 'change' || fact.base === null || partsOf(fact.period).kind === 'undated') return [];
  const from = basePeriod(fact.period, fact.base);
  if (from !== null && partsOf(from).kind === partsOf(fact.period).kind && from !== fact.period) return [];
  return [
    {
      ...fact.origin,
      what: `a change of ${fact.metric} for ${fact.period} can't be counted from ${fact.base}`,
      expected: 'yoy, qoq for a quarter or a date, or an earlier period of the same kind',
      remedy: 'Mend base: or period:',
    },
  ];
}
