import { decimal } from '../../model/decimal.ts';
import type { Fact } from '../../model/fact.ts';
import { basePeriod, type FactBase } from '../base.ts';
import { type Interval, minus, point, quotient, times } from '../interval.ts';
import type { DataCheck } from './check.ts';
import { cellOf, levelOf, rangeOf } from './ranges.ts';
import { untied } from './tie.ts';

const HUNDRED = decimal(100);

/** A printed growth in percent is what the two levels give. */
export const growthTies: DataCheck = {
  name: 'growth-ties',
  description: 'a change in percent equals the growth between the two levels, within rounding',
  check: (base) =>
    base.facts
      .filter((f) => f.measure === 'change' && f.unit === 'percent')
      .flatMap((fact) => {
        const from = fact.base === null ? null : basePeriod(fact.period, fact.base);
        return from === null
          ? []
          : untied(fact, [{ how: `the growth from ${from}`, gives: growth(base, fact, from) }]);
      }),
};

function growth(base: FactBase, fact: Fact, from: Fact['period']): Interval | null {
  const unit = base.metrics.get(fact.metric)?.unit;
  if (unit === undefined || unit === 'text') return null;
  const level = levelOf(cellOf(fact), unit);
  const later = rangeOf(base, level);
  const earlier = rangeOf(base, { ...level, period: from, scenario: 'actual' });
  const ratio = later && earlier ? quotient(later, earlier) : null;
  return ratio && minus(times(ratio, HUNDRED), point(HUNDRED));
}
