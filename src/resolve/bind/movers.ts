import type { FactBase } from '../../facts/base.ts';
import { type Base, type Item, said } from '../../model/query.ts';
import { CONSOLIDATED } from '../../model/fact.ts';
import type { Frame, FrameItem } from '../frame.ts';
import type { Bound } from '../outcome.ts';
import { bindBase, formOf, secondBase } from './base.ts';
import { type Again, bindAll, failed, hasChange, refused } from './common.ts';

/** Changes of several things side by side: the biggest mover first is a ranking; here in the order asked. */
export function bindMovers(base: FactBase, frame: Frame, again: Again): Bound {
  const bound = bindAll(base, frame, frame.items, hasChange(base, frame));
  if (!bound.ok) return failed(base, frame, bound, again);
  const [first] = bound.items;
  const from = first && bindBase(base, frame, first);
  if (!first || !from) return refused({ code: 'no-base' });
  const also = secondOf(base, frame, bound.items, from.value);
  return {
    kind: 'query',
    query: {
      intent: 'rank',
      items: bound.items,
      by: 'change',
      base: from,
      ...(also ? { also: said(also) } : {}),
      form: formOf(frame).value,
      order: 'highest',
      top: bound.items.length,
      unit: frame.unit,
    },
    caveats: bound.caveats,
  };
}

/** "Yoy and qoq" of several things: the second comparison, where the document gives it for each of them. */
function secondOf(base: FactBase, frame: Frame, items: readonly Item[], first: Base): Base | null {
  const found = items.map((item) => secondBase(base, frame, item, first));
  return found.every((b) => b !== null) ? (found[0] ?? null) : null;
}

/** The changes of a figure's parts side by side, by the first way to split it in which each part's change is known. */
export function movesOfParts(base: FactBase, frame: Frame, item: FrameItem, again: Again): Bound | null {
  const whole = base.segments.get(item.segment ?? CONSOLIDATED);
  const metric = item.metric ?? whole?.metric;
  const ways = whole?.splits?.filter((s) => s.parts.length > 1 && s.for.includes(metric ?? '')) ?? [];
  for (const { parts } of ways) {
    const items = parts.map((segment) => ({ ...item, metric: metric ?? null, segment }));
    const moved = bindMovers(base, { ...frame, items }, again);
    if (moved.kind === 'query') return moved;
  }
  return null;
}
