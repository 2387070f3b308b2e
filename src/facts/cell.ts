import { type Decimal, decimal, pow10 } from '../model/decimal.ts';
import type { Unit } from '../model/fact.ts';

/** A printed cell as a value: base units, XBRL decimals and the power of ten it is printed in. */
export interface CellValue {
  value: Decimal | string;
  decimals: number;
  scale: number;
  unit: Unit;
}

const UNIT_WORDS: Readonly<Record<string, { unit: Unit; scale: number }>> = {
  'JPY billion': { unit: 'JPY', scale: 9 },
  'JPY million': { unit: 'JPY', scale: 6 },
  JPY: { unit: 'JPY', scale: 0 },
  percent: { unit: 'percent', scale: 0 },
  points: { unit: 'points', scale: 0 },
  count: { unit: 'count', scale: 0 },
  times: { unit: 'times', scale: 0 },
  date: { unit: 'date', scale: 0 },
};

export const KNOWN_UNITS = Object.keys(UNIT_WORDS);

const NUMBER =
  /^(?<sign>[+-])?(?<open>\()?(?<digits>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?<fraction>\d+))?(?<close>\))?$/;

/** Reads a cell as printed ("3,998", "(161)", "+4.9", "Feb. 2012") in a unit; null when it is neither. */
export function readCell(printed: string, unitWord: string): CellValue | null {
  const unit = UNIT_WORDS[unitWord];
  if (!unit) return null;
  if (unit.unit === 'date') {
    const date = readDate(printed);
    return date === null ? null : { value: date, decimals: 0, scale: 0, unit: 'date' };
  }
  const g = NUMBER.exec(printed)?.groups;
  if (!g || (g.open === undefined) !== (g.close === undefined)) return null;
  const fraction = g.fraction ?? '';
  const digits = (g.digits ?? '').replaceAll(',', '') + (fraction === '' ? '' : `.${fraction}`);
  const magnitude = decimal(digits).times(pow10(unit.scale));
  const negative = g.sign === '-' || g.open !== undefined;
  return {
    value: negative ? magnitude.neg() : magnitude,
    decimals: fraction.length - unit.scale,
    scale: unit.scale,
    unit: unit.unit,
  };
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const SEASONS: Readonly<Record<string, string>> = { spring: '21', summer: '22', autumn: '23', winter: '24' };
const DOTTED = /^(?<year>\d{4})\.(?<month>\d{1,2})\.(?<day>\d{1,2})$/;
const WORDED = /^(?<name>[A-Za-z]{3,})\s?\.?\s?(?:(?<day>\d{1,2}),\s?)?(?<year>\d{4})$/;

/** A printed date as ISO 8601; a season takes the month numbers 21 to 24 of ISO 8601-2 ("summer 2012" is 2012-22). */
export function readDate(printed: string): string | null {
  const g = (DOTTED.exec(printed) ?? WORDED.exec(printed))?.groups;
  if (!g) return null;
  const name = (g.name ?? '').toLowerCase();
  const season = isoSeason(Number(g.year), name);
  if (season !== null) return g.day === undefined ? season : null;
  const month = Number(g.month ?? MONTHS.findIndex((m) => m.startsWith(name)) + 1);
  return isoDate(Number(g.year), month, g.day === undefined ? null : Number(g.day));
}

/** A year and month, or a day, as ISO text; null when the calendar has no such date. */
export function isoDate(year: number, month: number, day: number | null): string | null {
  const date = new Date(Date.UTC(year, month - 1, day ?? 1));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== (day ?? 1)) return null;
  return date.toISOString().slice(0, day === null ? 7 : 10);
}

/** A season of a year as ISO 8601-2 text; null for any other word. */
export function isoSeason(year: number, name: string): string | null {
  const season = SEASONS[name];
  return season === undefined ? null : `${year}-${season}`;
}
