import type { Fact, Metric, MetricId, Segment, SegmentId } from '../model/fact.ts';
import type { Period } from '../model/period.ts';

/** Facts and names by what they are looked up by, so that no question walks through all of them. Lists keep the base's order. */
export interface Indexes {
  byMetric: ReadonlyMap<MetricId, readonly Fact[]>;
  bySegment: ReadonlyMap<SegmentId, readonly Fact[]>;
  byPeriod: ReadonlyMap<Period, readonly Fact[]>;
  /** Targets and plans: all facts that are not actual. */
  ahead: readonly Fact[];
  /** The segments in which anything of a metric is printed, and the metrics of which anything is in a segment. */
  segmentsOf: ReadonlyMap<MetricId, readonly SegmentId[]>;
  metricsOf: ReadonlyMap<SegmentId, readonly MetricId[]>;
  /** The metrics that are sums, by each of their terms and by themselves. */
  sums: ReadonlyMap<MetricId, readonly Metric[]>;
  /** The segments that are split, by each of their parts and by themselves. */
  wholes: ReadonlyMap<SegmentId, readonly Segment[]>;
  /** The metrics that are ratios, by "numerator denominator". */
  ratios: ReadonlyMap<string, readonly Metric[]>;
  /** The segments that stand for two named together, by each of the two. */
  combinations: ReadonlyMap<SegmentId, readonly Segment[]>;
}

/** Builds all indexes in one walk over the facts and one over each vocabulary. */
export function buildIndexes(
  facts: readonly Fact[],
  metrics: readonly Metric[],
  segments: readonly Segment[],
): Indexes {
  const byMetric = Map.groupBy(facts, (f) => f.metric);
  const bySegment = Map.groupBy(facts, (f) => f.segment);
  return {
    byMetric,
    bySegment,
    byPeriod: Map.groupBy(facts, (f) => f.period),
    ahead: facts.filter((f) => f.scenario !== 'actual'),
    segmentsOf: inOrder(byMetric, (f) => f.segment, segments),
    metricsOf: inOrder(bySegment, (f) => f.metric, metrics),
    sums: under(metrics, (m) => (m.is ? [m.id, ...m.is.map((term) => term.replace(/^-/, ''))] : [])),
    wholes: under(segments, (s) => (s.splits ? [s.id, ...s.splits.flatMap((split) => split.parts)] : [])),
    ratios: under(metrics, (m) => (m.ratio ? [m.ratio.join(' ')] : [])),
    combinations: under(segments, (s) => s.combines ?? []),
  };
}

/** What the facts of each key have of something, each once and in the vocabulary's order. */
function inOrder<K>(
  groups: ReadonlyMap<K, readonly Fact[]>,
  of: (fact: Fact) => string,
  vocabulary: readonly { id: string }[],
): Map<K, string[]> {
  const place = new Map(vocabulary.map(({ id }, i) => [id, i]));
  return new Map(
    [...groups].map(([key, facts]) => {
      const ids = [...new Set(facts.map(of))].filter((id) => place.has(id));
      return [key, ids.sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0))];
    }),
  );
}

/** Entries by each of their keys, an entry once a key. */
function under<T>(entries: readonly T[], keys: (entry: T) => readonly string[]): Map<string, T[]> {
  const index = new Map<string, T[]>();
  for (const entry of entries) {
    for (const key of new Set(keys(entry))) {
      const list = index.get(key);
      if (list) list.push(entry);
      else index.set(key, [entry]);
    }
  }
  return index;
}
