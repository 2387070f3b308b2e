import type { FactBase } from '../../facts/base.ts';
import { isQuarter, type Period, partsOf, quartersOf, comparePeriods } from '../../model/period.ts';
import type { Scenario } from '../../model/fact.ts';
import { assumed, type Item } from '../../model/query.ts';
import type { Frame } from '../frame.ts';
import { level } from '../level.ts';
import { isStockLike, levelPeriods, settle } from '../periods.ts';
import { hasLevel } from './common.ts';
import { type BoundItem, bindItem } from './item.ts';

/** The cells of a run of periods, oldest first; several subjects follow one another. */
export function seriesItems(
  base: FactBase,
  frame: Frame,
): { items: Item[] } | { failed: Exclude<BoundItem, { ok: true }> } {
  const subjects = [...new Map(frame.items.map((i) => [`${i.metric ?? ''} ${i.segment ?? ''}`, i])).values()];
  const items: Item[] = [];
  for (const subject of subjects) {
    const anchor = bindItem(base, { ...subject, period: null }, null, hasLevel(base));
    if (!anchor.ok) return { failed: anchor };
    const { metric, segment } = anchor.item;
    const { periods, from } = periodsOf(base, frame, anchor.item);
    const scenarioAt = (period: Period): Scenario | undefined =>
      scenarios(frame).find(
        (scenario) =>
          level(base, { metric: metric.value, segment: segment.value, period, scenario }) !== null,
      );
    items.push(
      ...periods.flatMap((p): Item[] => {
        const scenario = scenarioAt(p);
        return scenario === undefined
          ? []
          : [{ metric, segment, period: { value: p, from }, scenario: assumed(scenario) }];
      }),
    );
  }
  return { items };
}

/** Plans and targets end a series of actual figures where the question speaks of them. */
const scenarios = (frame: Frame): Scenario[] =>
  frame.said.tags.has('Target') ? ['actual', 'plan', 'revised-target'] : ['actual'];

function periodsOf(
  base: FactBase,
  frame: Frame,
  item: Item,
): { periods: Period[]; from: 'said' | 'assumed' } {
  const { calendar } = base;
  const metric = item.metric.value;
  const sort = (list: Period[]): Period[] =>
    [...new Set(list)].sort((a, b) => comparePeriods(a, b, calendar.startMonth));
  const all = sort(scenarios(frame).flatMap((s) => levelPeriods(base, metric, item.segment.value, s)));
  const years =
    frame.items.some((i) => i.period?.type === 'series' && i.period.unit === 'year') ||
    (frame.range?.every((p) => p.type === 'span' && p.span === 'year') ?? false);
  const printed = years ? all.filter((p) => partsOf(p).kind === 'year') : all;
  const same = isStockLike(base, metric)
    ? printed.filter((p) => partsOf(p).kind === 'instant')
    : printed.filter((p) => isQuarter(p));
  const derivable = isStockLike(base, metric)
    ? same
    : sort([
        ...same,
        ...allQuarters(base).filter(
          (period) =>
            level(base, { metric, segment: item.segment.value, period, scenario: 'actual' }) !== null,
        ),
      ]);
  const run = derivable.length > 1 && !years ? derivable : ofOneLength(frame, base, printed);
  const fixedPeriods = frame.items
    .map((i) => (i.period ? settle(i.period, calendar, base.document.date) : null))
    .flatMap((s) =>
      s?.kind === 'period' || (s?.kind === 'month' && isStockLike(base, metric)) ? [s.period] : [],
    );
  const series = frame.items.map((i) => i.period).find((p) => p?.type === 'series');
  if (frame.range) {
    const ends = frame.range.map((p) => settle(p, calendar, base.document.date));
    const [a, b] = ends.map((s) => (s.kind === 'period' || s.kind === 'month' ? s.period : null));
    if (a && b) {
      const [first = a, last = b] = sort([a, b]);
      return {
        periods: run.filter(
          (p) =>
            comparePeriods(p, first, calendar.startMonth) >= 0 &&
            comparePeriods(p, last, calendar.startMonth) <= 0,
        ),
        from: 'said',
      };
    }
  }
  if (series?.type === 'series' && series.last !== null)
    return { periods: run.slice(-series.last), from: 'said' };
  const [one] = fixedPeriods;
  if (frame.base?.kind === 'period') {
    const since = settle(frame.base.said, calendar, base.document.date);
    const [start] = since.kind === 'period' ? [...quartersOf(since.period), since.period] : [];
    if (start !== undefined)
      return { periods: run.filter((p) => comparePeriods(p, start, calendar.startMonth) >= 0), from: 'said' };
  }
  if (fixedPeriods.length > 1) return { periods: sort(fixedPeriods), from: 'said' };
  if (one !== undefined && quartersOf(one).length > 1)
    return { periods: run.filter((p) => quartersOf(one).includes(p)), from: 'said' };
  return { periods: run, from: 'assumed' };
}

/** Quarters, nine months and full years do not make one run: those of the length that was named, else of the commonest. */
function ofOneLength(frame: Frame, base: FactBase, periods: readonly Period[]): Period[] {
  const kinds = periods.map((p) => partsOf(p).kind);
  const count = (kind: string): number => kinds.filter((k) => k === kind).length;
  const [first] = frame.range ?? [];
  const named = first ? settle(first, base.calendar, base.document.date) : null;
  const kind =
    named?.kind === 'period'
      ? partsOf(named.period).kind
      : [partsOf(base.calendar.cumulative).kind, ...kinds].sort((a, b) => count(b) - count(a))[0];
  return periods.filter((p) => partsOf(p).kind === kind);
}

function allQuarters(base: FactBase): Period[] {
  return [...base.indexes.byPeriod.keys()].filter((p) => isQuarter(p));
}
