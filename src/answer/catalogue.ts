import { type FactBase, factsOf, isCovered, metricOf } from '../facts/base.ts';
import { CONSOLIDATED, type Metric, type MetricId, type SegmentId } from '../model/fact.ts';
import { endOf, partsOf, type Period } from '../model/period.ts';
import { assumed, type Base, type Item, type Query, said } from '../model/query.ts';
import { atOf } from '../resolve/bind/base.ts';
import { changeOf, fromPeriod } from '../resolve/change.ts';
import { level } from '../resolve/level.ts';
import { fiscalYearEnd, isStockLike, latestDate } from '../resolve/periods.ts';
import { restate, subjectWords } from './restate.ts';

/** What is asked of a cell: its figure, a change on some base, its series, or the progress towards its target. */
export const COMPARISONS = ['figure', 'yoy', 'qoq', 'since-year-end', 'trend', 'target'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** A cell of the catalogue with what is asked of it. */
export interface Pick {
  metric: MetricId;
  segment: SegmentId;
  period: Period;
  comparison: Comparison;
}

/** What was found in a base, which never changes: to look through all of its cells takes longer than an answer. */
const picked = new WeakMap<FactBase, readonly Metric[]>();

/** The metrics of which a figure of some period is printed, in the vocabulary's order. */
export function metricsToPick(base: FactBase): readonly Metric[] {
  const known = picked.get(base);
  if (known) return known;
  const metrics = [...base.metrics.values()].filter((m) => segmentsToPick(base, m.id).length > 0);
  picked.set(base, metrics);
  return metrics;
}

/** The segments of a metric for which some period has an answer, the group first. */
export function segmentsToPick(base: FactBase, metric: MetricId): SegmentId[] {
  if (metricOf(base, metric).unit === 'text' || metricOf(base, metric).nature === 'event') return [];
  return [...base.segments.keys()].filter(
    (segment) =>
      (segment === CONSOLIDATED || isCovered(base, metric, segment)) &&
      periodsToPick(base, metric, segment).length > 0,
  );
}

/** The periods for which a metric of a segment has a level or a change, the latest first, the longer first among equals. */
export function periodsToPick(base: FactBase, metric: MetricId, segment: SegmentId): Period[] {
  const { calendar } = base;
  const printed = factsOf(base, metric, segment)
    .filter((f) => f.scenario === 'actual' && f.measure !== 'share')
    .map((f) => f.period);
  const standing = isStockLike(base, metric)
    ? [latestDate(calendar), fiscalYearEnd(calendar)]
    : [calendar.cumulative, calendar.latestQuarter];
  return [...new Set([...standing, ...printed])]
    .filter((period) => partsOf(period).kind !== 'undated')
    .filter((period) => comparisonsToPick(base, metric, segment, period).length > 0)
    .sort((a, b) => lastDay(base, b).localeCompare(lastDay(base, a)) || months(b) - months(a));
}

const lastDay = (base: FactBase, period: Period): string => endOf(period, base.calendar.startMonth) ?? period;

function months(period: Period): number {
  switch (partsOf(period).kind) {
    case 'year':
      return 12;
    case 'nine-months':
      return 9;
    case 'half':
      return 6;
    case 'quarter':
      return 3;
    case 'month':
      return 1;
    case 'instant':
    case 'undated':
      return 0;
  }
}

/** What can be asked of a metric of a segment in a period, the plain figure first. */
export function comparisonsToPick(
  base: FactBase,
  metric: MetricId,
  segment: SegmentId,
  period: Period,
): Comparison[] {
  return COMPARISONS.filter(
    (comparison) => questionOf(base, { metric, segment, period, comparison }) !== null,
  );
}

/** The question that asks for a pick; null where the data has no answer to it. */
export function questionOf(base: FactBase, { metric, segment, period, comparison }: Pick): string | null {
  const item: Item = {
    metric: said(metric),
    segment: said(segment),
    period: said(period),
    scenario: said('actual'),
  };
  switch (comparison) {
    case 'figure':
      return level(base, atOf(item)) ? restate(base, { intent: 'lookup', item, unit: null }) : null;
    case 'yoy':
    case 'qoq':
      return change(base, item, { kind: comparison });
    case 'since-year-end': {
      const yearEnd = fiscalYearEnd(base.calendar);
      return isStockLike(base, metric) && yearEnd < period
        ? change(base, item, { kind: 'period', period: yearEnd })
        : null;
    }
    case 'trend':
      return quarters(base, metric, segment) >= 3 && partsOf(period).kind === 'quarter'
        ? `trend of ${subjectWords(base, item)}`
        : null;
    case 'target':
      return progress(base, item);
  }
}

function change(base: FactBase, item: Item, kind: Base): string | null {
  const from = fromPeriod(item.period.value, kind);
  if (from === null || !changeOf(base, atOf(item), from)) return null;
  return restate(base, { intent: 'change', item, base: said(kind), form: assumed('both'), unit: null });
}

const quarters = (base: FactBase, metric: MetricId, segment: SegmentId): number =>
  new Set(
    factsOf(base, metric, segment)
      .filter((f) => f.measure === 'level' && f.scenario === 'actual' && partsOf(f.period).kind === 'quarter')
      .map((f) => f.period),
  ).size;

/** Progress is of the nine months towards the year's target. */
function progress(base: FactBase, item: Item): string | null {
  if (item.period.value !== base.calendar.cumulative || !level(base, atOf(item))) return null;
  const target = factsOf(base, item.metric.value, item.segment.value).find(
    (f) => f.scenario === 'revised-target' && f.measure === 'level',
  );
  if (!target) return null;
  const at: Item = { ...item, period: said(target.period), scenario: said('revised-target') };
  const query: Query = { intent: 'target', ask: 'progress', item: at, form: 'both', unit: null };
  return restate(base, query);
}
