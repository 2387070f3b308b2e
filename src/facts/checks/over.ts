import { decimal } from '../../model/decimal.ts';
import type { Fact } from '../../model/fact.ts';
import type { FactBase } from '../base.ts';
import { type Interval, quotient, times } from '../interval.ts';
import { cellOf, levelOf, rangeOf } from './ranges.ts';

/** A metric in a segment. */
export interface Subject {
  metric: string;
  segment: string;
}

/** What one level over another gives in a fact's period and scenario, in the fact's unit; null where one is missing. */
export function over(base: FactBase, fact: Fact, part: Subject, whole: Subject): Interval | null {
  const range = ({ metric, segment }: Subject): Interval | null => {
    const unit = base.metrics.get(metric)?.unit;
    if (unit === undefined || unit === 'text') return null;
    return rangeOf(base, { ...levelOf(cellOf(fact), unit), metric, segment });
  };
  const [a, b] = [range(part), range(whole)];
  const ratio = a && b ? quotient(a, b) : null;
  return ratio && fact.unit === 'percent' ? times(ratio, decimal(100)) : ratio;
}
