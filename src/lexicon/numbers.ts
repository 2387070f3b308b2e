import { type Decimal, decimal, pow10 } from '../model/decimal.ts';

export type NumberUnit = 'JPY' | 'percent' | 'points' | 'times' | null;

/** A number as somebody wrote it. `value` in base units, negative for losses marked by sign, brackets or triangle; `decimals` is XBRL's. */
export interface NumberMatch {
  start: number;
  end: number;
  value: Decimal;
  unit: NumberUnit;
  decimals: number;
  /** An amount with a scale word or a currency ("4bn"), so that it can't be a count of people. */
  scaled: boolean;
}

export const SCALES: readonly (readonly [RegExp, number])[] = [
  [/^(?:trillions?|tn|trn)$/, 12],
  [/^(?:billions?|bn|bln|bil|b)$/, 9],
  [/^(?:oku|oku-?yen|億|億円)$/, 8],
  [/^(?:millions?|mn|mln|mil|mm|m)$/, 6],
  [/^(?:thousands?|k)$/, 3],
];

const CURRENCY = '(?:jpy|¥|yen)';
const NUMBER =
  `(?<open>\\()?(?<loss>△|▲)?\\s?(?:(?<sign>[+-])(?=\\S))?(?<cur>${CURRENCY})?\\s?(?<sign2>[+-])?(?<digits>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)` +
  `(?<close>\\))?(?:\\s?(?<unit>%|percentage points?|percent|pct|pts?|pp|points?|ppt|x|times|trillions?|tn|trn|billions?|bn|bln|bil|b|oku(?:[ -]?yen)?|億円?|millions?|mn|mln|mil|mm|m|thousands?|k)(?![a-z0-9]))?(?<close2>\\))?(?:\\s?(?<yen>yen|jpy|円)(?![a-z]))?`;
const PATTERN = new RegExp(`(?<![\\w.,])${NUMBER}`, 'g');

/** Every number in a text, never through binary floating point; dates and periods are the caller's to remove first. */
export function findNumbers(text: string): NumberMatch[] {
  const found: NumberMatch[] = [];
  for (const match of text.toLowerCase().matchAll(PATTERN)) {
    const number = readNumber(match);
    if (number) found.push(number);
  }
  return found;
}

function readNumber(match: RegExpExecArray): NumberMatch | null {
  const g = match.groups ?? {};
  const digits = (g.digits ?? '').replaceAll(',', '');
  const end = match.index + match[0].length;
  const after = match.input.slice(end);
  if (/^(?:[a-z0-9]|\/\d)/i.test(after) || /\d\/$/.test(match.input.slice(0, match.index))) return null;
  const bracketed = g.open !== undefined && (g.close ?? g.close2) !== undefined;
  const negative = bracketed || g.loss !== undefined || g.sign === '-' || g.sign2 === '-';
  const unitWord = g.unit?.replace(/[ -]?yen$/, '');
  const scale = unitWord === undefined ? undefined : SCALES.find(([p]) => p.test(unitWord))?.[1];
  const magnitude = decimal(digits).times(pow10(scale ?? 0));
  const places = digits.includes('.') ? digits.length - digits.indexOf('.') - 1 : 0;
  return {
    start: match.index + (match[0].length - match[0].trimStart().length),
    end,
    value: negative ? magnitude.neg() : magnitude,
    unit: unitOf(g.unit, g.cur ?? g.yen),
    decimals: places - (scale ?? 0),
    scaled: scale !== undefined || g.cur !== undefined || g.yen !== undefined,
  };
}

function unitOf(word: string | undefined, currency: string | undefined): NumberUnit {
  if (word === undefined) return currency === undefined ? null : 'JPY';
  if (/^(%|percent|pct)$/.test(word)) return 'percent';
  if (/^(percentage points?|pts?|pp|ppt|points?)$/.test(word)) return 'points';
  if (/^(x|times)$/.test(word)) return 'times';
  return currency !== undefined || /^(oku|億)/.test(word) ? 'JPY' : null;
}
