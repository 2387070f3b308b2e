import { type FactBase, factsOf, metricInRole } from '../../facts/base.ts';
import { CONSOLIDATED, type MetricId } from '../../model/fact.ts';
import { assumed, type Base, type Item, type RankOrder, said, type Slot } from '../../model/query.ts';
import { changeOf, fromPeriod } from '../change.ts';
import type { Frame, FrameItem } from '../frame.ts';
import { level } from '../level.ts';
import type { Bound } from '../outcome.ts';
import { partsOf } from '../../model/period.ts';
import { fiscalYearEnd, latestDate } from '../periods.ts';
import { bindBase, formOf } from './base.ts';
import { type Again, bindAll, failed, hasChange, hasLevel, refused } from './common.ts';
import { bindItem, segmentsOf } from './item.ts';
import { seriesItems } from './series.ts';

const NUMBERS: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5 };

/** What is ranked: the periods of one thing, the segments of one metric, the things named, or the balance sheet's items. */
export function bindRank(base: FactBase, frame: Frame, again: Again): Bound {
  const text = withoutBases(frame.said).toLowerCase();
  const order = orderOf(base, frame);
  const byChange =
    frame.sets.has('by:change') ||
    frame.base?.kind === 'yoy' ||
    frame.base?.kind === 'qoq' ||
    (/balance[- ]sheet|\bassets?\b|\btargets?\b/.test(text) &&
      ['Rise', 'Fall', 'Change'].some((t) => frame.said.tags.has(t))) ||
    (frame.said.tags.has('Rise') && /\b(?:most|more|fastest|best)\b/.test(text)) ||
    (frame.said.tags.has('Fall') && /\bmost\b/.test(text));
  const top = topOf(text);
  const items = rankedItems(base, frame, text, byChange);
  if ('bound' in items) return failed(base, frame, items.bound, again);
  const [first] = items.list;
  if (!first || items.list.length < 2) return refused({ code: 'not-understood' });
  const falling = byChange && frame.said.tags.has('Fall') && !frame.said.tags.has('Rise');
  const from: Slot<Base> = items.base ?? bindBase(base, frame, first) ?? assumed({ kind: 'yoy' });
  return {
    kind: 'query',
    query: {
      intent: 'rank',
      items: items.list,
      by: byChange ? 'change' : 'level',
      base: from,
      form: /\b(?:fastest|faster|slowest|slower|steepest|growth rate|strongest growth|grew (?:the )?(?:most|least))\b/.test(
        text,
      )
        ? 'percent'
        : formOf(frame).value,
      order: falling
        ? 'lowest'
        : byChange &&
            !frame.said.tags.has('Rise') &&
            !frame.sets.has('order:best') &&
            !frame.sets.has('order:worst') &&
            !inOrder(text)
          ? sizeOrder(order)
          : order,
      top,
      unit: frame.unit,
    },
    caveats: [],
  };
}

/** "Rank the lines by their change" puts the signed changes in order, unless their size is spoken of. */
const inOrder = (text: string): boolean =>
  /\b(?:highest|largest|biggest|lowest|smallest) first\b|\b(?:rank\w*|sort\w*|order(?:ed)?)\b/i.test(text) &&
  !/\b(?:movers?|moved|size of|absolute|magnitude)\b/i.test(text);

/** A change without a direction is ranked by its size. */
const sizeOrder = (order: RankOrder): RankOrder =>
  order === 'highest' ? 'farthest' : order === 'lowest' ? 'nearest' : order;

/** Best and worst depend on which direction is good; the highest loss is the lowest result. */
function orderOf(base: FactBase, frame: Frame): RankOrder {
  const { sets } = frame;
  if (sets.has('order:farthest')) return 'farthest';
  if (sets.has('order:nearest')) return 'nearest';
  const [item] = frame.items;
  const metric = item?.metric === null || item === undefined ? undefined : base.metrics.get(item.metric);
  if (sets.has('order:worst')) return metric?.good === 'down' ? 'highest' : 'lowest';
  if (sets.has('order:best')) return metric?.good === 'down' ? 'lowest' : 'highest';
  const lowFirst = /\b(?:lowest|smallest|least|weakest|bottom|low) first\b/i.test(frame.said.text);
  const order = lowFirst || (sets.has('order:lowest') && !sets.has('order:highest')) ? 'lowest' : 'highest';
  const ofLoss = metric?.loss !== undefined && /\bloss(?:es)?\b/i.test(frame.said.text);
  return ofLoss ? (order === 'highest' ? 'lowest' : 'highest') : order;
}

function topOf(text: string): number {
  const word =
    /\b(?:top|bottom|largest|biggest|highest|lowest|smallest)\s+(\d|two|three|four|five)\b|\b(\d|two|three|four|five)\s+(?:largest|biggest|highest|lowest|smallest|best|worst)\b/.exec(
      text,
    );
  const found = word?.[1] ?? word?.[2];
  return found === undefined ? 1 : (NUMBERS[found] ?? Number(found));
}

const subjectsOf = (items: readonly FrameItem[]): number =>
  new Set(items.map((i) => `${i.metric ?? ''} ${i.segment ?? ''}`)).size;

/** The text without its comparisons: "against the preceding quarter" asks for no quarter. */
function withoutBases(said: Frame['said']): string {
  let text = said.text;
  for (const m of said.mentions)
    if (m.kind === 'base') text = text.slice(0, m.start) + ' '.repeat(m.end - m.start) + text.slice(m.end);
  return text;
}

type Ranked = { list: Item[]; base?: Slot<Base> } | { bound: Parameters<typeof failed>[2] };

function rankedItems(base: FactBase, frame: Frame, text: string, byChange: boolean): Ranked {
  const wanted = byChange ? hasChange(base, frame) : hasLevel(base);
  const named = frame.items.filter((i) => i.metric !== null || i.segment !== null);
  const general = named.every(
    (i) =>
      i.metric === null ||
      base.metrics.get(i.metric)?.role === 'assets' ||
      base.metrics.get(i.metric)?.ambiguous !== undefined,
  );
  if (/balance[- ]sheet|\bassets?\b|\bliabilit(?:y|ies)\b/.test(text) && general) {
    const side = /\bassets?\b/.test(text) ? 'asset' : /\bliabilit/.test(text) ? 'liability' : null;
    return balanceSheet(base, byChange, side);
  }
  if (frame.said.tags.has('Target') && named.length === 0) return targets(base);
  const run = named.some((i) => i.period?.type === 'series') && subjectsOf(named) === 1;
  if (named.length > 1 && !run) {
    const bound = bindAll(base, frame, named, wanted);
    return bound.ok ? { list: bound.items } : { bound };
  }
  const [item] = named;
  if (/\bincome statement\b|\bprofit lines?\b/.test(text))
    return incomeStatement(base, byChange, /\bprofit lines?\b/.test(text));
  if (!item) return { list: [] };
  if (frame.sets.has('sources')) {
    const over = item.segment === null ? bySegment(base, frame, item, wanted) : [];
    return { list: over };
  }
  const parts = item.segment === null ? [] : (base.segments.get(item.segment)?.splits?.[0]?.parts ?? []);
  if (
    parts.length > 1 &&
    /\b(?:segments?|services?|svcs?|categor(?:y|ies)|types?|lines?|parts?|businesses|areas?|components?|which)\b/.test(
      text,
    ) &&
    !/\bquarters?\b/.test(text)
  ) {
    const bound = bindAll(
      base,
      frame,
      parts.map((segment) => ({ ...item, segment })),
      wanted,
    );
    if (bound.ok) return { list: bound.items };
    if (WHICH_PART.test(text)) return { bound };
  }
  if (
    item.segment === null &&
    /\b(?:segments?|business(?:es)?|divisions?|services?|svcs?|units?|stream|source|lines?|items?|contributor|area|part)\b/.test(
      text,
    ) &&
    !/\bquarters?\b/.test(text)
  ) {
    const over = bySegment(base, frame, item, wanted);
    if (over.length > 1) return { list: over };
  }
  const found = seriesItems(base, frame);
  if ('failed' in found) return { bound: found.failed };
  const ofItems = isCost(base, item) && !isOverTime(text) && found.items.every(isCumulative);
  if (found.items.length > 1 && !ofItems) return { list: found.items };
  const over = bySegment(base, frame, item, wanted);
  return { list: over };
}

/** "The biggest cost" of a figure that is printed for nine months only does not ask which year's was bigger. */
const isCost = (base: FactBase, { metric }: FrameItem): boolean =>
  metric !== null && base.metrics.get(metric)?.good === 'down';
const isCumulative = (item: Item): boolean => partsOf(item.period.value).kind === 'nine-months';
const isOverTime = (text: string): boolean =>
  /\b(?:quarters?|periods?|years?|months?|when|yoy|time|history|ever|so far|than)\b|\bfy ?\d|\d ?q/.test(
    text,
  );
/** "Which category of network services": one of the parts is asked for, and no quarter of the whole answers that. */
const WHICH_PART =
  /\b(?:which|what) (?:of (?:the|its) )?(?:segment|service|svc|category|categories|type|part|business|area|component)s?\b/;

/** The segments of a metric that don't overlap: the parts of a complete split if all have it, else all that do. */
function bySegment(
  base: FactBase,
  frame: Frame,
  item: FrameItem,
  wanted: Parameters<typeof bindItem>[3],
): Item[] {
  const metric = item.metric ?? metricInRole(base, 'whole');
  if (metric === null) return [];
  const bind = (segment: string): Item[] => {
    const bound = bindItem(base, { ...item, metric, segment }, frame.scenario, wanted);
    return bound.ok && bound.caveats.length === 0 ? [{ ...bound.item, segment: said(segment) }] : [];
  };
  const splits = base.segments.get(CONSOLIDATED)?.splits?.filter((s) => s.for.includes(metric)) ?? [];
  for (const split of [...splits].reverse()) {
    const parts = split.parts.flatMap(bind);
    if (parts.length === split.parts.length) return samePeriod(parts);
  }
  return samePeriod(
    segmentsOf(base, metric)
      .filter((s) => s !== CONSOLIDATED)
      .flatMap(bind),
  );
}

const samePeriod = (items: Item[]): Item[] => items.filter((i) => i.period.value === items[0]?.period.value);

/** The lines of the income statement, over the cumulative period. */
function incomeStatement(base: FactBase, byChange: boolean, profits: boolean): Ranked {
  const period = base.calendar.cumulative;
  const metrics = (base.indexes.metricsOf.get(CONSOLIDATED) ?? []).filter((m) =>
    factsOf(base, m, CONSOLIDATED).some(
      (f) =>
        f.period === period &&
        f.measure === (byChange ? 'change' : 'level') &&
        f.unit === (byChange ? 'percent' : 'JPY'),
    ),
  );
  return {
    list: metrics
      .filter((m) => !profits || base.metrics.get(m)?.loss !== undefined)
      .map((m): Item => ({
        metric: said(m),
        segment: assumed(CONSOLIDATED),
        period: assumed(period),
        scenario: assumed('actual'),
      })),
    base: assumed({ kind: 'yoy' }),
  };
}

/** Every target, ranked by its growth over last year's actual. */
function targets(base: FactBase): Ranked {
  const facts = base.indexes.ahead.filter(
    (f) => f.scenario === 'revised-target' && f.measure === 'change' && f.unit === 'percent',
  );
  return {
    list: facts.map((f): Item => ({
      metric: said(f.metric),
      segment: said(f.segment),
      period: said(f.period),
      scenario: said(f.scenario),
    })),
    base: said({ kind: 'yoy' }),
  };
}

/** The items of the balance sheet at the latest date, changes counted from the last fiscal year-end. */
function balanceSheet(base: FactBase, byChange: boolean, side: 'asset' | 'liability' | null): Ranked {
  const period = latestDate(base.calendar);
  const start = fiscalYearEnd(base.calendar);
  const from: Base = { kind: 'period', period: start };
  const at = (
    metric: MetricId,
  ): { metric: MetricId; segment: string; period: typeof period; scenario: 'actual' } => ({
    metric,
    segment: CONSOLIDATED,
    period,
    scenario: 'actual',
  });
  const metrics = (base.indexes.metricsOf.get(CONSOLIDATED) ?? []).filter((m) =>
    factsOf(base, m, CONSOLIDATED).some(
      (f) => f.measure === 'change' && f.base === start && f.unit === 'JPY',
    ),
  );
  const list = metrics
    .filter(
      (m) =>
        (byChange ? changeOf(base, at(m), fromPeriod(period, from) ?? period) : level(base, at(m))) !== null,
    )
    .filter((m) =>
      side === null ? base.metrics.get(m)?.side !== undefined : base.metrics.get(m)?.side === side,
    )
    .map((m): Item => ({
      metric: said(m),
      segment: assumed(CONSOLIDATED),
      period: assumed(period),
      scenario: assumed('actual'),
    }));
  return { list, base: assumed(from) };
}
