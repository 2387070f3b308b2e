import type { FactBase } from '../../facts/base.ts';
import { metricOf } from '../../facts/base.ts';
import { CONSOLIDATED } from '../../model/fact.ts';
import { partsOf, quartersOf } from '../../model/period.ts';
import type { Item } from '../../model/query.ts';
import type { Frame } from '../frame.ts';
import type { Bound } from '../outcome.ts';
import { settle } from '../periods.ts';
import { type Again, bindAll, failed, hasLevel, refused } from './common.ts';
import { bindMovers } from './movers.ts';
import { seriesItems } from './series.ts';

/** Sums, averages and differences of the things or periods named; stocks are never summed over time. */
export function bindAggregate(base: FactBase, asked: Frame, again: Again): Bound {
  const whole = asked.sets.has('op:difference') && takesOut(asked.said.text) ? withWhole(asked) : asked;
  const frame = asked.sets.has('op:average') ? overQuarters(base, whole) : whole;
  if (asked.sets.has('op:difference') && asked.range !== null) return again(asked, 'change');
  const op = frame.sets.has('op:average')
    ? 'average'
    : frame.sets.has('op:difference')
      ? 'difference'
      : 'sum';
  if (op === 'difference' && frame.base !== null && frame.items.length > 1) {
    const moves = bindMovers(base, frame, again);
    if (moves.kind === 'query') return moves;
  }
  const series = frame.items.some((i) => i.period?.type === 'series') || frame.range !== null;
  const found = series ? seriesItems(base, frame) : bindAll(base, frame, frame.items, hasLevel(base));
  if ('failed' in found) return failed(base, frame, found.failed, again);
  if (!('items' in found)) {
    const moves = frame.base !== null && frame.items.length > 1 ? bindMovers(base, frame, again) : null;
    return moves?.kind === 'query' ? moves : failed(base, frame, found, again);
  }
  const items =
    op === 'difference' && /^\W*net of\b/i.test(frame.said.text)
      ? [...found.items].reverse()
      : withoutContainers(found.items);
  if (
    op === 'sum' &&
    items.length > 1 &&
    items.some((i) => metricOf(base, i.metric.value).nature === 'stock') &&
    new Set(items.map((i) => i.period.value)).size > 1
  ) {
    return refused({ code: 'incomparable', metric: items[0]?.metric.value });
  }
  const quarterly = frame.items.some((i) => i.period?.type === 'series' && i.period.unit === 'quarter');
  if (op === 'average' && quarterly && items.some((i) => partsOf(i.period.value).kind === 'nine-months'))
    return refused({ code: 'incomparable', metric: items[0]?.metric.value });
  if (items.length < 2 && op === 'average')
    return refused({ code: 'incomparable', metric: items[0]?.metric.value });
  if (items.length < 2) return again({ ...frame, items: frame.items.slice(0, 1) }, 'lookup');
  return { kind: 'query', query: { intent: 'aggregate', op, items, unit: frame.unit }, caveats: [] };
}

/** Words that take a part out of a whole that goes without saying. */
export const takesOut = (text: string): boolean =>
  /\b(?:taken|stripped|strip|backed|back|take) (?:out|away)\b|\bdeducted\b/i.test(text);

/** "Operating income once IIJ-Global is taken out": the group's figure less the segment's. */
function withWhole(frame: Frame): Frame {
  const [item, more] = frame.items;
  if (!item || more) return frame;
  if (item.segment === null || item.segment === CONSOLIDATED) return frame;
  return {
    ...frame,
    items: [
      { ...item, segment: CONSOLIDATED },
      { ...item, after: 'minus' },
    ],
  };
}

/** The average of one flow over a year or the nine months is that of its quarters. */
function overQuarters(base: FactBase, frame: Frame): Frame {
  const [item, more] = frame.items;
  if (!item || more || frame.range !== null || item.period?.type === 'series') return frame;
  const settled = item.period === null ? null : settle(item.period, base.calendar, base.document.date);
  const period = settled?.kind === 'period' ? settled.period : base.calendar.cumulative;
  const quarters = quartersOf(period);
  if (quarters.length < 2) return frame;
  return {
    ...frame,
    items: quarters.map((q) => ({ ...item, period: { type: 'fixed' as const, period: q } })),
  };
}

/** A cumulative period named beside its own quarters is their sum, not one more term. */
function withoutContainers(items: readonly Item[]): Item[] {
  const same = (a: Item, b: Item): boolean =>
    a.metric.value === b.metric.value && a.segment.value === b.segment.value;
  return items.filter((i) => {
    const quarters = quartersOf(i.period.value);
    return (
      quarters.length < 2 || !quarters.every((q) => items.some((o) => same(i, o) && o.period.value === q))
    );
  });
}
