import { type FactBase, metricInRole, metricOf } from '../../facts/base.ts';
import { CONSOLIDATED } from '../../model/fact.ts';
import { assumed, type Item } from '../../model/query.ts';
import type { Frame, FrameItem } from '../frame.ts';
import { level } from '../level.ts';
import type { Bound, Caveat } from '../outcome.ts';
import { type Again, bindAll, failed, hasLevel, refused } from './common.ts';
import { type BoundItem, bindItem } from './item.ts';
import { isStockLike } from '../periods.ts';

/** Numerator and denominator of a ratio: "X as % of Y", "X per Y", "what percentage of Y is X". */
export function bindRatio(base: FactBase, frame: Frame, again: Again): Bound {
  const times = /\b(?:times|multiple|factor)\b/i.test(frame.said.text);
  const moved = overTime(frame);
  if (moved) return bindOverTime(base, frame, moved, times, again);
  const items = ofSameBusiness(frame, onePeriodEach(frame.items));
  const [a, b] = items;
  if (!a || !b) return refused({ code: 'not-understood' });
  const swapped = leadsWithWhole(frame) && b.after !== 'of' && b.after !== 'per';
  const [numerator, denominator] = swapped ? [b, a] : [a, b];
  const per = b.after === 'per' || (b.metric !== null && metricOf(base, b.metric).unit === 'count');
  const bound = bindPair(base, frame, numerator, denominator);
  if (!('pair' in bound)) return failed(base, frame, bound, again);
  const whole = metricOf(base, bound.pair[1].metric.value);
  if (b.after === 'per' && whole.unit === 'JPY') return refused({ code: 'not-understood', words: ['per'] });
  const more = swapped ? [] : others(base, frame, bound.pair[1], items.slice(2));
  return {
    kind: 'query',
    query: {
      intent: 'ratio',
      numerator: bound.pair[0],
      denominator: [bound.pair[1], ...more],
      as: per ? 'per' : times ? 'times' : 'percent',
      unit: frame.unit,
    },
    caveats: bound.caveats,
  };
}

/** "How many times its 1Q10 level was revenue in 3Q11": one thing at two times, the later over the earlier unless said otherwise. */
function overTime(frame: Frame): FrameItem[] | null {
  const [a, named, more] = frame.items;
  const than = frame.base?.kind === 'period' && frame.sets.has('as:times') ? frame.base.said : null;
  const b = named ?? (a && than ? { ...a, period: than, after: 'of' as const } : undefined);
  if (a && b && !named && !more) return [a, b];
  if (!a?.period || !b?.period || more || a.metric !== b.metric || a.segment !== b.segment) return null;
  if (!frame.sets.has('as:times') && b.after !== 'of') return null;
  const text = frame.said.text;
  const [first, second] = frame.said.mentions.filter((m) => m.kind === 'period');
  const wholeFirst =
    first !== undefined &&
    (isSpan(text, first, second) ||
      /\b(?:times|multiple of)(?: (?:the|its|that of|as (?:much|many|high|large|big) as|what it was|level|in|of|bigger|higher|larger|than))* *$/i.test(
        text.slice(0, first.start),
      ));
  return wholeFirst ? [b, { ...a, after: 'of' }] : [a, { ...b, after: 'of' }];
}

/** "From 3Q10 to 3Q11": the first is what it came from. */
const isSpan = (text: string, first: Span, second: Span | undefined): boolean =>
  second !== undefined &&
  /\b(?:from|between)(?: the)? *$/i.test(text.slice(0, first.start)) &&
  /^ *(?:to|and|until|through)(?: the)? *$/i.test(text.slice(first.end, second.start));

interface Span {
  start: number;
  end: number;
}

function bindOverTime(
  base: FactBase,
  frame: Frame,
  pair: readonly FrameItem[],
  times: boolean,
  again: Again,
): Bound {
  const bound = bindAll(base, frame, pair, hasLevel(base));
  if (!bound.ok) return failed(base, frame, bound, again);
  const [numerator, denominator] = bound.items;
  if (!numerator || !denominator) return refused({ code: 'not-understood' });
  const as = times ? 'times' : 'percent';
  return {
    kind: 'query',
    query: { intent: 'ratio', numerator, denominator: [denominator], as, unit: frame.unit },
    caveats: bound.caveats,
  };
}

/** Named metrics that are terms of a ratio metric which is named too ("gross margin ratio (GM / revenue)") go without saying. */
export function dropTerms(base: FactBase, text: string, all: readonly FrameItem[]): FrameItem[] {
  const items = withoutTails(all);
  const defined = /\b(?:that is|i\.?e\.?|meaning|defined as|namely|in other words)\b|[=(]/i.test(text)
    ? items.map((i) => i.metric).filter((m) => m !== null)
    : [];
  const sums = defined.flatMap((m) => base.metrics.get(m)?.is?.map((t) => t.replace(/^-/, '')) ?? []);
  if (sums.length > 0 && sums.every((t) => defined.includes(t)))
    return items.filter((i) => i.metric === null || !sums.includes(i.metric));
  const terms = new Set(
    items.flatMap((i) => (i.metric === null ? [] : withTerms(base, metricOf(base, i.metric).ratio ?? []))),
  );
  const kept = items.filter((i) => i.metric === null || !terms.has(i.metric));
  return kept.some((i) => i.metric !== null && metricOf(base, i.metric).ratio !== undefined)
    ? kept
    : [...items];
}

/** "Amort cust relationships": what follows at once and only ends the name of the figure before it is no second figure. */
const withoutTails = (items: readonly FrameItem[]): FrameItem[] =>
  items.filter(
    (i, n) =>
      n === 0 || i.after !== null || !i.metric || items[n - 1]?.metric?.endsWith(`-${i.metric}`) !== true,
  );

const withTerms = (base: FactBase, metrics: readonly string[]): string[] =>
  metrics.flatMap((m) => [
    m,
    ...(base.metrics.get(m)?.is ?? []).map((t) => t.replace(/^-/, '')),
    ...(base.indexes.sums.get(m) ?? [])
      .filter((x) => x.id !== m)
      .flatMap((x) => x.is ?? [])
      .map((t) => t.replace(/^-/, '')),
  ]);

/** "What percentage of Y is X" names the whole first; "X makes up what share of Y" does not. */
function leadsWithWhole(frame: Frame): boolean {
  const of =
    /\b(?:percent(?:age)?|pct|share|proportion|portion|fraction|part|how much)\s*of\b|%\s*of\b|\bout of\b/i.exec(
      frame.said.text,
    );
  const first = frame.said.mentions.find((m) => m.kind === 'metric' || m.kind === 'segment');
  return of !== null && first !== undefined && of.index < first.start;
}

/** "Divided by the sum of that gross margin and the related cost": terms that point back are those of the same business. */
function ofSameBusiness(frame: Frame, items: readonly FrameItem[]): FrameItem[] {
  const [first] = items;
  const whole = items.findIndex((i) => i.after === 'of');
  const pointed =
    /\bdivided by\b.*\b(?:that|its|their|(?:related|corresponding|respective|associated|same))\b/i;
  if (!first?.segment || whole < 0 || !pointed.test(frame.said.text)) return [...items];
  return items.map((i, n) => (n >= whole && i.segment === null ? { ...i, segment: first.segment } : i));
}

/** Each thing once: a flow and a stock beside each other bring two periods, of which each takes its own. */
function onePeriodEach(items: readonly FrameItem[]): FrameItem[] {
  const kept = new Map<string, FrameItem>();
  let side = 'numerator';
  for (const i of items) {
    if (i.after === 'of' || i.after === 'per') side = 'denominator';
    const key = `${items.some((o) => o.after === 'of') ? side : ''} ${i.metric ?? ''} ${i.segment ?? ''}`;
    if (!kept.has(key)) kept.set(key, i);
  }
  return kept.size > 1 ? [...kept.values()] : [...items];
}

type Failed = Exclude<BoundItem, { ok: true }>;

/** Further terms of the denominator: "of recurring + one-time revenue". */
function others(base: FactBase, frame: Frame, first: Item, items: readonly FrameItem[]): Item[] {
  return items.flatMap((i): Item[] => {
    if (i.after !== 'and') return [];
    const bound = bindItem(
      base,
      { ...i, period: { type: 'fixed', period: first.period.value } },
      frame.scenario,
      hasLevel(base),
    );
    return bound.ok &&
      !(bound.item.metric.value === first.metric.value && bound.item.segment.value === first.segment.value)
      ? [{ ...bound.item, period: first.period }]
      : [];
  });
}

/** Binds both over one period: the one said, else the latest that both have. */
function bindPair(
  base: FactBase,
  frame: Frame,
  named: FrameItem,
  denominator: FrameItem,
): { pair: [Item, Item]; caveats: Caveat[] } | Failed {
  const apart = named.metric !== denominator.metric && denominator.segment !== null;
  const numerator = named.segment === null && apart ? { ...named, segment: denominator.segment } : named;
  const lead = bindItem(base, numerator, frame.scenario, (at) => {
    const other = pairCell(base, at, denominator);
    return level(base, at) !== null && (other === null || level(base, other) !== null);
  });
  const first = lead.ok ? lead : bindItem(base, numerator, frame.scenario, hasLevel(base));
  if (!first.ok) return first;
  const period = first.item.period.value;
  const fixed: FrameItem = {
    ...denominator,
    segment: denominator.segment ?? lentSegment(base, numerator, denominator, first.item),
    period: denominator.period ?? { type: 'fixed', period },
  };
  const second = bindItem(
    base,
    { ...fixed, period: { type: 'fixed', period } },
    frame.scenario,
    hasLevel(base),
  );
  if (!second.ok) return second;
  const [part, whole] = [first.item.segment.value, second.item.segment.value];
  if (
    part !== CONSOLIDATED &&
    whole !== part &&
    denominator.segment === null &&
    metricOf(base, second.item.metric.value).unit === 'count'
  ) {
    return { ok: false, refusal: { code: 'not-printed', metric: second.item.metric.value, segment: part } };
  }
  return {
    pair: [first.item, { ...second.item, period: { ...second.item.period, from: first.item.period.from } }],
    caveats: [...first.caveats, ...second.caveats],
  };
}

/** A margin of a segment divides by that segment's own figure; a segment's part of the group by the group's. */
function lentSegment(
  base: FactBase,
  numerator: FrameItem,
  denominator: FrameItem,
  bound: Item,
): string | null {
  if (denominator.metric === null || numerator.metric === null || numerator.metric === denominator.metric)
    return null;
  const at = {
    metric: denominator.metric,
    segment: bound.segment.value,
    period: bound.period.value,
    scenario: bound.scenario.value,
  };
  return level(base, at) === null ? null : bound.segment.value;
}

function pairCell(
  base: FactBase,
  at: Parameters<typeof level>[1],
  denominator: FrameItem,
): Parameters<typeof level>[1] | null {
  const metric = denominator.metric ?? at.metric;
  if (isStockLike(base, metric) !== isStockLike(base, at.metric)) return null;
  const own = { ...at, metric, segment: denominator.segment ?? at.segment };
  return level(base, own) === null ? { ...own, segment: denominator.segment ?? CONSOLIDATED } : own;
}

/** Part and whole of one metric: "what share of revenue is ATM". A metric's share of revenue is a ratio. */
export function bindShare(base: FactBase, frame: Frame, again: Again): Bound {
  const metrics = [...new Set(frame.items.map((i) => i.metric).filter((m) => m !== null))];
  if (metrics.length > 1) return bindRatio(base, frame, again);
  const part = frame.items.find((i) => i.segment !== null && i.segment !== CONSOLIDATED);
  if (part && frame.items.length > 2 && frame.items.some((i) => i.after === 'of'))
    return bindRatio(base, frame, again);
  if (!part) {
    const [item] = frame.items;
    const ratio = item?.metric === null || item === undefined ? undefined : metricOf(base, item.metric).ratio;
    const whole = metricInRole(base, 'whole');
    if (item && !ratio && whole !== null && item.metric !== null && item.metric !== whole)
      return bindRatio(base, { ...frame, items: [item, { ...item, metric: whole, after: 'of' }] }, again);
    return refused({ code: 'not-understood' });
  }
  const metric = part.metric ?? metrics[0] ?? null;
  const wholeItem = frame.items.find(
    (i) => i !== part && i.segment !== null && i.segment !== part.segment && i.segment !== CONSOLIDATED,
  );
  const whole: FrameItem = {
    ...part,
    metric,
    segment: wholeItem?.segment ?? CONSOLIDATED,
    period: part.period,
    after: 'of',
  };
  const bound = bindPair(base, frame, { ...part, metric }, whole);
  if (!('pair' in bound)) return failed(base, frame, bound, again);
  const [one, all] = bound.pair;
  return {
    kind: 'query',
    query: {
      intent: 'share',
      part: one,
      whole: [wholeItem ? all : { ...all, segment: assumed(all.segment.value) }],
      unit: frame.unit,
    },
    caveats: bound.caveats,
  };
}
