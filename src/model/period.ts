/**
 * Periods as the document's readers spell them. A period is its spelling, so that equal periods are equal strings:
 * `3Q11` (quarter of a fiscal year), `1H FY2011`, `9M FY2011` (cumulative 1Q-3Q), `FY2011`, `2011-12-31` (instant),
 * `2012-02` (month), `undated-1` (printed without a period).
 */
export type Period = string & { readonly __period: true };

export type PeriodParts =
  | { kind: 'quarter'; fy: number; quarter: number }
  | { kind: 'half'; fy: number; half: number }
  | { kind: 'nine-months'; fy: number }
  | { kind: 'year'; fy: number }
  | { kind: 'instant'; year: number; month: number; day: number }
  | { kind: 'month'; year: number; month: number }
  | { kind: 'undated'; ordinal: number };

/**
 * When fiscal years start and what the document reports on. `startMonth` counts from the calendar year that a fiscal
 * year is called by: 4 is its April, -2 the October before, where years are called by the one in which they end.
 */
export interface Calendar {
  startMonth: number;
  latestQuarter: Period;
  cumulative: Period;
}

const SPELLINGS: readonly [RegExp, (g: Record<string, string>) => PeriodParts][] = [
  [/^(?<q>[1-4])Q(?<y>\d{2})$/, (g) => ({ kind: 'quarter', fy: 2000 + Number(g.y), quarter: Number(g.q) })],
  [/^(?<h>[12])H FY(?<y>\d{4})$/, (g) => ({ kind: 'half', fy: Number(g.y), half: Number(g.h) })],
  [/^9M FY(?<y>\d{4})$/, (g) => ({ kind: 'nine-months', fy: Number(g.y) })],
  [/^FY(?<y>\d{4})$/, (g) => ({ kind: 'year', fy: Number(g.y) })],
  [
    /^(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})$/,
    (g) => ({ kind: 'instant', year: Number(g.y), month: Number(g.m), day: Number(g.d) }),
  ],
  [/^(?<y>\d{4})-(?<m>\d{2})$/, (g) => ({ kind: 'month', year: Number(g.y), month: Number(g.m) })],
  [/^undated-(?<n>\d)$/, (g) => ({ kind: 'undated', ordinal: Number(g.n) })],
];

/** Spellings that were read already; cleared when full, since anybody may write any period. */
const read = new Map<string, PeriodParts | null>();
const MOST_READ = 5_000;

/** The parts of a spelling, or null when it is not a period. */
export function parsePeriod(text: string): PeriodParts | null {
  const known = read.get(text);
  if (known !== undefined) return known;
  const parts = readPeriod(text);
  if (read.size >= MOST_READ) read.clear();
  read.set(text, parts);
  return parts;
}

function readPeriod(text: string): PeriodParts | null {
  for (const [pattern, make] of SPELLINGS) {
    const groups = pattern.exec(text)?.groups;
    if (groups) return make(groups);
  }
  return null;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** The one spelling of a period's parts. */
export function spell(parts: PeriodParts): Period {
  return spelling(parts) as Period;
}

function spelling(p: PeriodParts): string {
  switch (p.kind) {
    case 'quarter':
      return `${p.quarter}Q${two(p.fy % 100)}`;
    case 'half':
      return `${p.half}H FY${p.fy}`;
    case 'nine-months':
      return `9M FY${p.fy}`;
    case 'year':
      return `FY${p.fy}`;
    case 'instant':
      return `${p.year}-${two(p.month)}-${two(p.day)}`;
    case 'month':
      return `${p.year}-${two(p.month)}`;
    case 'undated':
      return `undated-${p.ordinal}`;
  }
}

/** The period of a spelling. Throws RangeError when it is none. */
export function period(text: string): Period {
  const parts = parsePeriod(text);
  if (!parts) throw new RangeError(`not a period: "${text}"`);
  return spell(parts);
}

/** The parts of a known period. */
export function partsOf(p: Period): PeriodParts {
  const parts = parsePeriod(p);
  if (!parts) throw new RangeError(`not a period: "${p}"`);
  return parts;
}

export const isInstant = (p: Period): boolean => partsOf(p).kind === 'instant';
export const isQuarter = (p: Period): boolean => partsOf(p).kind === 'quarter';
export const isDuration = (p: Period): boolean =>
  ['quarter', 'half', 'nine-months', 'year'].includes(partsOf(p).kind);

/** Months since year 0 of a fiscal year's first month. */
function startIndex(fy: number, startMonth: number): number {
  return fy * 12 + (startMonth - 1);
}

/** First month and one past the last month of a duration, as months since year 0; null for other kinds. */
export function monthSpan(p: Period, startMonth: number): { from: number; to: number } | null {
  const parts = partsOf(p);
  switch (parts.kind) {
    case 'quarter': {
      const from = startIndex(parts.fy, startMonth) + (parts.quarter - 1) * 3;
      return { from, to: from + 3 };
    }
    case 'half': {
      const from = startIndex(parts.fy, startMonth) + (parts.half - 1) * 6;
      return { from, to: from + 6 };
    }
    case 'nine-months': {
      const from = startIndex(parts.fy, startMonth);
      return { from, to: from + 9 };
    }
    case 'year': {
      const from = startIndex(parts.fy, startMonth);
      return { from, to: from + 12 };
    }
    case 'month': {
      const from = parts.year * 12 + parts.month - 1;
      return { from, to: from + 1 };
    }
    case 'instant':
    case 'undated':
      return null;
  }
}

/** The duration that covers exactly these months, or null when no fiscal period does. */
export function durationOf(from: number, to: number, startMonth: number): Period | null {
  const offset = from - (startMonth - 1);
  const fy = Math.floor(offset / 12);
  const within = offset - fy * 12;
  const length = to - from;
  if (length === 3 && within % 3 === 0) return spell({ kind: 'quarter', fy, quarter: within / 3 + 1 });
  if (length === 6 && within % 6 === 0) return spell({ kind: 'half', fy, half: within / 6 + 1 });
  if (length === 9 && within === 0) return spell({ kind: 'nine-months', fy });
  if (length === 12 && within === 0) return spell({ kind: 'year', fy });
  return null;
}

const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The last day of a month, as an instant. */
export function monthEnd(year: number, month: number): Period {
  return spell({ kind: 'instant', year, month, day: lastDay(year, month) });
}

/** The instant at which a duration ends; an instant is its own end; null for undated. */
export function endOf(p: Period, startMonth: number): Period | null {
  const parts = partsOf(p);
  if (parts.kind === 'instant') return p;
  const span = monthSpan(p, startMonth);
  if (!span) return null;
  return monthEnd(Math.floor((span.to - 1) / 12), ((span.to - 1) % 12) + 1);
}

/** The same span `years` later (negative: earlier). */
export function shiftYears(p: Period, years: number): Period {
  const parts = partsOf(p);
  switch (parts.kind) {
    case 'instant':
      return spell({
        ...parts,
        year: parts.year + years,
        day: Math.min(parts.day, lastDay(parts.year + years, parts.month)),
      });
    case 'month':
      return spell({ ...parts, year: parts.year + years });
    case 'undated':
      return p;
    case 'quarter':
    case 'half':
    case 'nine-months':
    case 'year':
      return spell({ ...parts, fy: parts.fy + years });
  }
}

/** The quarter `n` quarters after a quarter, or the month end so many quarters after an instant. Other kinds: null. */
export function shiftQuarters(p: Period, n: number): Period | null {
  const parts = partsOf(p);
  if (parts.kind === 'quarter') {
    const index = parts.fy * 4 + parts.quarter - 1 + n;
    return spell({ kind: 'quarter', fy: Math.floor(index / 4), quarter: (((index % 4) + 4) % 4) + 1 });
  }
  if (parts.kind === 'instant') {
    const index = parts.year * 12 + parts.month - 1 + n * 3;
    return monthEnd(Math.floor(index / 12), (index % 12) + 1);
  }
  return null;
}

/** The quarters that make up a duration, oldest first; empty when it is not a duration. */
export function quartersOf(p: Period): Period[] {
  const parts = partsOf(p);
  const quarters = (fy: number, list: number[]): Period[] =>
    list.map((quarter) => spell({ kind: 'quarter', fy, quarter }));
  switch (parts.kind) {
    case 'quarter':
      return [p];
    case 'half':
      return quarters(parts.fy, parts.half === 1 ? [1, 2] : [3, 4]);
    case 'nine-months':
      return quarters(parts.fy, [1, 2, 3]);
    case 'year':
      return quarters(parts.fy, [1, 2, 3, 4]);
    case 'instant':
    case 'month':
    case 'undated':
      return [];
  }
}

/** What covers a fiscal year from its start to the end of a quarter, 1 to 4: the cumulative span of that quarter's results. */
export function cumulativeTo(fy: number, quarter: number): Period {
  switch (quarter) {
    case 1:
      return spell({ kind: 'quarter', fy, quarter: 1 });
    case 2:
      return spell({ kind: 'half', fy, half: 1 });
    case 3:
      return spell({ kind: 'nine-months', fy });
    default:
      return spell({ kind: 'year', fy });
  }
}

/** Orders periods by their end, then longer before shorter; undated ones last. */
export function comparePeriods(a: Period, b: Period, startMonth: number): number {
  const [ea, eb] = [endOf(a, startMonth) ?? `9999-${a}`, endOf(b, startMonth) ?? `9999-${b}`];
  if (ea !== eb) return ea < eb ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const LONG_MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']; // prettier-ignore

const monthName = (index: number): string => MONTHS[((index % 12) + 12) % 12] ?? '';

function monthRange(p: Period, startMonth: number): string {
  const span = monthSpan(p, startMonth);
  if (!span) return '';
  const [y1, y2] = [Math.floor(span.from / 12), Math.floor((span.to - 1) / 12)];
  const first = y1 === y2 ? monthName(span.from) : `${monthName(span.from)} ${y1}`;
  return `${first}-${monthName(span.to - 1)} ${y2}`;
}

/** The month in which fiscal years start, in words. */
export const startsIn = (startMonth: number): string => LONG_MONTHS[(startMonth + 11) % 12] ?? '';

/** The period in words, with its months: "nine months of FY2011 (Apr-Dec 2011), cumulative". */
export function describePeriod(p: Period, startMonth: number): string {
  const parts = partsOf(p);
  switch (parts.kind) {
    case 'quarter':
      return `${p} (${monthRange(p, startMonth)})`;
    case 'half':
      return `${parts.half === 1 ? 'first' : 'second'} half of FY${parts.fy} (${monthRange(p, startMonth)})`;
    case 'nine-months':
      return `nine months of FY${parts.fy} (${monthRange(p, startMonth)}), cumulative`;
    case 'year':
      return `full year FY${parts.fy} (${monthRange(p, startMonth)})`;
    case 'instant':
      return `${parts.day} ${monthName(parts.month - 1)} ${parts.year}`;
    case 'month':
      return `${monthName(parts.month - 1)} ${parts.year}`;
    case 'undated':
      return 'printed without a period';
  }
}

/** A period as short as can be understood: "3Q11", "9M FY2011", "31 Dec 2011". */
export function shortPeriod(p: Period): string {
  const parts = partsOf(p);
  if (parts.kind === 'instant') return `${parts.day} ${monthName(parts.month - 1)} ${parts.year}`;
  if (parts.kind === 'month') return `${monthName(parts.month - 1)} ${parts.year}`;
  if (parts.kind === 'undated') return 'undated';
  return p;
}
