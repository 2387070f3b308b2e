import {
  type Groups,
  type PeriodPattern,
  type PeriodSaid,
  type SpanKind,
  whole,
  yearNumber,
} from './said.ts';

/** A year that follows or precedes a span: FY11, fiscal 2011, '11, 2011. */
const YEAR = `(?:(?:fy|fiscal(?: year)?|f/y|financial year)\\s?'?(?<fy>20\\d\\d|\\d\\d)|'(?<ay>\\d\\d)|(?<cy>20\\d\\d))(?:'s)?`;
const LINK = `\\s?[,/(-]?\\s?(?:(?:of|in|for|from)\\s)?(?:the\\s)?`;
/** Behind two digits that may be a year: what would make them an amount. */
const NO_AMOUNT = `(?![.,]\\d| ?(?:%|percent|pct|points?|pts?|times|x|(?:m|b|tr)illions?|thousands?|oku|mn|bn|m|b|k|yen|jpy|people|employees)(?![a-z]))`;
const ORDINAL = 'first|second|third|fourth|1st|2nd|3rd|4th';
const QUARTER = `(?:(?<qa>[1-4])\\s?q(?:tr|uarter)?|q(?:tr)?\\s?(?<qb>[1-4])|(?<qw>${ORDINAL})[ -](?:fiscal )?(?:quarter|qtr)(?:'?s)?|(?:quarter|qtr) (?<qc>[1-4]|one|two|three|four))`;
const NINE_MONTHS = `(?:(?:(?:the )?first )?(?:nine|9)[ -]?(?:months?|mos?|mths?|mo)(?:'|'s)?|9m|(?:fy)?(?:1q|q1)\\s?(?:-|~|to|through|thru|until)\\s?(?:3q|q3)|(?:the )?(?:first )?(?:three|3) quarters(?: cumulative)?|first (?:to|through) third quarters?)`;
const TO_DATE = `(?:ytd|y\\.t\\.d|year[ -]to[ -]date|(?<!how far )(?:so|thus) far(?: this (?:fiscal )?year)?|cumulative(?:ly)?(?: (?:period|figures?|results?|basis))?)`;
const HALF = `(?:(?<ha>[12])\\s?h|h\\s?(?<hb>[12])|(?<hw>first|second|1st|2nd)[ -](?:half|halves)|(?:first )?(?:six|6)[ -]?(?:months?|mos?)|(?<hm>6m))`;
const FULL = `(?:full[ -](?:fiscal[ -])?(?:year|yr)|whole (?:fiscal )?year|entire (?:fiscal )?year|(?:full )?fiscal year|annual|twelve months|12 months|12m)`;

const ORDINALS: Readonly<Record<string, 1 | 2 | 3 | 4>> = {
  first: 1, '1st': 1, '1': 1, one: 1,
  second: 2, '2nd': 2, '2': 2, two: 2,
  third: 3, '3rd': 3, '3': 3, three: 3,
  fourth: 4, '4th': 4, '4': 4, four: 4,
}; // prettier-ignore

const yearIn = (g: Groups): number | null => yearNumber(g.fy ?? g.ay ?? g.cy);

function quarterIn(g: Groups): SpanKind {
  const n = ORDINALS[g.qa ?? g.qb ?? g.qc ?? g.qw ?? '1'] ?? 1;
  return `q${n}`;
}

function halfIn(g: Groups): SpanKind {
  return (ORDINALS[g.ha ?? g.hb ?? g.hw ?? '1'] ?? 1) === 1 ? 'h1' : 'h2';
}

const span = (kind: SpanKind, year: number | null): PeriodSaid => ({
  type: 'span',
  span: kind,
  year,
  by: null,
});

/** A span of a fiscal year, with the year behind, before or not said at all. */
function spanPatterns(source: string, kind: (g: Groups) => SpanKind): PeriodPattern[] {
  return [`${source}${LINK}${YEAR}\\)?`, `${YEAR}${LINK}${source}\\)?`, source].map((s) => ({
    pattern: whole(s),
    read: (g) => span(kind(g), yearIn(g)),
  }));
}

/** Quarters, halves, nine months and full years. */
export const SPANS: readonly PeriodPattern[] = [
  {
    pattern: whole(`(?<q>[1-4])\\s?q\\s?[-'/]?(?<y>\\d\\d)`),
    read: (g) => span(`q${ORDINALS[g.q ?? ''] ?? 1}`, yearNumber(g.y)),
  },
  {
    pattern: whole(`q(?<q>[1-4])\\s?[-'/](?<y>\\d\\d)`),
    read: (g) => span(`q${ORDINALS[g.q ?? ''] ?? 1}`, yearNumber(g.y)),
  },
  {
    pattern: whole(`q(?<q>[1-4]) (?<y>[0-4]\\d)${NO_AMOUNT}`),
    read: (g) => span(`q${ORDINALS[g.q ?? ''] ?? 1}`, yearNumber(g.y)),
  },
  {
    pattern: whole(`(?<q>[1-4])q\\s?fy\\s?'?(?<y>\\d\\d)`),
    read: (g) => span(`q${ORDINALS[g.q ?? ''] ?? 1}`, yearNumber(g.y)),
  },
  {
    pattern: whole(`fy\\s?'?(?<y>\\d\\d)q(?<q>[1-4])`),
    read: (g) => span(`q${ORDINALS[g.q ?? ''] ?? 1}`, yearNumber(g.y)),
  },
  {
    pattern: whole(`9m\\s?[-']?(?:fy)?\\s?'?(?<y>20\\d\\d|\\d\\d)`),
    read: (g) => span('9m', yearNumber(g.y)),
  },
  {
    pattern: whole(`(?:1q|q1)\\s?(?:-|~|to|through)\\s?3q(?<y>\\d\\d)`),
    read: (g) => span('9m', yearNumber(g.y)),
  },
  {
    pattern: whole(`(?<h>[12])h\\s?'?(?:fy)?(?<y>\\d\\d)`),
    read: (g) => span(g.h === '2' ? 'h2' : 'h1', yearNumber(g.y)),
  },
  ...spanPatterns(QUARTER, quarterIn),
  ...spanPatterns(NINE_MONTHS, () => '9m'),
  ...spanPatterns(TO_DATE, () => 'ytd'),
  ...spanPatterns(HALF, halfIn),
  ...spanPatterns(FULL, () => 'year'),
  {
    pattern: whole(`(?:in |for |during |of )?${YEAR},? (?:(?:so|thus) far|to date|until now)`),
    read: (g) => span('ytd', yearIn(g)),
  },
  { pattern: whole(YEAR), read: (g) => (g.ay === undefined ? span('year', yearIn(g)) : null) },
  {
    pattern: whole(
      `(?:end[ -]?(?:of )?|close of )(?:the )?(?:fiscal |financial )?(?=fy|fisc)${YEAR}(?:[ -]end)?|${YEAR}[ -](?:year[ -])?end(?:ed|s)?`,
    ),
    read: (g, text) => (/end|close/.test(text) ? { type: 'end', of: 'year', year: yearIn(g) } : null),
  },
  {
    pattern: whole(`(?:the )?(?:end|close) of (?:the )?(?:${QUARTER}(?:${LINK}${YEAR})?)`),
    read: (g) => ({ type: 'end', of: quarterIn(g), year: yearIn(g) }),
  },
  {
    pattern: whole(
      `(?:the )?(?:last|final|closing|ending) (?:fiscal )?(?:quarter|qtr)${LINK}(?:${YEAR}|(?:the )?(?<pv>previous|prior|last|preceding) (?:fiscal |financial )?(?:year|yr|fy)|(?:this|the current|the) (?:fiscal |financial )?(?:year|yr|fy))`,
    ),
    read: (g) => ({
      type: 'span',
      span: 'q4',
      year: yearIn(g),
      by: g.pv === undefined ? (yearIn(g) === null ? 0 : null) : -1,
    }),
  },
  {
    pattern: whole(
      `(?:the )?(?:opening|starting|initial|beginning) (?:fiscal )?(?:quarter|qtr)(?:${LINK}${YEAR})?`,
    ),
    read: (g) => span('q1', yearIn(g)),
  },
  {
    pattern: whole(`(?:the )?(?:final|closing) (?:fiscal )?(?:quarter|qtr)`),
    read: () => ({ type: 'span', span: 'q4', year: null, by: 0 }),
  },
  {
    pattern: whole(
      `(?<!\\b(?:through|throughout|across|each of|for|all) (?:the )?)(?:the )?(?:four|4) quarters (?:of|in) (?:the )?${YEAR}`,
    ),
    read: (g) => span('year', yearIn(g)),
  },
  { pattern: whole('calendar (?:year )?20\\d\\d|cy\\s?\\d{2,4}'), read: () => ({ type: 'unsupported' }) },
];
