import { type FactBase, natureOf } from '../../facts/base.ts';
import type { PeriodSaid } from '../../lexicon/periods/said.ts';
import type { Refusal } from '../../model/answer.ts';
import { CONSOLIDATED, type MetricId, type Scenario, type SegmentId } from '../../model/fact.ts';
import {
  cumulativeTo,
  endOf,
  isQuarter,
  type Period,
  partsOf,
  shiftQuarters,
  shiftYears,
  spell,
} from '../../model/period.ts';
import { assumed, said, type Slot } from '../../model/query.ts';
import type { At } from '../figure.ts';
import type { ScenarioSaid } from '../frame.ts';
import type { Caveat } from '../outcome.ts';
import { printedLevel } from '../level.ts';
import {
  currentYear,
  fit,
  quarterNumber,
  isStockLike,
  latestDate,
  levelPeriods,
  settle,
} from '../periods.ts';

/** Whether a cell can be answered: has a level, a change, whatever the operation needs. */
export type Wanted = (at: At) => boolean;

export interface PeriodWish {
  metric: MetricId;
  segment: SegmentId;
  period: PeriodSaid | null;
  /** The period that "a year earlier" counts from, if an earlier turn gave one. */
  reference: Period | null;
  scenario: ScenarioSaid;
  carried: boolean;
}

export type BoundPeriod =
  | { ok: true; period: Slot<Period>; scenario: Slot<Scenario>; caveats: Caveat[] }
  | { ok: false; refusal: Refusal };

/** Scenarios in the order in which they may answer. */
function scenarios(wish: ScenarioSaid): readonly Scenario[] {
  switch (wish) {
    case 'initial':
      return ['initial-target'];
    case 'revised':
      return ['revised-target'];
    case 'target':
      return ['revised-target', 'plan'];
    case 'actual':
      return ['actual'];
    case null:
      return ['actual', 'plan', 'revised-target'];
  }
}

const isTarget = (s: Scenario): boolean => s !== 'actual';

/** Fills the period that was not said, fits the one that was, and refuses one that is not covered. */
export function bindPeriod(base: FactBase, wish: PeriodWish, wanted: Wanted): BoundPeriod {
  const { reference } = wish;
  const counted =
    wish.period?.type === 'span' &&
    wish.period.span === 'quarter' &&
    wish.period.by !== null &&
    reference !== null &&
    isQuarter(reference);
  const like = wish.period?.type === 'same' && wish.period.like ? likeUnit(reference) : null;
  const settled = counted
    ? ({ kind: 'relative', unit: 'year', by: -1 } as const)
    : wish.period?.type === 'same' && like
      ? ({ kind: 'relative', unit: like, by: wish.period.by } as const)
      : wish.period === null
        ? null
        : settle(wish.period, base.calendar, base.document.date);
  if (settled === null) return assumePeriod(base, wish, wanted);
  const refuse = (period?: Period): BoundPeriod => ({
    ok: false,
    refusal: {
      code: period === undefined ? 'period-unclear' : 'period-not-covered',
      metric: wish.metric,
      segment: wish.segment,
      period,
    },
  });
  switch (settled.kind) {
    case 'unsupported':
      return refuse();
    case 'series':
      return assumePeriod(base, wish, wanted);
    case 'month':
      if (natureOf(base, wish.metric) === 'event') return assumePeriod(base, wish, wanted);
      return isStockLike(base, wish.metric)
        ? fitted(base, wish, settled.period, wanted)
        : refuse(monthOf(settled.period));
    case 'period':
      return fitted(base, wish, settled.period, wanted);
    case 'relative': {
      const from = wish.reference ?? referencePeriod(base, wish, wanted, settled.unit);
      const moved =
        from &&
        (settled.unit === 'year'
          ? shiftYears(from, settled.by)
          : shiftQuarters(asQuarter(base, from), settled.by));
      return moved ? fitted(base, wish, moved, wanted) : refuse();
    }
  }
}

/** What "the one after" counts in: quarters after a quarter or a date, else years. */
const likeUnit = (reference: Period | null): 'quarter' | 'year' =>
  reference === null || isQuarter(reference) || partsOf(reference).kind === 'instant' ? 'quarter' : 'year';

function monthOf(instant: Period): Period {
  const parts = partsOf(instant);
  return parts.kind === 'instant' ? spell({ kind: 'month', year: parts.year, month: parts.month }) : instant;
}

/** A quarter to count quarters from: nine months end with one. */
function asQuarter(base: FactBase, p: Period): Period {
  return isQuarter(p) || partsOf(p).kind === 'instant' ? p : base.calendar.latestQuarter;
}

function referencePeriod(
  base: FactBase,
  wish: PeriodWish,
  wanted: Wanted,
  unit: 'year' | 'quarter',
): Period | null {
  if (unit === 'quarter')
    return isStockLike(base, wish.metric) ? latestDate(base.calendar) : base.calendar.latestQuarter;
  const bound = assumePeriod(base, { ...wish, scenario: wish.scenario ?? 'actual' }, wanted);
  return bound.ok ? bound.period.value : null;
}

/** The periods that a question without one may mean, the likeliest first. */
export function likelyPeriods(
  base: FactBase,
  metric: MetricId,
  segment: SegmentId,
  scenario: Scenario,
): Period[] {
  const { calendar } = base;
  const known = levelPeriods(base, metric, segment, scenario);
  const latestFirst = [...known].sort((a, b) =>
    (endOf(a, calendar.startMonth) ?? '') < (endOf(b, calendar.startMonth) ?? '') ? 1 : -1,
  );
  if (isTarget(scenario)) {
    const pair = base.metrics.get(metric)?.ratio;
    return pair && latestFirst.length === 0 ? levelPeriods(base, pair[0], segment, scenario) : latestFirst;
  }
  if (natureOf(base, metric) === 'event') return known;
  if (isStockLike(base, metric)) return [latestDate(calendar), ...latestFirst];
  const at = { metric, segment, scenario };
  const cumulativeFirst =
    segment === CONSOLIDATED && printedLevel(base, { ...at, period: calendar.cumulative }) !== null;
  const spans = cumulativeFirst
    ? [calendar.cumulative, calendar.latestQuarter]
    : [calendar.latestQuarter, calendar.cumulative];
  const dated = latestFirst.filter((p) => partsOf(p).kind !== 'undated');
  return [...spans, ...dated, ...known.filter((p) => !dated.includes(p))];
}

function assumePeriod(base: FactBase, wish: PeriodWish, wanted: Wanted): BoundPeriod {
  const { metric, segment } = wish;
  for (const scenario of scenarios(wish.scenario)) {
    const period = likelyPeriods(base, metric, segment, scenario).find((p) =>
      wanted({ metric, segment, period: p, scenario }),
    );
    if (period === undefined) continue;
    const caveats: Caveat[] =
      wish.scenario === null && isTarget(scenario) && natureOf(base, metric) !== 'event'
        ? [{ kind: 'target-only' }]
        : [];
    return {
      ok: true,
      period: assumed(period),
      scenario: wish.scenario === null ? assumed(scenario) : said(scenario),
      caveats,
    };
  }
  return { ok: false, refusal: { code: 'not-printed', metric, segment } };
}

function fitted(base: FactBase, wish: PeriodWish, asked: Period, wanted: Wanted): BoundPeriod {
  const { metric, segment } = wish;
  const refusal: Refusal = { code: 'period-not-covered', metric, segment, period: asked };
  const period = fit(base, metric, asked);
  if (wish.carried && asked !== period) return assumePeriod(base, wish, wanted);
  if (period === null) return { ok: false, refusal };
  const slot = wish.carried ? assumed(period) : said(period);
  for (const scenario of scenarios(wish.scenario)) {
    const target = isTarget(scenario) && wish.scenario !== null ? yearOf(base, period) : period;
    for (const p of new Set([period, target])) {
      if (!wanted({ metric, segment, period: p, scenario })) continue;
      const caveats: Caveat[] =
        wish.scenario === null && isTarget(scenario) && natureOf(base, metric) !== 'event'
          ? [{ kind: 'target-only' }]
          : [];
      if (p !== period) caveats.push({ kind: 'full-year-target', given: p });
      return {
        ok: true,
        period: p === period ? slot : assumed(p),
        scenario: wish.scenario === null ? assumed(scenario) : said(scenario),
        caveats,
      };
    }
  }
  const whole = cumulativeEnding(base, period);
  if (whole && wish.scenario !== 'target' && wanted({ metric, segment, period: whole, scenario: 'actual' })) {
    return {
      ok: true,
      period: assumed(whole),
      scenario: assumed('actual'),
      caveats: [{ kind: 'cumulative', asked: period, given: whole }],
    };
  }
  return { ok: false, refusal };
}

/** The cumulative span that ends with a quarter of the document's kind: what stands in for it where only that is printed. */
export function cumulativeEnding({ calendar }: FactBase, period: Period): Period | null {
  const parts = partsOf(period);
  if (parts.kind !== 'quarter' || parts.quarter !== quarterNumber(calendar)) return null;
  const whole = cumulativeTo(parts.fy, parts.quarter);
  return whole === period ? null : whole;
}

/** The fiscal year that a period belongs to: targets are for the year. */
export function yearOf(base: FactBase, period: Period): Period {
  const parts = partsOf(period);
  switch (parts.kind) {
    case 'quarter':
    case 'half':
    case 'nine-months':
      return spell({ kind: 'year', fy: parts.fy });
    case 'year':
      return period;
    case 'instant':
    case 'month':
    case 'undated':
      return spell({ kind: 'year', fy: currentYear(base.calendar) });
  }
}
