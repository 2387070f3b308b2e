import {
  type Groups,
  MONTH,
  monthNumber,
  type PeriodPattern,
  type PeriodSaid,
  whole,
  yearNumber,
} from './said.ts';

const YEAR = `(?:'?(?<y>20\\d\\d|\\d\\d)(?!\\d|[:%]))`;
const DAY = `(?<d>[0-3]?\\d)(?:st|nd|rd|th)?`;
const LEAD = `(?:(?<lead>(?:at |as of |by |since )?(?:the )?(?:end[ -]?of[ -]|end[ -]|close of )|as of |as at |at |by |until |till |up to |through |to |in |during |since )(?:the )?)?`;
const RANGE = `\\s?(?:-|~|to|through|thru|until|till|and)\\s?`;
const OVER = 'ended|closed|finished|was over|drew to (?:a|its) close|came to (?:an|its) end';
const ENDED = `(?:ended|ending|to|through|until|up to|that ended)`;

const COUNTS: Readonly<Record<string, number>> = {
  three: 3,
  '3': 3,
  six: 6,
  '6': 6,
  nine: 9,
  '9': 9,
  twelve: 12,
  '12': 12,
  quarter: 3,
  half: 6,
  year: 12,
};

function leadOf(text: string | undefined): 'end' | 'in' | 'to' {
  if (text === undefined) return 'in';
  if (/\b(until|till|up to|through|to)\b/.test(text)) return 'to';
  return /\b(in|during)\b/.test(text) ? 'in' : 'end';
}

function monthSaid(
  m: string | undefined,
  d: string | undefined,
  y: string | undefined,
  lead: string | undefined,
  end = false,
): PeriodSaid | null {
  const month = monthNumber(m);
  const day = d === undefined ? null : Number(d);
  if (month === null || (day !== null && (day < 1 || day > 31))) return null;
  return { type: 'month', month, day, year: yearNumber(y), lead: end || day !== null ? 'end' : leadOf(lead) };
}

/** "mar-11" and "Dec '10" are months of a year; "Dec 31" and "Feb 8" are days. */
const isYear = (g: Groups, matched: string): boolean =>
  g.y === undefined && /^(?:09|1[0-3])$/.test(g.d ?? '') && !/(?:st|nd|rd|th)$/.test(matched);

/** Two digits behind a month that are no year near the document's: "between March 31 and December 31". */
const isDay = (y: string | undefined): boolean => y !== undefined && /^(?:1[4-9]|2\d|3[01])$/.test(y);

/** "may" is mostly a verb: it is a month only with a day or a year. */
const isVerb = (m: string | undefined, d: string | undefined, y: string | undefined): boolean =>
  m === 'may' && d === undefined && y === undefined;

function monthsSaid(
  from: number | null,
  to: number | null,
  fromYear: string | undefined,
  year: string | undefined,
): PeriodSaid | null {
  if (from === null || to === null) return null;
  return { type: 'months', from, to, fromYear: yearNumber(fromYear), year: yearNumber(year) };
}

const numeric = (text: string | undefined): number | null => {
  const n = Number(text);
  return n >= 1 && n <= 12 ? n : null;
};

function quarterEnded(g: Groups): PeriodSaid | null {
  const month = monthNumber(g.m);
  return month === null ? null : { type: 'ended', months: 3, month, year: yearNumber(g.y) };
}

/** A run of days is one of months only where it begins with a month's first day and ends with a month's last. */
function daysSaid(g: Groups, from: number | null, to: number | null): PeriodSaid | null {
  return Number(g.d1) === 1 && Number(g.d2) >= 28 ? monthsSaid(from, to, g.y1, g.y2) : null;
}

const NTH = '(?:st|nd|rd|th)?';

/** Calendar dates, months and runs of months. */
export const DATES: readonly PeriodPattern[] = [
  {
    pattern: whole(
      `(?:between |from |in |during |for |over )?(?:the )?(?<d1>[0-3]?\\d)${NTH}(?: of)?[ -](?<m1>${MONTH})\\.?,?(?: '?(?<y1>20\\d\\d|\\d\\d))?${RANGE}(?:the )?(?<d2>[0-3]?\\d)${NTH}(?: of)?[ -](?<m2>${MONTH})\\.?(?:,? '?(?<y2>20\\d\\d|\\d\\d))?`,
    ),
    read: (g) => daysSaid(g, monthNumber(g.m1), monthNumber(g.m2)),
  },
  {
    pattern: whole(
      `(?:between |from |in |during |for |over )?(?:the )?(?<m1>${MONTH})\\.? (?<d1>[0-3]?\\d)${NTH}(?:,? (?<y1>20\\d\\d))?${RANGE}(?:the )?(?<m2>${MONTH})\\.? (?<d2>[0-3]?\\d)${NTH}(?:,? (?<y2>20\\d\\d))?`,
    ),
    read: (g) => daysSaid(g, monthNumber(g.m1), monthNumber(g.m2)),
  },
  {
    pattern: whole(
      `(?:between |from |for |over )?(?<y1>20\\d\\d)[-/.](?<m1>\\d{1,2})[-/.](?<d1>\\d{1,2})${RANGE}(?<y2>20\\d\\d)[-/.](?<m2>\\d{1,2})[-/.](?<d2>\\d{1,2})`,
    ),
    read: (g) => daysSaid(g, numeric(g.m1), numeric(g.m2)),
  },
  {
    pattern: whole(
      `(?:between |from |for |over )?(?<a1>\\d{1,2})/(?<b1>\\d{1,2})(?:/(?<y1>20\\d\\d))?${RANGE}(?<a2>\\d{1,2})/(?<b2>\\d{1,2})(?:/(?<y2>20\\d\\d))?`,
    ),
    read: (g) => {
      const dayFirst = Number(g.a2) > 12;
      const [d1, m1] = dayFirst ? [g.a1, g.b1] : [g.b1, g.a1];
      const [d2, m2] = dayFirst ? [g.a2, g.b2] : [g.b2, g.a2];
      return daysSaid({ ...g, d1, d2 }, numeric(m1), numeric(m2));
    },
  },
  {
    pattern: whole(
      `(?:between |from |in |during |for |over )?(?:the )?(?<m1>${MONTH})\\.?,?\\s?(?:'?(?<y1>20\\d\\d|\\d\\d))?${RANGE}(?<m2>${MONTH})\\.?(?:(?:,? (?:fiscal )?(?:quarter|qtr|period)(?:,? of)?)?,?\\s?'?(?<y2>20\\d\\d|\\d\\d)| (?:quarter|qtr))?`,
    ),
    read: (g, matched) =>
      (matched.includes(' and ') && !matched.startsWith('between')) || isDay(g.y1) || isDay(g.y2)
        ? null
        : monthsSaid(monthNumber(g.m1), monthNumber(g.m2), g.y1, g.y2),
  },
  {
    pattern: whole(
      `(?:from |in |during |for )?(?<y1>\\d\\d)/(?<m1>\\d{1,2})\\s?[~-]\\s?(?<y2>\\d\\d)/(?<m2>\\d{1,2})`,
    ),
    read: (g) => monthsSaid(numeric(g.m1), numeric(g.m2), g.y1, g.y2),
  },
  {
    pattern: whole(
      `(?:(?:for|in|the|during|over|of) )*(?:(?<n>three|six|nine|twelve|3|6|9|12)[ -]?months?(?:'| period)?|(?<u>quarter|half|(?:fiscal |financial )?year)(?= (?:that |which )?(?:ended|ending|to|through|until|up to))|(?<f>fye|fy|ye)) ?(?:(?:that |which )?${ENDED} )?(?:on |in )?(?:the )?(?:end of )?(?:${DAY}(?: of)? )?(?<m>${MONTH})\\.?(?: (?<d2>[0-3]?\\d)(?:st|nd|rd|th)?(?=,? ?'?\\d\\d)| (?<d3>1[4-9]|2\\d|3[01])(?:st|nd|rd|th)?(?!\\d))?(?:[,\\s-]*${YEAR})?`,
    ),
    read: (g, matched) => {
      const month = monthNumber(g.m);
      const upTo = g.u?.endsWith('year') === true && / (?:to|up to|through|until) /.test(matched);
      const months =
        COUNTS[g.n ?? ''] ?? COUNTS[(g.u ?? g.f ?? '').replace(/^.* |^fye$|^fy$|^ye$/, '') || 'year'];
      return month === null || months === undefined
        ? null
        : { type: 'ended', months, month, year: yearNumber(g.y), ...(upTo ? { upTo } : {}) };
    },
  },
  {
    pattern: whole(`(?:the )?(?<m>${MONTH})\\.? (?:quarter|qtr)(?:'?s)?,?(?: (?:of )?${YEAR})?`),
    read: (g) => quarterEnded(g),
  },
  {
    pattern: whole(
      `(?:(?:in|for|of|during|over) )?(?:the )?(?<m>${MONTH})\\.?[ ,'-]*${YEAR} (?:quarter|qtr)(?:'?s)?`,
    ),
    read: (g) => quarterEnded(g),
  },
  {
    pattern: whole(
      `(?:(?:at|as of|by) )?(?:the )?(?:end of )?fy\\s?(?<mm>0?[1-9]|1[0-2])/(?<y>20\\d\\d|\\d\\d)(?: (?:year[ -])?end)?`,
    ),
    read: (g) => {
      const month = numeric(g.mm);
      return month === null ? null : { type: 'ended', months: 12, month, year: yearNumber(g.y) };
    },
  },
  {
    pattern: whole(
      `(?:(?:fye|fy end|year end(?:ed|ing)?|ended) |(?:fye?|fiscal) ?)(?<mm>\\d{1,2})/(?<y>20\\d\\d|\\d\\d)|(?:fye?|fiscal) ?(?<y>20\\d\\d)/(?<mm>\\d{1,2})`,
    ),
    read: (g) => {
      const month = numeric(g.mm);
      return month === null ? null : { type: 'ended', months: 12, month, year: yearNumber(g.y) };
    },
  },
  {
    pattern: whole(
      `(?:at |by )?(?:the )?(?:(?:end|close) of(?: calendar)?|(?:calendar )?year[ -]?end(?: of)?|(?:end|close) of (?:calendar )?year) (?<y>20\\d\\d)|(?<y>20\\d\\d)[ -]year[ -]?end|(?:(?:when|as|once) )?(?:the )?calendar (?:year )?(?<y>20\\d\\d) (?:${OVER})|(?:when|as|once) (?:the year )?(?<y>20\\d\\d) (?:${OVER})`,
    ),
    read: (g) => ({ type: 'month', month: 12, day: null, year: yearNumber(g.y), lead: 'end' }),
  },
  {
    pattern: whole(`${LEAD}(?<m>${MONTH})\\.?[- ]${DAY}(?:,? ${YEAR})?`),
    read: (g, matched) => (Number(g.d) > 31 || isYear(g, matched) ? null : monthSaid(g.m, g.d, g.y, g.lead)),
  },
  {
    pattern: whole(`${LEAD}${DAY}[- ](?:of )?(?<m>${MONTH})\\.?(?:[, -]+${YEAR})?`),
    read: (g) => monthSaid(g.m, g.d, g.y, g.lead),
  },
  {
    pattern: whole(
      `${LEAD}(?<m>${MONTH})\\.?[ -]end(?:,? ?${YEAR})?|${LEAD}end[ -](?<m>${MONTH})(?:[ -]?${YEAR})?`.replace(
        /\(\?<lead>/g,
        '(?:',
      ),
    ),
    read: (g) => monthSaid(g.m, undefined, g.y, undefined, true),
  },
  {
    pattern: whole(`${LEAD}(?<m>${MONTH})\\.?(?:(?:,? of |[, '-]*)(?:${YEAR}))`),
    read: (g) =>
      Number(g.y) <= 31 && Number(g.y) > 20 && g.y?.length === 2
        ? monthSaid(g.m, g.y, undefined, g.lead)
        : monthSaid(g.m, undefined, g.y, g.lead),
  },
  {
    pattern: whole(`${LEAD}(?<m>${MONTH})(?:'s)?`),
    read: (g) => (isVerb(g.m, g.d, g.y) ? null : monthSaid(g.m, undefined, undefined, g.lead)),
  },
  {
    pattern: whole(`${LEAD}(?<d>[0-3]?\\d)\\.(?<mm>[01]?\\d)\\.(?<y>20\\d\\d)`),
    read: (g) => dateSaid(numeric(g.mm), g.d, g.y, g.lead),
  },
  {
    pattern: whole(`${LEAD}(?<y>20\\d\\d)[-/.](?<mm>\\d{1,2})(?:[-/.](?<d>\\d{1,2}))?`),
    read: (g) => dateSaid(numeric(g.mm), g.d, g.y, g.lead),
  },
  {
    pattern: whole(`${LEAD}(?<a>\\d{1,2})/(?<b>\\d{1,2})(?:(?:/|,? \\(?)(?<y>20\\d\\d)\\)?|/(?<y>\\d\\d))?`),
    read: (g) => {
      const [a, b] = [Number(g.a), Number(g.b)];
      if (a === 24 || b === 24 || (a < 13 && b < 13 && b < 20 && g.y === undefined && b !== 31 && b !== 30))
        return null;
      return a > 12 ? dateSaid(numeric(g.b), g.a, g.y, g.lead) : dateSaid(numeric(g.a), g.b, g.y, g.lead);
    },
  },
];

function dateSaid(
  month: number | null,
  d: string | undefined,
  y: string | undefined,
  lead: string | undefined,
): PeriodSaid | null {
  if (month === null) return null;
  const day = d === undefined ? null : Number(d);
  if (day !== null && (day < 1 || day > 31)) return null;
  return { type: 'month', month, day, year: yearNumber(y), lead: day === null ? leadOf(lead) : 'end' };
}
