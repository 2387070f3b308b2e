import type { FactBase } from '../../facts/base.ts';
import type { Refusal } from '../../model/answer.ts';
import { assumed, type Intent, type Item, type Query, said } from '../../model/query.ts';
import { changeOf, fromPeriod } from '../change.ts';
import type { At } from '../figure.ts';
import type { Frame, FrameItem } from '../frame.ts';
import { level } from '../level.ts';
import { type Bound, type Caveat, readings } from '../outcome.ts';
import { atOf, bindBase } from './base.ts';
import { type BoundItem, bindItem } from './item.ts';
import { cumulativeEnding, type Wanted } from './period.ts';

/** Binds another frame, in the same way or as another intent: how a choice tries each reading. */
export type Again = (frame: Frame, intent?: Intent) => Bound;

export const refused = (refusal: Refusal): Bound => ({ kind: 'refused', refusal });

/** What a failed item makes of the whole question: a choice of the same question with each reading, or a refusal. */
export function failed(
  base: FactBase,
  frame: Frame,
  bound: Exclude<BoundItem, { ok: true }>,
  again: (frame: Frame) => Bound,
): Bound {
  if ('refusal' in bound) return refused(bound.refusal);
  const options = readings(bound.options, (o) => {
    const items = frame.items.map((i) => ({ ...i, metric: o.metric, segment: o.segment }));
    const next = again({ ...frame, items: items.slice(0, 1) });
    return next.kind === 'query' ? next.query : changeInstead(base, frame, items[0]);
  });
  if (options.length === 0)
    return refused({
      code: 'not-printed',
      metric: bound.options[0]?.metric,
      segment: bound.options[0]?.segment,
    });
  return { kind: 'choose', about: bound.about, options };
}

export const hasLevel =
  (base: FactBase): Wanted =>
  (at) =>
    level(base, at) !== null;

/** Where only changes are printed, the change stands in for the level as a reading to choose. */
function changeInstead(base: FactBase, frame: Frame, item: FrameItem | undefined): Query | null {
  const bound = item && bindItem(base, item, frame.scenario, hasChange(base, frame));
  const from = bound?.ok ? bindBase(base, frame, bound.item) : null;
  return bound?.ok && from
    ? { intent: 'change', item: bound.item, base: from, form: assumed('both'), unit: frame.unit }
    : null;
}

/** Binds all items, the first failure ends it. */
export function bindAll(
  base: FactBase,
  frame: Frame,
  items: readonly FrameItem[],
  wanted: Wanted,
): { ok: true; items: Item[]; caveats: Caveat[] } | Exclude<BoundItem, { ok: true }> {
  const bound: Item[] = [];
  const caveats: Caveat[] = [];
  for (const item of items) {
    const reference = item.reference ?? bound[bound.length - 1]?.period.value ?? null;
    const first = bindItem(base, { ...item, reference }, frame.scenario, wanted);
    const one =
      !first.ok && items.length > 1 && frame.scenario !== null
        ? bindItem(base, { ...item, reference }, null, wanted)
        : first;
    if (!one.ok) return one;
    bound.push(one.item);
    caveats.push(...one.caveats);
  }
  return { ok: true, items: alike(base, bound, caveats, wanted), caveats };
}

/** Where a cumulative span stands in for one quarter, they do so for every quarter of the same figure: lengths are not mixed. */
function alike(base: FactBase, items: Item[], caveats: readonly Caveat[], wanted: Wanted): Item[] {
  const given = caveats.flatMap((c) => (c.kind === 'cumulative' ? [c.given] : []));
  const swapped = items.filter((i) => given.includes(i.period.value));
  return items.map((i) => {
    const same = swapped.some(
      (s) => s.metric.value === i.metric.value && s.segment.value === i.segment.value,
    );
    const ending = cumulativeEnding(base, i.period.value);
    if (!same || ending === null) return i;
    const whole = { ...i, period: assumed(ending) };
    return wanted(atOf(whole)) ? whole : i;
  });
}

/** Whether a change of the cell can be told on some base. */
export const hasChange =
  (base: FactBase, frame: Frame): Wanted =>
  (at: At) => {
    const item: Item = {
      metric: said(at.metric),
      segment: said(at.segment),
      period: said(at.period),
      scenario: said(at.scenario),
    };
    const from = bindBase(base, frame, item);
    const period = from && fromPeriod(at.period, from.value);
    return period !== null && changeOf(base, at, period) !== null;
  };
