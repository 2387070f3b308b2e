import { type Decimal, decimal, divide, pow10 } from '../model/decimal.ts';
import { type NumberUnit, SCALES } from './numbers.ts';

/**
 * A numeral in running text, in base units. `low` and `high` are the ends of a range and the same for a single number;
 * both are negative where a minus sign, a triangle or accountants' brackets say so. `decimals` is XBRL's.
 */
export interface Numeral {
  start: number;
  end: number;
  low: Decimal;
  high: Decimal;
  unit: NumberUnit;
  /** A currency that is named: the document's or another. */
  currency: 'yen' | 'foreign' | null;
  decimals: number;
  /** A plus or a minus is written, in whatever form. */
  sign: 'plus' | 'minus' | null;
  /** In brackets of its own that may be an aside or accountants' minus; where they are surely a minus, `sign` says so. */
  bracketed: boolean;
  /** Has a scale word ("4bn"), so that nothing needs to be guessed. */
  scaled: boolean;
  range: boolean;
  /** A bare whole number, which may count anything or be part of a date. */
  bare: boolean;
}

const YEN = 'jpy|yen|¥|￥';
const FOREIGN = 'us\\$|usd|\\$|eur|€|gbp|£|rmb|cny|krw';
const CURRENCY = `(?:${YEN}|${FOREIGN})`;
const DIGITS = '(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|\\.\\d+)';
const UNIT =
  '%|percentage[ -]points?|percent(?![a-z])|per cent|pct|pts|pt|pp|ppt|ppts|points?|x|times|fold|-fold|trillions?|tn|trn|t|billions?|bn|bln|bil|b|oku(?:[ -]?yen)?|億円?|hundred million(?: yen)?|millions?|mn|mln|mil|mm|m|thousands?|k|百万円?|千円?|-(?:trillion|billion|million|thousand|percent|points?)';
const NUMERAL = new RegExp(
  `(?<![\\p{L}\\p{N}_.,/])(?<open>\\()?\\s?(?<loss>[△▲]\\s?)?(?<sign>[+-](?=\\s?(?:${CURRENCY}|\\.?\\d)))?\\s?(?<cur>${CURRENCY})?\\s?(?<sign2>[+-])?(?<loss2>[△▲])?(?<a>${DIGITS})` +
    `(?:\\s?(?<ua>${UNIT})(?![\\p{L}\\p{N}]))?` +
    `(?<to>\\s?(?:-|~|to|and)\\s?(?:${CURRENCY})?\\s?(?<b>${DIGITS})(?=[\\s\\p{L}%),.;:]|$))?` +
    `(?<close>\\))?(?:\\s?(?<unit>${UNIT})(?![\\p{L}\\p{N}]))?(?<close2>\\))?(?:\\s?(?<yen>yen|jpy|円)(?![\\p{L}]))?(?:\\s(?<fx>us dollars?|dollars?|euros?|pounds?|won)(?![\\p{L}]))?`,
  'gu',
);
const FRACTION =
  /(?<![\p{L}\p{N}_.,/])(?<n>\d{1,2})\/(?<d>\d{1,2})(?![\p{L}\p{N}/])|(?<![\p{L}-])(?<wn>one|two|three|four)[ -](?<wd>third|quarter|fifth|sixth|tenth)s?(?= of\b)|(?<![\p{L}-])a (?<wa>third|quarter|fifth|tenth)(?= of\b)|(?<![\p{L}-])(?<half>half)(?= (?:of|the)\b)/gu;

const COUNTS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  half: 2,
  third: 3,
  quarter: 4,
  fifth: 5,
  sixth: 6,
  tenth: 10,
};

/** Every numeral of a lower-case text from left to right. What belongs to dates and names is the caller's to set aside. */
export function findNumerals(text: string): Numeral[] {
  const fractions = Array.from(text.matchAll(FRACTION), readFraction).filter((n) => n !== null);
  const found = [...fractions];
  NUMERAL.lastIndex = 0;
  for (;;) {
    const m = NUMERAL.exec(text);
    if (!m) break;
    const [at, to] = [m.index, m.index + m[0].length];
    const numeral = fractions.some((f) => at < f.end && to > f.start) ? null : readNumeral(m);
    if (!numeral) continue;
    found.push(numeral);
    NUMERAL.lastIndex = Math.max(numeral.end, at + 1);
  }
  return sharingUnits(
    text,
    found.sort((a, b) => a.start - b.start),
  );
}

/** "425, 631 and 548 million yen": in a list the last one's scale and unit are everybody's. */
function sharingUnits(text: string, numerals: readonly Numeral[]): Numeral[] {
  const out = [...numerals];
  const scales = out.map((n) => scaleIn(text.slice(n.start, n.end)));
  for (let i = out.length - 2; i >= 0; i--) {
    const [n, next] = [out[i], out[i + 1]];
    if (!n?.bare || !next?.scaled || next.range || next.unit === 'percent') continue;
    if (!/^(?:,|,? and|,? or)\s*$/.test(text.slice(n.end, next.start).trimEnd() || ' ')) continue;
    const scale = scales[i + 1] ?? 0;
    scales[i] = scale;
    const value = n.low.times(pow10(scale));
    out[i] = {
      ...n,
      low: value,
      high: value,
      decimals: n.decimals - scale,
      unit: next.unit,
      scaled: true,
      bare: false,
    };
  }
  return out;
}

const scaleIn = (text: string): number =>
  scaleOf(/[a-z億百万千]+(?=(?: (?:yen|jpy))?$)/.exec(text.replace(/ (?:yen|jpy)$/, ''))?.[0]) ?? 0;

/** "12/31" is the end of a month, and so is any month and day behind a word that leads to a date. */
function isDay(m: RegExpExecArray): boolean {
  const [month, day] = [Number(m.groups?.n), Number(m.groups?.d)];
  if (!(month <= 12 && day <= 31)) return false;
  return (
    day >= 30 ||
    day === 28 ||
    /\b(?:on|at|by|as of|as at|dated|since|until|till)\s*$/.test(m.input.slice(0, m.index))
  );
}

function readFraction(m: RegExpExecArray): Numeral | null {
  const g = m.groups ?? {};
  if (isDay(m)) return null;
  const n = g.half || g.wa ? 1 : (COUNTS[g.wn ?? ''] ?? Number(g.n));
  const d = COUNTS[g.half ?? g.wa ?? g.wd ?? ''] ?? Number(g.d);
  if (n === 0 || d <= n) return null;
  const value = divide(decimal(n), decimal(d));
  return {
    start: m.index,
    end: m.index + m[0].length,
    low: value.times(100),
    high: value.times(100),
    unit: 'percent',
    currency: null,
    decimals: 0,
    sign: null,
    bracketed: false,
    scaled: true,
    range: false,
    bare: false,
  };
}

const scaleOf = (word: string | undefined): number | undefined => {
  const plain = word?.replace(/[ -]?(?:yen|円)$/, '').replace(/^-/, '');
  if (plain === undefined) return undefined;
  if (plain === 't') return 12;
  if (plain === 'hundred million') return 8;
  if (plain === '百万') return 6;
  if (plain === '千') return 3;
  return SCALES.find(([p]) => p.test(plain))?.[1];
};

const places = (digits: string): number =>
  digits.includes('.') ? digits.length - digits.indexOf('.') - 1 : 0;

const valueOf = (digits: string, scale: number): Decimal =>
  decimal(`0${digits.replaceAll(',', '')}`.replace(/^0+(?=\d)/, '')).times(pow10(scale));

/** "Fell 14 to 1,941" is no range: the ends of one are of a size. */
const WIDEST = 4;

/** "From 3 to 4" names two figures; "3 to 4" and "3-4" one range, whose unit stands behind the second. */
function isRange(m: RegExpExecArray): boolean {
  const g = m.groups ?? {};
  if (g.b === undefined || g.loss !== undefined) return false;
  const word = /\b(to|and)\b/.exec(g.to ?? '')?.[1];
  const before = m.input.slice(Math.max(0, m.index - 12), m.index);
  if (word === 'and') return /\bbetween\s*$/.test(before);
  if (word === 'to' && (/\b(?:from|by)\s*$/.test(before) || g.ua !== undefined)) return false;
  const [a, b] = [valueOf(g.a ?? '0', 0), valueOf(g.b, 0)];
  return a.lt(b) && b.lte(a.times(WIDEST));
}

function readNumeral(m: RegExpExecArray): Numeral | null {
  const g = m.groups ?? {};
  const range = isRange(m);
  const single = !range && g.to !== undefined;
  const text = single ? m[0].slice(0, m[0].indexOf(g.to ?? '', (g.a ?? '').length)) : m[0];
  const unitWord = single ? g.ua : (g.unit ?? g.ua);
  const lead = text.length - text.trimStart().length;
  const rest = m.input.slice(m.index + text.length);
  if (/^(?:[\p{L}\p{N}_]|[.,]\d|\/\d)/u.test(rest)) return null;
  if (/[a-z]-\d/.test(m[0]) || /-0\d/.test(m[0]) || /^-\d/.test(rest.replace(/^\s/, ''))) return null;
  const scale = scaleOf(unitWord) ?? (single && g.ua === undefined ? borrowed(g, m) : undefined);
  const closed = !single && (g.close ?? g.close2) !== undefined;
  const bracketed = g.open !== undefined && closed;
  const minus =
    (bracketed && !isAside(m)) ||
    g.loss !== undefined ||
    g.loss2 !== undefined ||
    g.sign === '-' ||
    g.sign2 === '-';
  const openLead = g.open !== undefined && !(bracketed && minus) ? text.indexOf('(') + 1 - lead : 0;
  const trail = closed && !(bracketed && minus) ? 1 : 0;
  const [low, high] = [valueOf(g.a ?? '0', scale ?? 0), valueOf((range ? g.b : g.a) ?? '0', scale ?? 0)];
  const foreign = new RegExp(`^(?:${FOREIGN})$`).test(g.cur ?? '') || (!single && g.fx !== undefined);
  const yen = (g.cur !== undefined && !foreign) || (!single && g.yen !== undefined);
  return {
    start: m.index + lead + openLead,
    end: m.index + text.length - (trail === 1 && text.endsWith(')') ? 1 : 0),
    low: minus ? high.neg() : low,
    high: minus ? low.neg() : high,
    unit: unitOf(unitWord, foreign || yen),
    currency: foreign ? 'foreign' : yen ? 'yen' : null,
    decimals: Math.max(places(g.a ?? ''), range ? places(g.b ?? '') : 0) - (scale ?? 0),
    sign: minus ? 'minus' : g.sign === '+' || g.sign2 === '+' ? 'plus' : null,
    bracketed: bracketed && !minus,
    scaled: scale !== undefined,
    range,
    bare:
      unitWord === undefined &&
      !foreign &&
      !yen &&
      !/[.,]/.test(g.a ?? '') &&
      !range &&
      !minus &&
      g.sign === undefined &&
      g.sign2 === undefined,
  };
}

/** "From 317 to 361 million": the first takes the second one's scale. */
function borrowed(g: Readonly<Record<string, string | undefined>>, m: RegExpExecArray): number | undefined {
  return /\bfrom\s*$/.test(m.input.slice(Math.max(0, m.index - 12), m.index)) ? scaleOf(g.unit) : undefined;
}

/** A bracket right behind a word or another number may hold an aside: "70.8bn (24.6%)"; behind "of" or "was" it is a minus. */
function isAside(m: RegExpExecArray): boolean {
  const before = m.input.slice(Math.max(0, m.index - 24), m.index).trimEnd();
  return /[\p{L}\d%]$/u.test(before) && !/\b(?:of|was|were|is|are|at|to|by|from|a|an|the|and)$/.test(before);
}

function unitOf(hyphened: string | undefined, currency: boolean): NumberUnit {
  if (hyphened === undefined) return currency ? 'JPY' : null;
  const word = hyphened.replace(/^-/, '');
  if (/^(?:%|percent|per cent|pct)$/.test(word)) return 'percent';
  if (/^(?:percentage[ -]points?|pts?|pp|ppts?|points?)$/.test(word)) return 'points';
  if (/^(?:x|times|fold)$/.test(word)) return 'times';
  return currency || /^(?:oku|億|百万円|千円)/.test(word) ? 'JPY' : null;
}
