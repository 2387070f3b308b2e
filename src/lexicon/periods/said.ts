import type { Period } from '../../model/period.ts';

/** The kind of span that somebody names without saying of which year; `ytd` ends with the latest quarter. */
export type SpanKind = 'q1' | 'q2' | 'q3' | 'q4' | 'h1' | 'h2' | '9m' | 'ytd' | 'year' | 'quarter';

/** A period as somebody says it, before the document's calendar is known. */
export type PeriodSaid =
  | { type: 'fixed'; period: Period }
  /** A span; `year` is the fiscal year if said, `by` an offset in years from the current one ("last year"). */
  | { type: 'span'; span: SpanKind; year: number | null; by: number | null }
  /** Quarters or years away from the current one: this quarter 0, last quarter -1. */
  | { type: 'shift'; unit: 'quarter' | 'year'; by: number }
  /**
   * The same span as the one talked about, so many years or quarters away, or of a named fiscal year; `one`: so many of
   * that span. `like`: as long as the period talked about ("the one after"); the unit is only what is taken where nothing tells.
   */
  | { type: 'same'; unit: 'quarter' | 'year'; by: number; year?: number; one?: true; like?: true }
  /** A run of periods: each quarter, the last n quarters. */
  | { type: 'series'; unit: 'quarter' | 'year'; last: number | null }
  /** A month, and a day of it if said; calendar year if said. `lead` tells "in December" from "end of December". */
  | { type: 'month'; month: number; day: number | null; year: number | null; lead: 'end' | 'in' | 'to' }
  /** The end of a span: end of FY10, quarter-end. */
  | { type: 'end'; of: SpanKind; year: number | null }
  /** A run of calendar months: Oct-Dec 2011; the year is the calendar year in which it ends. */
  | { type: 'months'; from: number; to: number; fromYear: number | null; year: number | null }
  /** So many months that end with a month; "the year up to December" need not be a whole one. */
  | { type: 'ended'; months: number; month: number; year: number | null; upTo?: true }
  /** Something that names a period which no fiscal period covers: calendar 2011, a week. */
  | { type: 'unsupported' };

export interface PeriodMatch {
  start: number;
  end: number;
  said: PeriodSaid;
}

/** One pattern and what its named groups mean; null when the match is not a period after all. */
export interface PeriodPattern {
  pattern: RegExp;
  read: (g: Groups, matched: string) => PeriodSaid | null;
}

export type Groups = Readonly<Partial<Record<string, string>>>;

/** A year of two or four digits: "11" and "2011" are 2011. */
export function yearNumber(text: string | undefined): number | null {
  if (text === undefined) return null;
  const digits = text.replace(/\D/g, '');
  const n = Number(digits.length === 4 ? digits : `20${digits}`);
  return digits.length === 2 || digits.length === 4 ? n : null;
}

export const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';

const MONTH_STEMS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** 1 to 12 for a month's name or abbreviation, null otherwise. */
export function monthNumber(name: string | undefined): number | null {
  const index = MONTH_STEMS.indexOf((name ?? '').slice(0, 3).toLowerCase());
  return index < 0 ? null : index + 1;
}

/** A pattern that matches whole words only, case folded by the caller. */
export function whole(source: string): RegExp {
  return new RegExp(`(?<![\\w])(?:${source})(?![\\w])`, 'g');
}
