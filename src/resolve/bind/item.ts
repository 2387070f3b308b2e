import { type FactBase, factsOf, isCovered, metricOf } from '../../facts/base.ts';
import type { Refusal } from '../../model/answer.ts';
import { CONSOLIDATED, type MetricId, type SegmentId } from '../../model/fact.ts';
import { assumed, type Item, said, type Slot } from '../../model/query.ts';
import type { FrameItem, ScenarioSaid } from '../frame.ts';
import { level } from '../level.ts';
import type { Caveat } from '../outcome.ts';
import { latestDate } from '../periods.ts';
import { bindPeriod, likelyPeriods, type Wanted } from './period.ts';

export type BoundItem =
  | { ok: true; item: Item; caveats: Caveat[] }
  | { ok: false; refusal: Refusal }
  | { ok: false; options: { metric: MetricId; segment: SegmentId }[]; about: 'metric' | 'segment' };

/** Whether the document says anything about a metric of a segment, printed or computable. */
export function covers(base: FactBase, metric: MetricId, segment: SegmentId): boolean {
  if (isCovered(base, metric, segment)) return true;
  const { calendar } = base;
  return [calendar.latestQuarter, calendar.cumulative, latestDate(calendar)].some(
    (period) => level(base, { metric, segment, period, scenario: 'actual' }) !== null,
  );
}

/** The segments in which the document prints a metric. */
export function segmentsOf(base: FactBase, metric: MetricId): readonly SegmentId[] {
  return base.indexes.segmentsOf.get(metric) ?? [];
}

/** Binds one thing asked about to a cell: ambiguous names become a choice, what is not there a refusal. */
export function bindItem(base: FactBase, item: FrameItem, scenario: ScenarioSaid, wanted: Wanted): BoundItem {
  const metric = metricSlot(base, item);
  if ('options' in metric) return metric;
  if ('refusal' in metric) return metric;
  const segment = segmentSlot(base, metric.slot.value, item);
  if ('options' in segment) return segment;
  const bound = bindPeriod(
    base,
    {
      metric: metric.slot.value,
      segment: segment.slot.value,
      period: item.period,
      reference: item.reference,
      scenario,
      carried: item.carried.has('period'),
    },
    wanted,
  );
  if (!bound.ok) return { ok: false, refusal: refine(base, bound.refusal) };
  const caveats = [...bound.caveats];
  return {
    ok: true,
    item: { metric: metric.slot, segment: segment.slot, period: bound.period, scenario: bound.scenario },
    caveats,
  };
}

type Choice<T> =
  | { slot: Slot<T> }
  | { ok: false; options: { metric: MetricId; segment: SegmentId }[]; about: 'metric' | 'segment' }
  | { ok: false; refusal: Refusal };

function metricSlot(base: FactBase, item: FrameItem): Choice<MetricId> {
  const carried = item.carried.has('metric');
  const id = item.metric ?? (item.segment === null ? undefined : base.segments.get(item.segment)?.metric);
  if (id === undefined) return { ok: false, refusal: { code: 'not-understood' } };
  const from = item.metric === null || carried ? assumed(id) : said(id);
  const candidates = metricOf(base, id).ambiguous;
  if (!candidates) return { slot: from };
  const segment = item.segment ?? CONSOLIDATED;
  const covered = candidates.filter((m) => covers(base, m, segment));
  if (covered.length === 1 && covered[0] !== undefined) return { slot: assumed(covered[0]) };
  if (covered.length === 0) return { ok: false, refusal: { code: 'not-printed', metric: id, segment } };
  return { ok: false, about: 'metric', options: covered.map((metric) => ({ metric, segment })) };
}

function segmentSlot(
  base: FactBase,
  metric: MetricId,
  item: FrameItem,
):
  | { slot: Slot<SegmentId> }
  | { ok: false; options: { metric: MetricId; segment: SegmentId }[]; about: 'metric' | 'segment' } {
  const { segment } = item;
  if (segment !== null && !(item.lent && !covers(base, metric, segment))) {
    const candidates = base.segments.get(segment)?.ambiguous;
    if (candidates)
      return { ok: false, about: 'segment', options: candidates.map((s) => ({ metric, segment: s })) };
    return { slot: item.carried.has('segment') || item.lent ? assumed(segment) : said(segment) };
  }
  if (covers(base, metric, CONSOLIDATED)) return { slot: assumed(CONSOLIDATED) };
  const homes = segmentsOf(base, metric);
  const [only] = homes;
  if (only !== undefined && homes.length === 1) return { slot: assumed(only) };
  if (homes.length > 1)
    return { ok: false, about: 'segment', options: homes.map((s) => ({ metric, segment: s })) };
  return { slot: assumed(CONSOLIDATED) };
}

/** A refusal made specific: lost in a chart, known but not printed, changes only, undated. */
function refine(base: FactBase, refusal: Refusal): Refusal {
  const { metric, segment } = refusal;
  if (refusal.code === 'period-unclear') return refusal;
  if (metric === undefined || segment === undefined) return refusal;
  const lost = base.document.lost.find((l) => l.metric === metric && (l.segment ?? CONSOLIDATED) === segment);
  const near = neighbours(base, metric, segment);
  const facts = factsOf(base, metric, segment);
  if (facts.length > 0 && facts.every((f) => f.period.startsWith('undated')))
    return { ...refusal, code: 'undated', section: facts[0]?.sections[0], near };
  if (facts.length > 0 && facts.every((f) => f.measure === 'change'))
    return { ...refusal, code: 'changes-only', section: facts[0]?.sections[0], near };
  if (
    facts.length > 0 ||
    likelyPeriods(base, metric, segment, 'actual').some((period) =>
      level(base, { metric, segment, period, scenario: 'actual' }),
    )
  ) {
    return {
      ...refusal,
      code: refusal.period === undefined ? 'not-printed' : 'period-not-covered',
      section: facts[0]?.sections[0],
      near,
    };
  }
  if (lost) {
    const instead = lost.instead.map((text) => {
      const [m = metric, s = CONSOLIDATED] = text.split(' ');
      return { metric: m, segment: s };
    });
    return { ...refusal, code: 'lost', section: lost.section, near: instead };
  }
  return { ...refusal, code: 'not-printed', near };
}

/** What the document has near a cell: the same metric elsewhere, then other metrics of the segment. */
function neighbours(
  base: FactBase,
  metric: MetricId,
  segment: SegmentId,
): { metric: MetricId; segment: SegmentId }[] {
  const same = segmentsOf(base, metric)
    .filter((s) => s !== segment)
    .map((s) => ({ metric, segment: s }));
  const here =
    segment === CONSOLIDATED
      ? []
      : (base.indexes.metricsOf.get(segment) ?? [])
          .filter((m) => m !== metric)
          .map((m) => ({ metric: m, segment }));
  return [...here, ...same].slice(0, 4);
}
