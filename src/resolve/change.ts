import { basePeriod, type FactBase, factsOf, metricOf, printings } from '../facts/base.ts';
import type { Figure } from '../model/answer.ts';
import type { Unit } from '../model/fact.ts';
import { type Period, shiftQuarters, shiftYears } from '../model/period.ts';
import type { Base } from '../model/query.ts';
import { type At, amount, growthOf, isApproximate, printed, sumOf } from './figure.ts';
import { level } from './level.ts';
import { isStockLike } from './periods.ts';

/** What is known of a change: each part printed, or computed where both levels are at hand. */
export interface Change {
  from: Period;
  amount: Figure | null;
  percent: Figure | null;
  /** The level before and the level after. */
  before: Figure | null;
  after: Figure | null;
}

/** The period that a change on this base is counted from; null where there is none (a quarter before nine months). */
export function fromPeriod(period: Period, base: Base): Period | null {
  switch (base.kind) {
    case 'yoy':
      return shiftYears(period, -1);
    case 'qoq':
      return shiftQuarters(period, -1);
    case 'period':
      return base.period;
  }
}

/** How many cells are remembered: anybody may ask for any period. */
const MOST_KEPT = 20_000;
const memos = new WeakMap<FactBase, Map<string, Change | null>>();

/** The change of an item since a period: printed amounts and percentages first, the rest computed from exact levels. Null when nothing is known. */
export function changeOf(base: FactBase, at: At, from: Period): Change | null {
  if (from === at.period) return null;
  let memo = memos.get(base);
  if (!memo) memos.set(base, (memo = new Map<string, Change | null>()));
  const key = `${at.metric}|${at.segment}|${at.period}|${at.scenario}|${from}`;
  const kept = memo.get(key);
  if (kept !== undefined) return kept;
  const { metric, segment, period, scenario } = at;
  const found = findChange(base, { metric, segment, period, scenario }, from);
  if (memo.size >= MOST_KEPT) memo.clear();
  memo.set(key, found);
  return found;
}

function findChange(base: FactBase, at: At, from: Period): Change | null {
  const unit = metricOf(base, at.metric).unit;
  const cell = (u: Unit): Figure | null =>
    printed(printings(base, { ...at, measure: 'change', against: from, unit: u }), from);
  const isRatio = unit === 'percent';
  const amountUnit: Unit = isRatio ? 'points' : unit === 'text' ? 'JPY' : unit;
  const pair = metricOf(base, at.metric).ratio;
  const ofShare =
    isRatio && pair
      ? printed(
          printings(base, { ...at, metric: pair[0], measure: 'change', against: from, unit: 'points' }),
          from,
        )
      : null;
  const printedAmount = cell(amountUnit) ?? (ofShare && { ...ofShare, metric: at.metric });
  const printedPercent = isRatio ? null : cell('percent');
  const after = level(base, at);
  const before = level(base, earlier(at, from));
  const usable =
    before &&
    after &&
    typeof before.value !== 'string' &&
    typeof after.value !== 'string' &&
    !isApproximate(before) &&
    !isApproximate(after);
  const place = { ...at, measure: 'change' as const, against: from };
  const difference = usable
    ? sumOf(place, [
        { sign: 1, figure: after },
        { sign: -1, figure: before },
      ])
    : null;
  const growth = usable && !isRatio && amount(after).gt(0) ? growthOf(place, before, after) : null;
  const found: Change = {
    from,
    amount: printedAmount ?? difference,
    percent: printedPercent ?? growth,
    before,
    after,
  };
  return (found.amount ?? found.percent) ? found : null;
}

/** The cell that a target is compared with is last year's actual. */
function earlier(at: At, from: Period): At {
  return {
    ...at,
    period: from,
    scenario:
      at.scenario === 'actual' || at.period !== from
        ? at.period === from
          ? at.scenario
          : 'actual'
        : at.scenario,
  };
}

/** The bases on which the document prints a change of an item, in its order: the comparisons that a figure is shown with. */
export function printedBases(base: FactBase, at: At): Period[] {
  const found = factsOf(base, at.metric, at.segment)
    .filter(
      (f) =>
        f.measure === 'change' && f.period === at.period && f.scenario === at.scenario && f.base !== null,
    )
    .map((f) => basePeriod(f.period, f.base ?? ''))
    .filter((p) => p !== null);
  return [...new Set(found)];
}

/**
 * The base of a change that names none: a year earlier for flows; for stocks what the document prints, the
 * last fiscal year-end before the year and the quarter.
 */
export function defaultBase(base: FactBase, at: At, fiscalYearEnd: Period): Base {
  if (isStockLike(base, at.metric)) {
    const periods = printedBases(base, at);
    if (periods.includes(fiscalYearEnd)) return { kind: 'period', period: fiscalYearEnd };
    if (!periods.includes(shiftYears(at.period, -1)) && level(base, { ...at, period: fiscalYearEnd }))
      return { kind: 'period', period: fiscalYearEnd };
    return { kind: 'yoy' };
  }
  const yoy = shiftYears(at.period, -1);
  if (changeOf(base, at, yoy)) return { kind: 'yoy' };
  const before = shiftQuarters(at.period, -1);
  return before && changeOf(base, at, before) ? { kind: 'qoq' } : { kind: 'yoy' };
}

/** YoY or QoQ where a comparison period is one of those, else the period itself. */
export function nameBase(period: Period, from: Period): Base {
  if (shiftYears(period, -1) === from) return { kind: 'yoy' };
  if (shiftQuarters(period, -1) === from) return { kind: 'qoq' };
  return { kind: 'period', period: from };
}

/** The printed part of a change before the computed one, the amount before the percentage when both are alike. */
export function ordered(change: Change, form: 'amount' | 'percent' | 'both'): Figure[] {
  const { amount, percent } = change;
  const both = [amount, percent].filter((f) => f !== null);
  if (form === 'percent') return both.reverse();
  if (form === 'amount') return both;
  return [...both].sort((a, b) => Number(a.derivation !== null) - Number(b.derivation !== null));
}
