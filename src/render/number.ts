import type { Figure } from '../model/answer.ts';
import { type Decimal, grouped, pow10, ZERO } from '../model/decimal.ts';
import type { OutputUnit } from '../model/query.ts';

const SCALES: Readonly<Record<OutputUnit, { scale: number; word: string }>> = {
  yen: { scale: 0, word: 'yen' },
  thousand: { scale: 3, word: 'thousand yen' },
  million: { scale: 6, word: 'million yen' },
  oku: { scale: 8, word: 'oku yen' },
  billion: { scale: 9, word: 'billion yen' },
  trillion: { scale: 12, word: 'trillion yen' },
};

const SEASONS: Readonly<Record<string, string>> = {
  '21': 'spring',
  '22': 'summer',
  '23': 'autumn',
  '24': 'winter',
};
const MONTHS = [
  '',
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** An ISO date in words: "2012-02" is February 2012, "2012-22" summer 2012. */
export function dateText(iso: string): string {
  const [year = '', month = '', day] = iso.split('-');
  const season = SEASONS[month];
  if (season !== undefined) return `${season} ${year}`;
  const name = MONTHS[Number(month)] ?? month;
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

/** How a figure is written: full with its unit, plain without the plus of a change, signed for changes ("+4.9%"), or its size without sign. */
export function figureText(
  f: Figure,
  as: 'full' | 'plain' | 'bare' | 'signed' | 'size',
  unit: OutputUnit | null,
): string {
  if (typeof f.value === 'string') return dateText(f.value);
  const value = as === 'size' ? f.value.abs() : f.value;
  const sign =
    (as === 'signed' || f.measure === 'change') && as !== 'size' && as !== 'plain' && value.gt(ZERO)
      ? '+'
      : '';
  const over = f.bound === 'over' ? 'over ' : '';
  const digits = digitsOf(f, value, unit);
  const body = `${over}${sign}${digits}`;
  if (as === 'bare') return body;
  switch (f.unit) {
    case 'JPY':
      return unit === null
        ? `JPY ${body}${f.scale === 9 ? ' billion' : f.scale === 6 ? ' million' : ''}`
        : `${body} ${SCALES[unit].word}`;
    case 'percent':
      return `${body}%`;
    case 'points':
      return `${body} points`;
    case 'times':
      return `${body} times`;
    case 'count':
    case 'date':
      return body;
  }
}

/** What the digits of a figure count, as a column's heading: "JPY million", "%". */
export function unitText(f: Pick<Figure, 'unit' | 'scale'>, unit: OutputUnit | null): string {
  switch (f.unit) {
    case 'JPY':
      return unit === null
        ? `JPY${f.scale === 9 ? ' billion' : f.scale === 6 ? ' million' : ''}`
        : SCALES[unit].word;
    case 'percent':
      return '%';
    case 'points':
      return 'points';
    case 'times':
      return 'times';
    case 'count':
      return 'number';
    case 'date':
      return 'date';
  }
}

/** The number that a figure's digits spell, in the unit in which they are shown; null for a date. */
export function shownNumber(f: Figure, unit: OutputUnit | null): number | null {
  if (typeof f.value === 'string') return null;
  if (f.unit !== 'JPY') return f.value.toNumber();
  return f.value.div(pow10(unit === null ? f.scale : SCALES[unit].scale)).toNumber();
}

function digitsOf(f: Figure, value: Decimal, unit: OutputUnit | null): string {
  if (f.unit !== 'JPY') return grouped(value, Math.max(0, f.decimals));
  const scale = unit === null ? f.scale : SCALES[unit].scale;
  return grouped(value.div(pow10(scale)), Math.max(0, f.decimals + scale));
}
