import { type FactBase, metricOf } from '../../facts/base.ts';
import { assumed, type Item, said } from '../../model/query.ts';
import { partsOf } from '../../model/period.ts';
import { fromPeriod } from '../change.ts';
import type { Frame, FrameItem } from '../frame.ts';
import { level } from '../level.ts';
import type { Bound } from '../outcome.ts';
import { atOf, bindBase } from './base.ts';
import { type Again, bindAll, failed, hasChange, hasLevel, refused } from './common.ts';
import { bindItem } from './item.ts';
import { bindMovers } from './movers.ts';
import { bindPercent } from './percent.ts';
import { seriesItems } from './series.ts';

/** One figure; several are a comparison, a run of periods a trend. */
export function bindLookup(base: FactBase, frame: Frame, again: Again): Bound {
  if (frame.range) return bindTrend(base, frame, again);
  if (frame.items.length > 1) return bindCompare(base, frame, again);
  const [item] = frame.items;
  if (!item) return refused({ code: 'not-understood' });
  if (item.period?.type === 'series') return bindTrend(base, frame, again);
  const percent = bindPercent(base, frame, again);
  if (percent) return percent;
  const bound = bindItem(base, item, frame.scenario, hasLevel(base));
  if (!bound.ok) return failed(base, frame, bound, again);
  if (
    partsOf(bound.item.period.value).kind === 'undated' &&
    metricOf(base, bound.item.metric.value).nature !== 'event'
  )
    return bindTrend(base, frame, again);
  const scenario = bound.item.scenario.value;
  if (scenario === 'initial-target' || scenario === 'revised-target') {
    return {
      kind: 'query',
      query: { intent: 'target', ask: 'level', item: bound.item, form: 'both', unit: frame.unit },
      caveats: bound.caveats,
    };
  }
  return {
    kind: 'query',
    query: { intent: 'lookup', item: bound.item, unit: frame.unit },
    caveats: bound.caveats,
  };
}

/** Two or more figures side by side, in the order asked. */
export function bindCompare(base: FactBase, frame: Frame, again: Again): Bound {
  const [only] = frame.items;
  if (frame.items.length === 1 && only && frame.base) {
    const bound = bindItem(
      base,
      only,
      frame.scenario,
      (at) => hasLevel(base)(at) || hasChange(base, frame)(at),
    );
    if (!bound.ok) return failed(base, frame, bound, again);
    const from = bindBase(base, frame, bound.item);
    const period = from && fromPeriod(bound.item.period.value, from.value);
    const other = period && { ...atOf(bound.item), period };
    const target = other && !level(base, other) ? { ...other, scenario: 'revised-target' as const } : null;
    if (target && level(base, target)) {
      const items = [
        bound.item,
        { ...bound.item, period: said(target.period), scenario: assumed(target.scenario) },
      ];
      return {
        kind: 'query',
        query: { intent: 'compare', items, unit: frame.unit },
        caveats: [{ kind: 'target-only' }],
      };
    }
    if (from && (!other || !level(base, other)))
      return {
        kind: 'query',
        query: { intent: 'change', item: bound.item, base: from, form: assumed('both'), unit: frame.unit },
        caveats: bound.caveats,
      };
    if (period)
      return {
        kind: 'query',
        query: {
          intent: 'compare',
          items: [bound.item, { ...bound.item, period: said(period) }],
          unit: frame.unit,
        },
        caveats: bound.caveats,
      };
  }
  if (frame.base === null && (frame.range || isRun(frame))) return bindTrend(base, frame, again);
  if (frame.items.length > 1 && (frame.base?.kind === 'yoy' || frame.base?.kind === 'qoq')) {
    const moved = bindMovers(base, frame, again);
    if (moved.kind === 'query') return moved;
  }
  const bound = bindAll(base, frame, frame.items, hasLevel(base));
  if (!bound.ok) {
    const moves =
      'refusal' in bound &&
      ['changes-only', 'not-printed', 'lost', 'period-not-covered'].includes(bound.refusal.code)
        ? bindMovers(base, frame, again)
        : null;
    return moves?.kind === 'query' ? moves : failed(base, frame, bound, again);
  }
  if (bound.items.length < 2) return bindLookup(base, { ...frame, items: frame.items.slice(0, 1) }, again);
  const items =
    frame.base === null
      ? bound.items
      : bound.items.flatMap((item) => [item, ...earlierOf(base, frame, item)]);
  return {
    kind: 'query',
    query: { intent: 'compare', items, unit: frame.unit },
    caveats: bound.caveats,
  };
}

/** Three or more periods of one thing are a series, oldest first, in whatever order they were named. */
function isRun(frame: Frame): boolean {
  const subjects = new Set(frame.items.map((i) => `${i.metric ?? ''} ${i.segment ?? ''}`));
  return frame.items.length > 2 && subjects.size === 1 && frame.items.every((i) => i.period !== null);
}

/** The same cell at the period compared with, if it has a level there. */
function earlierOf(base: FactBase, frame: Frame, item: Item): Item[] {
  const from = bindBase(base, frame, item);
  const period = from && fromPeriod(item.period.value, from.value);
  return period && level(base, { ...atOf(item), period }) ? [{ ...item, period: said(period) }] : [];
}

/** A run of periods, oldest first. */
export function bindTrend(base: FactBase, frame: Frame, again: Again): Bound {
  const found = seriesItems(base, frame);
  if ('failed' in found) return failed(base, frame, found.failed, again);
  if (frame.range === null && isRun(frame) && found.items.length < frame.items.length) {
    const each = bindAll(base, frame, frame.items, hasLevel(base));
    if (!each.ok) return failed(base, frame, each, again);
  }
  if (found.items.length < 2) {
    const [item] = frame.items;
    if (item && frame.range && frame.items.every((i) => sameCell(i, item)))
      return bindEnds(base, frame, item, frame.range, again);
    const single =
      item &&
      bindItem(
        base,
        { ...item, period: item.period?.type === 'series' ? null : item.period },
        frame.scenario,
        hasLevel(base),
      );
    if (!single?.ok) return single ? failed(base, frame, single, again) : refused({ code: 'not-understood' });
    return {
      kind: 'query',
      query: { intent: 'lookup', item: single.item, unit: frame.unit },
      caveats: single.caveats,
    };
  }
  return {
    kind: 'query',
    query: { intent: 'trend', items: found.items, of: 'level', unit: frame.unit },
    caveats: [],
  };
}

/** A run of which the document has no more than the ends: the two side by side, or what is missing. */
function bindEnds(
  base: FactBase,
  frame: Frame,
  item: FrameItem,
  range: NonNullable<Frame['range']>,
  again: Again,
): Bound {
  const ends = range.map((period) => ({ ...item, period }));
  const bound = bindAll(base, frame, ends, hasLevel(base));
  if (!bound.ok) return failed(base, frame, bound, again);
  return {
    kind: 'query',
    query: { intent: 'compare', items: bound.items, unit: frame.unit },
    caveats: bound.caveats,
  };
}

const sameCell = (a: FrameItem, b: FrameItem): boolean => a.metric === b.metric && a.segment === b.segment;
