import { type FactBase, factsOf, natureOf } from '../facts/base.ts';
import type { PeriodSaid, SpanKind } from '../lexicon/periods/said.ts';
import type { MetricId, Scenario, SegmentId } from '../model/fact.ts';
import {
  type Calendar,
  cumulativeTo,
  durationOf,
  endOf,
  monthEnd,
  monthSpan,
  type Period,
  partsOf,
  shiftQuarters,
  shiftYears,
  spell,
} from '../model/period.ts';

/** A period as far as the words alone settle it. */
export type Settled =
  | { kind: 'period'; period: Period }
  /** The span talked about, so many years or quarters away. */
  | { kind: 'relative'; unit: 'year' | 'quarter'; by: number }
  | { kind: 'series'; unit: 'quarter' | 'year'; last: number | null }
  /** A calendar month, which no flow is printed for; a stock takes its last day. */
  | { kind: 'month'; period: Period }
  | { kind: 'unsupported' };

const fixed = (period: Period): Settled => ({ kind: 'period', period });

/** The fiscal year that the latest quarter belongs to. */
export function currentYear(calendar: Calendar): number {
  const parts = partsOf(calendar.latestQuarter);
  return parts.kind === 'quarter' ? parts.fy : 0;
}

/** Which quarter of its fiscal year the latest one is, 1 to 4. */
export function quarterNumber(calendar: Calendar): number {
  const parts = partsOf(calendar.latestQuarter);
  return parts.kind === 'quarter' ? parts.quarter : 1;
}

/** The calendar month, 1 to 12, in which fiscal years end. */
const lastMonth = ({ startMonth }: Calendar): number => ((startMonth + 22) % 12) + 1;

/** The end of the last full fiscal year before the latest quarter. */
export function fiscalYearEnd(calendar: Calendar): Period {
  return (
    endOf(spell({ kind: 'year', fy: currentYear(calendar) - 1 }), calendar.startMonth) ??
    calendar.latestQuarter
  );
}

/** The last day of the latest quarter. */
export function latestDate(calendar: Calendar): Period {
  return endOf(calendar.latestQuarter, calendar.startMonth) ?? calendar.latestQuarter;
}

/** A span of a fiscal year; without a year, the most recent one that has begun by the latest quarter. */
function spanOf(kind: SpanKind, year: number | null, by: number | null, calendar: Calendar): Period {
  const now = currentYear(calendar);
  const recent = (quarter: number): number => (quarter <= quarterNumber(calendar) ? now : now - 1);
  switch (kind) {
    case 'q1':
    case 'q2':
    case 'q3':
    case 'q4': {
      const quarter = Number(kind[1]);
      return spell({
        kind: 'quarter',
        fy: (year ?? (by === null ? recent(quarter) : now)) + (by ?? 0),
        quarter,
      });
    }
    case 'h1':
    case 'h2': {
      const half = Number(kind[1]);
      return spell({
        kind: 'half',
        fy: (year ?? (by === null ? recent(half * 2 - 1) : now)) + (by ?? 0),
        half,
      });
    }
    case 'ytd':
      return cumulativeTo((year ?? now) + (by ?? 0), quarterNumber(calendar));
    case '9m':
      return spell({ kind: 'nine-months', fy: (year ?? now) + (by ?? 0) });
    case 'year':
      return spell({ kind: 'year', fy: (year ?? now) + (by ?? 0) });
    case 'quarter':
      return shiftYears(calendar.latestQuarter, year === null ? (by ?? 0) : year - now);
  }
}

/** What somebody's words for a period mean under the document's calendar. */
export function settle(said: PeriodSaid, calendar: Calendar, documentDate: string): Settled {
  switch (said.type) {
    case 'fixed':
      return fixed(said.period);
    case 'span':
      return fixed(spanOf(said.span, said.year, said.by, calendar));
    case 'shift':
      if (said.unit === 'year') return fixed(spell({ kind: 'year', fy: currentYear(calendar) + said.by }));
      return said.by === -1
        ? { kind: 'relative', unit: 'quarter', by: -1 }
        : fixed(shiftQuarters(calendar.latestQuarter, said.by) ?? calendar.latestQuarter);
    case 'same':
      return {
        kind: 'relative',
        unit: said.unit,
        by: said.year === undefined ? said.by : said.year - currentYear(calendar),
      };
    case 'series':
      return { kind: 'series', unit: said.unit, last: said.last };
    case 'month':
      return monthOf(said, calendar, documentDate);
    case 'end':
      return fixed(endOfSpan(said.of, said.year, calendar));
    case 'months':
      return monthsOf(said, calendar);
    case 'ended': {
      if (said.upTo === true && said.month !== lastMonth(calendar))
        return monthOf(
          { type: 'month', month: said.month, day: null, year: said.year, lead: 'to' },
          calendar,
          documentDate,
        );
      const to = endedMonth(said.month, said.year, calendar, said.months === 12);
      const span = durationOf(to - said.months, to, calendar.startMonth);
      return span === null
        ? { kind: 'month', period: monthEnd(Math.floor((to - 1) / 12), ((to - 1) % 12) + 1) }
        : fixed(span);
    }
    case 'unsupported':
      return { kind: 'unsupported' };
  }
}

const orUnsupported = (period: Period | null): Settled =>
  period === null ? { kind: 'unsupported' } : fixed(period);

function endOfSpan(of: SpanKind, year: number | null, calendar: Calendar): Period {
  if (of === 'year' && year === null) return fiscalYearEnd(calendar);
  return endOf(spanOf(of, year, null, calendar), calendar.startMonth) ?? latestDate(calendar);
}

/** One past the last month of a span that ends in a month, counted from year 0; the latest one not after the latest quarter if no year is said. */
function endedMonth(month: number, year: number | null, calendar: Calendar, future: boolean): number {
  if (year !== null) return year * 12 + month;
  const limit = monthSpan(calendar.latestQuarter, calendar.startMonth)?.to ?? 0;
  const latest = Math.floor(limit / 12) * 12 + month;
  const past = latest > limit ? latest - 12 : latest;
  return future && past < limit - 12 ? past + 12 : past;
}

function monthsOf(said: Extract<PeriodSaid, { type: 'months' }>, calendar: Calendar): Settled {
  const wraps = said.to < said.from;
  const endYear = said.year ?? (said.fromYear === null ? null : said.fromYear + (wraps ? 1 : 0));
  const to = endedMonth(said.to, endYear, calendar, false);
  const length =
    said.fromYear === null
      ? ((said.to - said.from + 12) % 12) + 1
      : to - (said.fromYear * 12 + said.from - 1);
  return orUnsupported(durationOf(to - length, to, calendar.startMonth));
}

function monthOf(
  said: Extract<PeriodSaid, { type: 'month' }>,
  calendar: Calendar,
  documentDate: string,
): Settled {
  const at = (year: number): Period =>
    said.day === null
      ? monthEnd(year, said.month)
      : spell({ kind: 'instant', year, month: said.month, day: said.day });
  const latest = Number(documentDate.slice(0, 4));
  const year = said.year ?? (at(latest) <= documentDate ? latest : latest - 1);
  if (said.lead === 'to' && said.day === null) {
    if (monthSpan(calendar.cumulative, calendar.startMonth)?.to === year * 12 + said.month)
      return fixed(calendar.cumulative);
  }
  return said.lead === 'in' && said.day === null ? { kind: 'month', period: at(year) } : fixed(at(year));
}

/** The periods for which a metric of a segment has levels, in the document's order. */
export function levelPeriods(
  base: FactBase,
  metric: MetricId,
  segment: SegmentId,
  scenario: Scenario = 'actual',
): Period[] {
  const periods = factsOf(base, metric, segment)
    .filter((f) => f.measure === 'level' && f.scenario === scenario)
    .map((f) => f.period);
  return [...new Set(periods)];
}

/** A period fitted to the metric's nature: a stock takes the last day of a duration; null where that can't be. */
export function fit(base: FactBase, metric: MetricId, period: Period): Period | null {
  const { calendar } = base;
  const stockLike = isStockLike(base, metric);
  const parts = partsOf(period);
  if (stockLike) return parts.kind === 'instant' ? period : endOf(period, calendar.startMonth);
  if (parts.kind !== 'instant') return period;
  if (natureOf(base, metric) === 'event') return period;
  return endOf(calendar.cumulative, calendar.startMonth) === period
    ? calendar.cumulative
    : endsCumulative(period, calendar);
}

/** The year or nine months that end with an instant: what a flow "as of" that day means. */
function endsCumulative(instant: Period, calendar: Calendar): Period | null {
  const now = currentYear(calendar);
  for (const fy of [now, now - 1, now - 2]) {
    const spans = [
      spell({ kind: 'year', fy }),
      spell({ kind: 'nine-months', fy }),
      spell({ kind: 'half', fy, half: 1 }),
    ];
    const hit = spans.find((p) => endOf(p, calendar.startMonth) === instant);
    if (hit) return hit;
  }
  return null;
}

/** Stocks, and ratios whose terms are stocks, have instants. */
export function isStockLike(base: FactBase, metric: MetricId): boolean {
  const m = base.metrics.get(metric);
  if (!m) return false;
  if (m.nature === 'ratio' && m.ratio) return isStockLike(base, m.ratio[0]);
  return m.nature === 'stock';
}
