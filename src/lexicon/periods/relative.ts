import { type PeriodPattern, type PeriodSaid, whole, yearNumber } from './said.ts';

const PREVIOUS = '(?:last|previous|prior|preceding|past|earlier)';
const CURRENT = '(?:this|current|latest|most recent|the present|reporting|reported)';
const NUMBER = '(?<n>\\d{1,2}|two|three|four|five|six|seven|eight)';
const SAME = '(?:the )?(?:same|corresponding|comparable|equivalent|matching)';
const WORDS: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
};

const count = (text: string | undefined): number => WORDS[text ?? ''] ?? Number(text);

/** "The same quarter last year" is a quarter; "the same period last year" is the span talked about. */
function yearBefore(text: string): PeriodSaid {
  return /quarter|qtr/.test(text)
    ? { type: 'span', span: 'quarter', year: null, by: -1 }
    : { type: 'same', unit: 'year', by: -1 };
}

/** Periods that count from the document's latest quarter or from the period talked about. */
export const RELATIVE: readonly PeriodPattern[] = [
  {
    pattern: whole(
      `${SAME} (?:period|quarter|qtr|months?|time|date|point|nine months|span|3 months|three months)(?: (?:in|of|during|a|the))*(?: (?:fiscal|financial))? ?(?:${PREVIOUS} (?:fiscal |financial )?(?:year|yr|fy)|year (?:ago|earlier|before)|year|ly|fy)`,
    ),
    read: (_g, text) => yearBefore(text),
  },
  {
    pattern: whole(
      `(?:the )?${PREVIOUS} (?:fiscal |financial )?(?:year|yr)(?:'s)?(?: |, ?)(?:the )?(?:same|corresponding|comparable) (?:period|quarter|qtr|months|time)`,
    ),
    read: (_g, text) => yearBefore(text),
  },
  {
    pattern: whole(
      `(?:the )?(?:year[ -](?:ago|earlier|before)|prior[ -]year|previous[ -]year|last[ -]year(?:'s)?|preceding[ -]year)[ -](?:period|quarter|qtr|nine[ -]months?(?: period)?|months|half|comparable|equivalent|level|figures?|same period|corresponding period)(?:'s)?`,
    ),
    read: (_g, text) => yearBefore(text),
  },
  {
    pattern: whole(
      `(?:a|one|1) (?:full )?(?:year|yr) (?:ago|earlier|before|previously|prior|back|on)|(?:a )?year[ -](?:ago|earlier)|(?:twelve|12) months (?:ago|earlier|before|previously|prior|on)|(?:over|in|during|within) (?:the )?(?:(?:last|past|previous) )?(?:twelve|12) months|(?:over|in|during|within) (?:the )?(?:course|space|span) of (?:a|one|the (?:last|past|previous)) (?:full )?year|over (?:a|one) (?:full )?year|(?:the )?year before|py|ly|prior[ -]year|yr ago`,
    ),
    read: () => ({ type: 'same', unit: 'year', by: -1 }),
  },
  {
    pattern: whole(`(?:the )?(?:last|previous|prior|preceding) (?:year|yr)(?:'s)?`),
    read: () => ({ type: 'same', unit: 'year', by: -1 }),
  },
  {
    pattern: whole(
      `(?:the )?(?:last|previous|prior|preceding) (?:full )?(?:fiscal|financial|full) ?(?:year|yr)(?:'s)?|(?:last|previous|prior) fy`,
    ),
    read: () => ({ type: 'span', span: 'year', year: null, by: -1 }),
  },
  {
    pattern:
      /(?<=\b(?:vs|versus|v|than|from|and|over|against|compared to|compared with) )(?:the )?(?:last|prior|previous)(?! [a-z0-9])/g,
    read: () => ({ type: 'same', unit: 'year', by: -1 }),
  },
  {
    pattern: whole(
      `(?<=\\b(?:in|for|during|of|from|over) )(?:the )?(?:preceding|previous|prior|last) one|(?<=\\b(?:in|for|during|of|from|over) )the one before(?: (?:that|it))?`,
    ),
    read: () => ({ type: 'same', unit: 'year', by: -1, one: true }),
  },
  {
    pattern: whole(`two years (?:ago|earlier|before)|(?:the )?year before last`),
    read: () => ({ type: 'same', unit: 'year', by: -2 }),
  },
  {
    pattern: whole(
      `${CURRENT} (?:single )?(?:fiscal )?(?:quarter|qtr)(?:'s)?|the (?:quarter|q)(?: under review| alone| itself)?|(?:(?:the|just the|only the|single|standalone|stand-alone|discrete|one) quarter|quarter)(?:'s)? (?:only|alone|by itself|standalone|stand-alone|on its own)|(?:just|only) (?:the |this |that )?quarter|(?:single|standalone|stand-alone|discrete)[ -](?:fiscal )?quarter`,
    ),
    read: () => ({ type: 'shift', unit: 'quarter', by: 0 }),
  },
  {
    pattern: whole(
      `(?:the )?${PREVIOUS} (?:fiscal )?(?:quarter|qtr|q)(?:'s)?|(?:the )?quarter (?:before|earlier|ago|preceding|prior)(?: (?:it|that|this))?|a quarter (?:ago|earlier|before)|(?:one|1) quarter (?:ago|earlier|before)|three months (?:ago|earlier|before)|pq|lq`,
    ),
    read: () => ({ type: 'shift', unit: 'quarter', by: -1 }),
  },
  {
    pattern: whole(
      `(?:the )?(?:following|subsequent|succeeding|ensuing) (?:fiscal )?(?:quarter|qtr)(?:'s)?|the next (?:fiscal )?(?:quarter|qtr)(?:'s)?|(?:the )?(?:quarter|qtr) (?:after|following|later|thereafter)(?! (?:tax|interest|minorit))(?: (?:it|that|this))?|(?:a|one|1) (?:quarter|qtr) (?:later|after|on)`,
    ),
    read: () => ({ type: 'same', unit: 'quarter', by: 1 }),
  },
  {
    pattern: whole(
      `(?:the )?(?:following|subsequent|succeeding|ensuing) (?:fiscal |financial )?(?:year|yr|fy)(?:'s)?|(?:a|one|1) (?:fiscal )?year (?:later|after)|the (?:fiscal )?year (?:after|following)(?! (?:tax|interest|minorit))(?: (?:it|that|this))?`,
    ),
    read: () => ({ type: 'same', unit: 'year', by: 1 }),
  },
  {
    pattern: whole(
      `(?:the )?(?:following|subsequent) one|the next one|the one (?:after|following)(?: (?:it|that|this))?`,
    ),
    read: () => ({ type: 'same', unit: 'quarter', by: 1, like: true }),
  },
  {
    pattern: whole(
      `(?:the )?(?:preceding|previous|prior) one|the one (?:before|preceding)(?: (?:it|that|this))?`,
    ),
    read: () => ({ type: 'same', unit: 'quarter', by: -1, like: true }),
  },
  {
    pattern: whole(`next (?:fiscal )?(?:quarter|qtr)|(?:the )?(?:coming|upcoming) quarter`),
    read: () => ({ type: 'shift', unit: 'quarter', by: 1 }),
  },
  {
    pattern: whole(`${CURRENT} (?:full )?(?:fiscal |financial )?(?:year|yr|fy)(?:'s)?`),
    read: () => ({ type: 'shift', unit: 'year', by: 0 }),
  },
  {
    pattern: whole(
      `(?:this|the current|the) (?:fiscal |financial )?(?:year|yr|fy)(?:,? (?:so|thus) far|,? to date|,? (?:up )?(?:to|until|till) now)`,
    ),
    read: () => ({ type: 'span', span: 'ytd', year: null, by: null }),
  },
  {
    pattern: whole(`(?:next|the coming|upcoming) (?:fiscal |financial )?(?:year|yr|fy)(?:'s)?`),
    read: () => ({ type: 'shift', unit: 'year', by: 1 }),
  },
  {
    pattern: whole(
      `(?:the )?(?:last|past|latest|most recent|recent|previous) ${NUMBER} (?:fiscal )?(?:quarters|qtrs|q)|${NUMBER} (?:most recent|latest|last) quarters`,
    ),
    read: (g) => ({ type: 'series', unit: 'quarter', last: count(g.n) }),
  },
  {
    pattern: whole(`(?:the )?(?:last|past|latest|recent|previous) ${NUMBER} (?:fiscal )?(?:years|yrs)`),
    read: (g) => ({ type: 'series', unit: 'year', last: count(g.n) }),
  },
  {
    pattern: whole(
      `(?:for |of |over |across )?(?:each|every|all)(?: of)?(?: the)?(?: single| available| printed| past| two| three| four| seven| individual| disclosed| given| shown)* (?:quarters?|qtrs?)(?: (?:disclosed|shown|given|printed|available))?|(?:for |over |across )?the (?:seven|six|five|four) quarters(?: that are)?(?: (?:disclosed|shown|given|printed))?|(?:on a )?quarterly(?: basis)?|(?:broken down )?by (?:the )?(?:quarter|qtr)|per (?:quarter|qtr)|by q|per q|quarter (?:by|after) quarter|quarter to quarter|qtrly|quarters`,
    ),
    read: () => ({ type: 'series', unit: 'quarter', last: null }),
  },
  {
    pattern: whole(
      `(?:for )?(?:each|every|all)(?: of)?(?: the)? (?:fiscal )?years?|by (?:fiscal )?year|yearly|year by year|over the years`,
    ),
    read: () => ({ type: 'series', unit: 'year', last: null }),
  },
  {
    pattern: whole(
      `(?:the )?(?:last |previous |prior )?(?:fiscal )?year[ -]end|(?:the )?end of (?:the )?(?:last|previous|prior) (?:fiscal )?year|(?:the )?(?:start|beginning) of (?:the |this )?(?:fiscal )?year|(?:last |previous |prior )?fye|(?:the )?(?:end|close) of (?:the )?(?:last |previous |prior )?(?:fiscal|financial) year|(?:the )?(?:last |previous |prior )?(?:fiscal|financial) year(?: has)? (?:end|close)(?:d|s)?`,
    ),
    read: () => ({ type: 'end', of: 'year', year: null }),
  },
  {
    pattern: whole(
      `(?:the )?(?:quarter|period)[ -]end|(?:the )?end of (?:the |this )?(?:quarter|period)|eoq|eop|(?:the )?(?:latest|most recent|last|current) (?:date|(?:balance[- ]sheet|reporting|closing)(?: date)?)`,
    ),
    read: () => ({ type: 'end', of: 'quarter', year: null }),
  },
  {
    pattern: whole(
      `(?:between |at |on |for |of )?(?:each of |both |the )*two (?:balance[- ]sheet|reporting|closing|printed) dates(?: (?:given|shown|printed))?|both (?:balance[- ]sheet |reporting |closing )?dates`,
    ),
    read: () => ({ type: 'series', unit: 'quarter', last: null }),
  },
  {
    pattern: whole(
      `${SAME} (?:period|months?|nine months|9 months|span|time)(?: (?:of|in|during))? (?:fy\\s?'?|fiscal(?: year)? )(?<y>20\\d\\d|\\d\\d)`,
    ),
    read: (g) => {
      const year = yearNumber(g.y);
      return year === null ? null : { type: 'same', unit: 'year', by: -1, year };
    },
  },
  {
    pattern: whole(
      `${SAME} (?:(?:fiscal )?(?:quarter|qtr)|(?:three|3)[ -]months?(?: period)?)(?: (?:of|in))? (?:fy\\s?'?|fiscal(?: year)? )(?<y>20\\d\\d|\\d\\d)`,
    ),
    read: (g) => ({ type: 'span', span: 'quarter', year: yearNumber(g.y), by: null }),
  },
  {
    pattern: whole(
      `(?:last|this|next) (?:week|month)|(?:in|since) (?:19|20)\\d\\d s|per month|monthly|weekly|daily`,
    ),
    read: () => ({ type: 'unsupported' }),
  },
];
