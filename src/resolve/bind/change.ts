import type { FactBase } from '../../facts/base.ts';
import { factsOf, isCovered } from '../../facts/base.ts';
import { comparePeriods } from '../../model/period.ts';
import { said } from '../../model/query.ts';
import { nameBase } from '../change.ts';
import type { Frame, FrameItem } from '../frame.ts';
import type { Bound } from '../outcome.ts';
import { isStockLike } from '../periods.ts';
import { bindBase, formOf, secondBase } from './base.ts';
import { type Again, bindAll, failed, hasChange, hasLevel, refused } from './common.ts';
import { type BoundItem, bindItem } from './item.ts';
import { membersMoved } from './members.ts';
import { bindMovers, movesOfParts } from './movers.ts';
import { asksPercent } from './percent.ts';

/** How much one thing moved, between two periods named, or on the base said or assumed. */
export function bindChange(base: FactBase, frame: Frame, again: Again): Bound {
  const items = frame.items;
  if (asksPercent(frame)) return again(frame, 'lookup');
  const members = membersMoved(base, frame, again);
  if (members) return members;
  if (
    items.length === 2 &&
    frame.base === null &&
    items[0]?.metric === items[1]?.metric &&
    items[0]?.segment === items[1]?.segment
  ) {
    return bindBetween(base, frame, again);
  }
  if (items.length > 1) return bindMovers(base, frame, again);
  const [item] = items;
  if (!item) return refused({ code: 'no-context' });
  if (item.metric === null && item.segment === null) return refused({ code: 'no-context' });
  if (item.period?.type === 'series' && frame.base === null) {
    return item.metric !== null && isStockLike(base, item.metric)
      ? again({ ...frame, items: [{ ...item, period: null }] })
      : again(frame, 'trend');
  }
  const bound = bindMoved(base, frame, item);
  if (!bound.ok && isMovement(base, frame, item)) {
    const period =
      item.period ?? (frame.base === null ? null : ({ type: 'shift', unit: 'quarter', by: 0 } as const));
    return again({ ...frame, base: null, items: [{ ...item, period }] }, 'lookup');
  }
  if (!bound.ok) {
    const parts = partsMoved(base, frame, item, again);
    if (parts) return parts;
    const level = bindItem(base, item, frame.scenario, hasLevel(base));
    if (
      'refusal' in bound &&
      frame.base === null &&
      bound.refusal.code === 'period-not-covered' &&
      level.ok &&
      level.caveats.length === 0
    )
      return again(frame, 'lookup');
    if (
      'refusal' in bound &&
      ['not-printed', 'changes-only', 'period-not-covered'].includes(bound.refusal.code) &&
      frame.base !== null
    ) {
      const plain = bindItem(
        base,
        item,
        frame.scenario,
        (at) =>
          hasLevel(base)(at) || factsOf(base, at.metric, at.segment).some((f) => f.period === at.period),
      );
      if (plain.ok) return refused({ ...bound.refusal, code: 'no-base' });
    }
    return failed(base, frame, bound, again);
  }
  const from = bindBase(base, frame, bound.item);
  if (!from)
    return refused({ code: 'no-base', metric: bound.item.metric.value, segment: bound.item.segment.value });
  const also = secondBase(base, frame, bound.item, from.value);
  return {
    kind: 'query',
    query: {
      intent: 'change',
      item: bound.item,
      base: from,
      ...(also ? { also: said(also) } : {}),
      form: formOf(frame),
      unit: frame.unit,
    },
    caveats: bound.caveats,
  };
}

/** "By how much did inventories go up in the quarter" of a figure that is an increase itself asks for the figure. */
function isMovement(base: FactBase, frame: Frame, item: FrameItem): boolean {
  const label = item.metric === null ? undefined : base.metrics.get(item.metric)?.label;
  if (label === undefined || !/^(?:increase|decrease|change|movement)s? in\b/i.test(label)) return false;
  const within = /\b(?:over|during|within) (?:the|this) (?:single )?quarter\b/i.test(frame.said.text);
  return frame.base === null || (frame.base.kind === 'qoq' && within);
}

/** Where nothing is printed of a whole, the changes of its parts side by side, if all of them are. */
function partsMoved(base: FactBase, frame: Frame, item: FrameItem, again: Again): Bound | null {
  const whole = item.segment === null ? undefined : base.segments.get(item.segment);
  const metric = item.metric ?? whole?.metric;
  if (!whole || metric === undefined || isCovered(base, metric, whole.id)) return null;
  return movesOfParts(base, frame, item, again);
}

/** The cell whose change is told; without a period and a comparison the one that is told against the year before. */
export function bindMoved(base: FactBase, frame: Frame, item: FrameItem): BoundItem {
  const plain = bindItem(base, item, frame.scenario, hasChange(base, frame));
  if (!plain.ok || frame.base !== null || item.period !== null || frame.scenario !== null) return plain;
  const from = bindBase(base, frame, plain.item);
  if (from?.value.kind !== 'qoq') return plain;
  const yearly = bindItem(base, item, null, hasChange(base, { ...frame, base: { kind: 'yoy' } }));
  return yearly.ok ? yearly : plain;
}

/** "from 2Q11 to 3Q11": the later period, counted from the earlier. */
function bindBetween(base: FactBase, frame: Frame, again: Again): Bound {
  const bound = bindAll(base, frame, frame.items, hasLevel(base));
  if (!bound.ok) {
    const one = {
      ...frame,
      items: frame.items.slice(-1),
      base: frame.items[0]?.period ? ({ kind: 'period', said: frame.items[0].period } as const) : null,
    };
    return 'refusal' in bound && one.base ? again(one) : failed(base, frame, bound, again);
  }
  const [a, b] = bound.items;
  if (!a || !b) return refused({ code: 'not-understood' });
  const [from, to] =
    comparePeriods(a.period.value, b.period.value, base.calendar.startMonth) <= 0 ? [a, b] : [b, a];
  return {
    kind: 'query',
    query: {
      intent: 'change',
      item: to,
      base: said(nameBase(to.period.value, from.period.value)),
      form: formOf(frame),
      unit: frame.unit,
    },
    caveats: bound.caveats,
  };
}
