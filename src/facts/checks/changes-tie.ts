import type { Fact } from '../../model/fact.ts';
import { basePeriod, type FactBase } from '../base.ts';
import { type Interval, minus } from '../interval.ts';
import type { DataCheck } from './check.ts';
import { cellOf, levelOf, printedRange, rangeOf } from './ranges.ts';
import { type Route, untied } from './tie.ts';

/** A printed change in an amount or in points is the difference of the two levels. */
export const changesTie: DataCheck = {
  name: 'changes-tie',
  description:
    'a change equals the level less the earlier level, within rounding; in points, also that of shares',
  check: (base) =>
    base.facts.filter((f) => f.measure === 'change').flatMap((f) => untied(f, routes(base, f))),
};

function routes(base: FactBase, fact: Fact): Route[] {
  const from = fact.base === null ? null : basePeriod(fact.period, fact.base);
  const unit = base.metrics.get(fact.metric)?.unit;
  if (from === null || unit === undefined || unit === 'text') return [];
  const how = `${fact.period} less ${from}`;
  const level = levelOf(cellOf(fact), unit);
  const earlier = { ...level, period: from, scenario: 'actual' as const };
  if (fact.unit === unit || (fact.unit === 'points' && unit === 'percent')) {
    return [{ how, gives: difference(rangeOf(base, level), rangeOf(base, earlier)) }];
  }
  if (fact.unit !== 'points') return [];
  return sharesOf(base, fact).map((whole) => {
    const share = { measure: 'share', against: whole, unit: 'percent' } as const;
    return {
      how: `the share of ${whole} in ${how}`,
      gives: difference(
        printedRange(base, { ...level, ...share }),
        printedRange(base, { ...earlier, ...share }),
      ),
    };
  });
}

function sharesOf(base: FactBase, fact: Fact): string[] {
  const wholes = base.facts
    .filter((f) => f.measure === 'share' && f.metric === fact.metric && f.segment === fact.segment)
    .flatMap((f) => f.base ?? []);
  return [...new Set(wholes)];
}

const difference = (later: Interval | null, earlier: Interval | null): Interval | null =>
  later && earlier ? minus(later, earlier) : null;
