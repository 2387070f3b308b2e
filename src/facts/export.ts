import type { Bound, Fact, Measure, MetricId, Scenario, SectionId, SegmentId, Unit } from '../model/fact.ts';

/** A fact as `kessan facts --json` prints it. `value` is in base units (yen, percent as printed); a date is ISO text. */
export interface FactLine {
  id: string;
  metric: MetricId;
  segment: SegmentId;
  period: string;
  measure: Measure;
  base: string | null;
  scenario: Scenario;
  bound: Bound;
  value: number | string;
  unit: Unit;
  printed: string;
  decimals: number;
  sections: SectionId[];
}

/** The JSON object of a fact; its keys stand in this order. */
export function factLine(fact: Fact): FactLine {
  const { id, metric, segment, period, measure, base, scenario, bound, unit, printed, decimals, sections } =
    fact;
  const value = typeof fact.value === 'string' ? fact.value : fact.value.toNumber();
  return {
    id,
    metric,
    segment,
    period,
    measure,
    base,
    scenario,
    bound,
    value,
    unit,
    printed,
    decimals,
    sections: [...sections],
  };
}
