import { type FactBase, factsOfSegment, metricOf, segmentOf } from '../facts/base.ts';
import type { Switch } from '../model/answer.ts';
import { CONSOLIDATED } from '../model/fact.ts';
import { describePeriod, partsOf, type Period, shiftYears } from '../model/period.ts';
import { type Base, type Item, itemsIn, type Query, said, withItems } from '../model/query.ts';
import { atOf } from '../resolve/bind/base.ts';
import { changeOf, fromPeriod, nameBase } from '../resolve/change.ts';
import { level } from '../resolve/level.ts';
import { fiscalYearEnd, isStockLike, latestDate } from '../resolve/periods.ts';
import { assumedIn } from './reading.ts';
import { restate } from './restate.ts';

/** How many other values one assumption offers. */
const MOST = 3;

/**
 * For each part of the reading that was assumed, the other values that this data can answer with: another period,
 * comparison, target or metric. Each comes as the whole question, restated with that value.
 */
export function switchesFor(base: FactBase, query: Query): Switch[] {
  return assumedIn(query).flatMap((slot): Switch[] => {
    switch (slot) {
      case 'period':
        return offer(base, slot, otherPeriods(base, query));
      case 'comparison':
        return offer(base, slot, otherBases(base, query));
      case 'scenario':
        return offer(base, slot, otherTargets(base, query));
      case 'metric':
        return offer(base, slot, otherMetrics(base, query));
      case 'segment':
        return offer(base, slot, theGroup(base, query));
    }
  });
}

interface Alternative {
  label: string;
  query: Query;
}

function offer(base: FactBase, slot: Switch['slot'], found: readonly Alternative[]): Switch[] {
  return found.slice(0, MOST).map(({ label, query }) => ({ slot, label, question: restate(base, query) }));
}

/** Whether every cell of a query has what the query asks of it. */
function answerable(base: FactBase, query: Query): boolean {
  const items = itemsIn(query);
  if (query.intent === 'change') {
    const at = atOf(query.item);
    const from = fromPeriod(at.period, query.base.value);
    return from !== null && changeOf(base, at, from) !== null;
  }
  return items.length > 0 && items.every((i) => level(base, atOf(i)) !== null);
}

/** The intents of which one cell, or cells of one period, can be moved to another period as they stand. */
const MOVABLE: readonly Query['intent'][] = ['lookup', 'change', 'ratio', 'share'];

function otherPeriods(base: FactBase, query: Query): Alternative[] {
  const items = itemsIn(query);
  const [first] = items;
  if (!first || !MOVABLE.includes(query.intent) || first.scenario.value !== 'actual') return [];
  const now = first.period.value;
  if (items.some((i) => i.period.value !== now)) return [];
  const { calendar } = base;
  const candidates: readonly Period[] = isStockLike(base, first.metric.value)
    ? [latestDate(calendar), fiscalYearEnd(calendar), shiftYears(latestDate(calendar), -1)]
    : [calendar.latestQuarter, calendar.cumulative];
  return candidates
    .filter((period) => period !== now)
    .map((period) => ({
      label: periodLabel(period, calendar.startMonth),
      query: withItems(query, (item) => ({ ...item, period: said(period) })),
    }))
    .filter((a) => answerable(base, a.query));
}

/** A period as a button names it: "Single quarter 3Q11", "31 Mar 2011". */
function periodLabel(period: Period, startMonth: number): string {
  switch (partsOf(period).kind) {
    case 'quarter':
      return `Single quarter ${period}`;
    case 'nine-months':
      return `Nine months ${period}`;
    case 'half':
    case 'year':
    case 'instant':
    case 'month':
    case 'undated':
      return describePeriod(period, startMonth);
  }
}

const BASE_LABELS = { yoy: 'Year on year', qoq: 'Quarter on quarter' } as const;

function otherBases(base: FactBase, query: Query): Alternative[] {
  if (query.intent !== 'change') return [];
  const at = atOf(query.item);
  const now = fromPeriod(at.period, query.base.value);
  const candidates: Base[] = [
    { kind: 'yoy' },
    { kind: 'qoq' },
    ...(isStockLike(base, at.metric)
      ? [{ kind: 'period' as const, period: fiscalYearEnd(base.calendar) }]
      : []),
  ];
  const seen = new Set([now]);
  return candidates.flatMap((kind): Alternative[] => {
    const from = fromPeriod(at.period, kind);
    if (from === null || seen.has(from) || from === at.period) return [];
    seen.add(from);
    const next: Query = { ...query, base: said(kind) };
    if (!answerable(base, next)) return [];
    const named = nameBase(at.period, from);
    const label =
      named.kind === 'period'
        ? `Since ${describePeriod(named.period, base.calendar.startMonth)}`
        : BASE_LABELS[named.kind];
    return [{ label, query: next }];
  });
}

const TARGETS = { 'initial-target': 'Initial target', 'revised-target': 'Revised target' } as const;

function otherTargets(base: FactBase, query: Query): Alternative[] {
  const [item] = itemsIn(query);
  if (!item || (query.intent !== 'lookup' && query.intent !== 'target')) return [];
  return (['revised-target', 'initial-target'] as const)
    .filter((scenario) => scenario !== item.scenario.value)
    .map((scenario) => ({
      label: TARGETS[scenario],
      query: withItems(query, (i) => ({ ...i, scenario: said(scenario) })),
    }))
    .filter((a) => answerable(base, a.query));
}

/** The other figures of a segment that was named by itself ("GIO"). */
function otherMetrics(base: FactBase, query: Query): Alternative[] {
  if (query.intent !== 'lookup') return [];
  const { item } = query;
  if (item.segment.from === 'assumed' || item.segment.value === CONSOLIDATED) return [];
  const others = factsOfSegment(base, item.segment.value)
    .filter((f) => f.measure === 'level' && f.scenario === 'actual')
    .map((f) => ({ metric: f.metric, period: f.period }));
  const metrics = [...new Map(others.map((o) => [o.metric, o.period]))];
  return metrics
    .filter(([metric]) => metric !== item.metric.value && metricOf(base, metric).nature !== 'event')
    .map(([metric, last]) => {
      const kept: Item = { ...item, metric: said(metric) };
      const period = level(base, atOf(kept)) ? item.period : said(last);
      return {
        label: metricOf(base, metric).label,
        query: { ...query, item: { ...kept, period } },
      };
    })
    .filter((a) => answerable(base, a.query));
}

/** The same question of the group, where a segment was filled in. */
function theGroup(base: FactBase, query: Query): Alternative[] {
  if (query.intent !== 'lookup' && query.intent !== 'change') return [];
  const next = withItems(query, (i) => ({ ...i, segment: said(CONSOLIDATED) }));
  return answerable(base, next) ? [{ label: segmentOf(base, CONSOLIDATED).label, query: next }] : [];
}
