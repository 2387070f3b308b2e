import type { DocumentInfo, IntentSpec, Note } from '../model/document.ts';
import type {
  Fact,
  Measure,
  Metric,
  MetricId,
  Nature,
  Role,
  Scenario,
  Section,
  SectionId,
  Segment,
  SegmentId,
} from '../model/fact.ts';
import {
  type Calendar,
  type Period,
  period as makePeriod,
  shiftQuarters,
  shiftYears,
} from '../model/period.ts';
import { trieOf } from '../lexicon/vocabulary.ts';
import { buildIndexes, type Indexes } from './indexes.ts';
import type { NameTrie } from '../lexicon/names.ts';

/** A word of an intent's vocabulary and the class (compromise tag) it belongs to. */
export type WordClasses = Readonly<Record<string, readonly string[]>>;

/** Everything that Kessan knows, loaded and checked: the one argument that every stage takes. */
export interface FactBase {
  document: DocumentInfo;
  calendar: Calendar;
  metrics: ReadonlyMap<MetricId, Metric>;
  segments: ReadonlyMap<SegmentId, Segment>;
  sections: ReadonlyMap<SectionId, Section>;
  facts: readonly Fact[];
  notes: readonly Note[];
  intents: readonly IntentSpec[];
  words: WordClasses;
  names: NameTrie;
  /** Facts by cell (see cellKey), the finest printing first. */
  cells: ReadonlyMap<string, readonly Fact[]>;
  /** Facts by "metric segment", in the document's order. */
  subjects: ReadonlyMap<string, readonly Fact[]>;
  indexes: Indexes;
}

export interface BaseParts {
  document: DocumentInfo;
  metrics: readonly Metric[];
  segments: readonly Segment[];
  facts: readonly Fact[];
  notes: readonly Note[];
  intents: readonly IntentSpec[];
  words: WordClasses;
}

/** The coordinates of a cell: what a figure is, apart from how finely it is printed. */
export interface Cell {
  metric: MetricId;
  segment: SegmentId;
  period: Period;
  measure: Measure;
  /** The period a change is counted from, or the metric that a share is of; empty for a level. */
  against: string;
  scenario: Scenario;
  unit: Fact['unit'];
}

/** The spelling of a cell's coordinates: equal cells have equal keys. */
export const cellKey = (c: Cell): string => keyOf(c, c.against);

const keyOf = (c: Omit<Cell, 'against'>, against: string): string =>
  `${c.metric}|${c.segment}|${c.period}|${c.measure}|${against}|${c.scenario}|${c.unit}`;

/** The period that a change of `period` on a base (yoy, qoq, a date) is counted from; null where there is none. */
export function basePeriod(period: Period, base: string): Period | null {
  if (base === 'yoy') return shiftYears(period, -1);
  if (base === 'qoq') return shiftQuarters(period, -1);
  return makePeriod(base);
}

function againstOf(fact: Fact): string {
  if (fact.base === null) return '';
  return fact.measure === 'change' ? (basePeriod(fact.period, fact.base) ?? fact.base) : fact.base;
}

function startMonthOf(document: DocumentInfo): number {
  const month = document['fiscal-year-start'];
  return document['fiscal-year-named-for'] === 'end' && month > 1 ? month - 12 : month;
}

/** Numbers the facts and builds the indexes. Facts keep the document's order. */
export function makeBase(parts: BaseParts): FactBase {
  const seen = new Map<string, number>();
  const facts = parts.facts.map((fact): Fact => {
    const stem = [
      fact.sections[0],
      fact.metric,
      fact.segment,
      fact.period,
      fact.measure === 'level' ? '' : `${fact.measure}-${fact.base ?? ''}-${fact.unit}`,
      fact.scenario === 'actual' ? '' : fact.scenario,
    ]
      .filter((s) => s !== '')
      .join('/')
      .replaceAll(' ', '-');
    const n = (seen.get(stem) ?? 0) + 1;
    seen.set(stem, n);
    return { ...fact, id: n === 1 ? stem : `${stem}~${n}` };
  });
  const cells = Map.groupBy(facts, (f) => keyOf(f, againstOf(f)));
  for (const list of cells.values()) list.sort((a, b) => b.decimals - a.decimals);
  const byId = <T extends { id: string }>(list: readonly T[]): Map<string, T> =>
    new Map(list.map((x) => [x.id, x]));
  return {
    document: parts.document,
    calendar: {
      startMonth: startMonthOf(parts.document),
      latestQuarter: makePeriod(parts.document['latest-quarter']),
      cumulative: makePeriod(parts.document.cumulative),
    },
    metrics: byId(parts.metrics),
    segments: byId(parts.segments),
    sections: byId(parts.document.sections),
    facts,
    notes: parts.notes,
    intents: parts.intents,
    words: parts.words,
    names: trieOf(parts.metrics, parts.segments),
    cells,
    subjects: Map.groupBy(facts, (f) => `${f.metric} ${f.segment}`),
    indexes: buildIndexes(facts, parts.metrics, parts.segments),
  };
}

/** All printings of a cell, the finest first. */
export function printings(base: FactBase, cell: Cell): readonly Fact[] {
  return base.cells.get(cellKey(cell)) ?? [];
}

/** The facts of a metric in a segment, in the document's order. */
export function factsOf(base: FactBase, metric: MetricId, segment: SegmentId): readonly Fact[] {
  return base.subjects.get(`${metric} ${segment}`) ?? [];
}

/** All facts of a metric, in whatever segment. */
export const factsOfMetric = (base: FactBase, metric: MetricId): readonly Fact[] =>
  base.indexes.byMetric.get(metric) ?? [];

/** All facts of a segment, whatever their metric. */
export const factsOfSegment = (base: FactBase, segment: SegmentId): readonly Fact[] =>
  base.indexes.bySegment.get(segment) ?? [];

/** Whether the document prints anything about a metric in a segment. */
export function isCovered(base: FactBase, metric: MetricId, segment: SegmentId): boolean {
  return base.subjects.has(`${metric} ${segment}`);
}

/** How many printed figures each metric has. */
export function figureCounts(base: FactBase): ReadonlyMap<MetricId, number> {
  return new Map([...base.indexes.byMetric].map(([metric, facts]) => [metric, facts.length]));
}

/** The document's example questions of some intents, in their order, each with what that kind of question gives. */
export function examplesOf(base: FactBase, intents: readonly string[]): { does: string; question: string }[] {
  const examples: Readonly<Record<string, string | undefined>> = base.document.examples;
  return intents.flatMap((id) => {
    const question = examples[id];
    const intent = base.intents.find((i) => i.id === id);
    return intent && question !== undefined ? [{ does: intent.does, question }] : [];
  });
}

/** The metric that has a role in the vocabulary; null where none has. */
export function metricInRole(base: FactBase, role: Role): MetricId | null {
  for (const metric of base.metrics.values()) if (metric.role === role) return metric.id;
  return null;
}

export function metricOf(base: FactBase, id: MetricId): Metric {
  const metric = base.metrics.get(id);
  if (!metric) throw new RangeError(`no metric "${id}"`);
  return metric;
}

export function segmentOf(base: FactBase, id: SegmentId): Segment {
  const segment = base.segments.get(id);
  if (!segment) throw new RangeError(`no segment "${id}"`);
  return segment;
}

export const natureOf = (base: FactBase, id: MetricId): Nature => metricOf(base, id).nature;
