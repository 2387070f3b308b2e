import { type FactBase, metricOf, natureOf } from '../../facts/base.ts';
import type { Frame, FrameItem } from '../frame.ts';
import { comparePeriods, partsOf, quartersOf } from '../../model/period.ts';
import { isStockLike, settle } from '../periods.ts';
import { covers } from './item.ts';

/** Readings that need the facts or the metric's nature before any intent binds its cells. */
export function prepare(base: FactBase, frame: Frame): Frame {
  return [inOtherWords, oneSpan, planBeside, laterBase, countOf, whenOf, spanOfStock, partsOnly].reduce(
    (f, step) => step(base, f),
    frame,
  );
}

/** "The quarterly cost from 2Q11 to 3Q11", "last year's nine-month FY2010": the vaguer period beside a clear one says nothing more. */
function oneSpan(_base: FactBase, frame: Frame): Frame {
  const { items } = frame;
  const clear = items.filter(
    (i) => (i.period?.type === 'span' && i.period.year !== null) || i.period?.type === 'month',
  );
  const compares = frame.said.tags.has('Together') || frame.said.tags.has('Difference');
  const vague = (i: FrameItem): boolean => {
    const p = i.period;
    if (p?.type === 'series' && p.last === null) return frame.range !== null;
    if (!clear.some((c) => c !== i && c.metric === i.metric && c.segment === i.segment) || compares)
      return false;
    return (
      (p?.type === 'same' && p.by < 0) ||
      (p?.type === 'span' && p.span === 'year' && p.year === null && p.by === null)
    );
  };
  const kept = items.filter((i) => !vague(i));
  const steady = kept.map((i): FrameItem =>
    i.period?.type === 'series' && i.period.last === null && frame.base !== null && !isSince(frame)
      ? { ...i, period: null }
      : i,
  );
  return kept.length === 0 ? frame : { ...frame, items: steady };
}

/** "1H FY11 (1Q + 2Q)": the quarters in brackets, or added up, only say again what the span is. */
function inOtherWords(base: FactBase, frame: Frame): Frame {
  if (frame.items.length < 3 || !/[(=+]|\bplus\b|\bi\.?e\b|\badd\w*\b|\bsum\b/i.test(frame.said.text))
    return frame;
  const settled = frame.items.map((i) =>
    i.period ? settle(i.period, base.calendar, base.document.date) : null,
  );
  const periods = settled.map((s) => (s?.kind === 'period' ? s.period : null));
  const at = periods.findIndex((p) => {
    const quarters = p === null ? [] : quartersOf(p);
    return quarters.length > 1 && periods.every((o) => o === p || (o !== null && quarters.includes(o)));
  });
  const [item] = frame.items.slice(at, at + 1);
  const one = frame.items.every((i) => i.metric === item?.metric && i.segment === item.segment);
  return at >= 0 && item && one ? { ...frame, items: [item], range: null } : frame;
}

/** "In each quarter since 1Q10": the period that a run of quarters begins with. */
export const isSince = (frame: Frame): boolean =>
  frame.base?.kind === 'period' &&
  frame.items.some((i) => i.period?.type === 'series') &&
  /\b(?:since|from|starting (?:in|with|from)|beginning (?:in|with)|onwards?)\b/i.test(frame.said.text);

/** "FY11 hires vs FY12 plan": the year compared with is a second cell, not a base, where plans and targets are spoken of. */
function planBeside(base: FactBase, frame: Frame): Frame {
  const [item] = frame.items;
  if (
    frame.base?.kind !== 'period' ||
    frame.base.said.type !== 'span' ||
    frame.scenario === null ||
    frame.items.length !== 1 ||
    !item?.period ||
    !base.indexes.ahead.some((f) => f.metric === item.metric && f.scenario === 'plan')
  )
    return frame;
  return { ...frame, base: null, items: [item, { ...item, period: frame.base.said, after: 'versus' }] };
}

/** "3Q10 vs 3Q11": a change runs from the earlier to the later, in whatever order they were named. */
function laterBase(base: FactBase, frame: Frame): Frame {
  const [item, more] = frame.items;
  if (!item?.period || more || frame.base?.kind !== 'period' || frame.scenario !== null) return frame;
  const now = settle(item.period, base.calendar, base.document.date);
  const then = settle(frame.base.said, base.calendar, base.document.date);
  if (!('period' in now) || !('period' in then) || /\b(?:compar|contrast)/i.test(frame.said.text))
    return frame;
  if (partsOf(now.period).kind !== partsOf(then.period).kind) return frame;
  if (comparePeriods(then.period, now.period, base.calendar.startMonth) <= 0) return frame;
  return {
    ...frame,
    base: { kind: 'period', said: item.period },
    items: [{ ...item, period: frame.base.said }],
  };
}

/** "How many cash machines": of a segment that is counted, its count is meant, not its revenue. */
function countOf(base: FactBase, frame: Frame): Frame {
  const items = frame.items.map((i): FrameItem => {
    const { segment } = i;
    if (i.metric !== null || segment === null || !(countsNext(frame) || isCounted(frame))) return i;
    const counts = (base.indexes.metricsOf.get(segment) ?? []).filter((m) => {
      const { unit, printed } = metricOf(base, m);
      return unit === 'count' && printed !== 'none';
    });
    const [only, ...more] = counts;
    return only !== undefined && more.length === 0 ? { ...i, metric: only } : i;
  });
  return { ...frame, items };
}

/** "389 ATMs": a bare number right before what is counted. */
const isCounted = (frame: Frame): boolean =>
  frame.said.mentions.some(
    (m, i, all) =>
      m.kind === 'number' &&
      m.number.unit === null &&
      !m.number.scaled &&
      all[i + 1]?.kind === 'segment' &&
      /^\s+$/.test(frame.said.text.slice(m.end, all[i + 1]?.start)) &&
      !/\b(?:top|first|last|best|worst)\s+$/i.test(frame.said.text.slice(0, m.start)),
  );

/** Whether "how many" or "number of" stands right before what is counted. */
export const countsNext = (frame: Frame): boolean => {
  const first = frame.said.mentions.find((m) => m.kind === 'segment');
  return (
    first !== undefined &&
    /\b(?:how many(?: of)?|(?:number|count|quantity) of)(?: (?:the|such|these|those|its|of|new|different|active|placed|installed))*\s*$/i.test(
      frame.said.text.slice(0, first.start),
    )
  );
};

/** The question without its periods: the "when" of "when 2011 closed" asks for no date. */
const outsidePeriods = (frame: Frame): string =>
  frame.said.mentions.reduceRight(
    (text, m) => (m.kind === 'period' ? text.slice(0, m.start) + text.slice(m.end) : text),
    frame.said.text,
  );

/** "When was X included": a date is wanted, so the segment's own event is meant. */
function whenOf(base: FactBase, frame: Frame): Frame {
  if (
    !/\b(?:when|(?:which|what) (?:date|month|day)|by when|since when|how soon|how long (?:has|have|ago|since))\b/i.test(
      outsidePeriods(frame),
    )
  )
    return frame;
  const items = frame.items.map((i): FrameItem => {
    const { segment } = i;
    if (i.metric !== null || segment === null) return i;
    const events = (base.indexes.metricsOf.get(segment) ?? []).filter((m) => natureOf(base, m) === 'event');
    const [only] = events;
    return only !== undefined && events.length === 1 ? { ...i, metric: only, period: null } : i;
  });
  return { ...frame, items };
}

/** "From March to December" of a stock is its change between the ends of those months. */
function spanOfStock(base: FactBase, frame: Frame): Frame {
  const [item] = frame.items;
  const metric = item?.metric ?? null;
  if (!item || item.period?.type !== 'months' || (metric !== null && !isStockLike(base, metric)))
    return frame;
  const { from, to, fromYear, year } = item.period;
  if (to - from === 2 || (metric === null && frame.intent !== 'rank')) return frame;
  const end = { type: 'month' as const, month: to, day: null, year, lead: 'end' as const };
  const start = {
    type: 'month' as const,
    month: from,
    day: null,
    year: fromYear ?? year,
    lead: 'end' as const,
  };
  const moves = frame.base ?? { kind: 'period' as const, said: start };
  return {
    ...frame,
    base: moves,
    items: frame.items.map((i) => (i.period?.type === 'months' ? { ...i, period: end } : i)),
  };
}

/** A whole that is named only to place its parts ("systems integration orders: construction and operation") goes when it has no figure of its own. */
function partsOnly(base: FactBase, frame: Frame): Frame {
  if (frame.items.length < 2) return frame;
  const items = frame.items.filter((i) => {
    if (i.metric === null || i.segment === null || covers(base, i.metric, i.segment)) return true;
    const parts = base.segments.get(i.segment)?.splits?.flatMap((s) => s.parts) ?? [];
    return !frame.items.some((o) => o !== i && o.segment !== null && parts.includes(o.segment));
  });
  return items.length === 0 ? frame : { ...frame, items };
}
