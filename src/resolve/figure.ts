import type { Derivation, Figure } from '../model/answer.ts';
import { type Decimal, decimal, divide, halfUnit, pow10, roundTo, ZERO } from '../model/decimal.ts';
import type { Fact } from '../model/fact.ts';
import type { Period } from '../model/period.ts';

/** A printed figure; `printings` are those of one cell, the finest first, and all are cited. */
export function printed(printings: readonly Fact[], against = ''): Figure | null {
  const [fact] = printings;
  if (!fact) return null;
  return {
    metric: fact.metric,
    segment: fact.segment,
    period: fact.period,
    scenario: fact.scenario,
    measure: fact.measure,
    against,
    value: fact.value,
    unit: fact.unit,
    decimals: fact.decimals,
    scale: fact.scale,
    bound: fact.bound,
    printed: fact.printed,
    sections: unique(printings.flatMap((f) => f.sections)),
    derivation: null,
    error: fact.unit === 'count' || fact.unit === 'date' ? ZERO : halfUnit(fact.decimals),
    facts: printings.map((f) => f.id),
  };
}

export const unique = <T>(list: readonly T[]): T[] => [...new Set(list)];

/** A figure's value as a number; null for a date. */
export const numberOf = (f: Figure): Decimal | null => (typeof f.value === 'string' ? null : f.value);

/** The number of a figure known to be one. Throws RangeError for a date. */
export function amount(f: Figure): Decimal {
  const value = numberOf(f);
  if (value === null) throw new RangeError(`${f.metric} is a date, not an amount`);
  return value;
}

type Coordinates = Pick<Figure, 'metric' | 'segment' | 'period' | 'scenario'> &
  Partial<Pick<Figure, 'measure' | 'against'>>;

interface Shape {
  value: Decimal;
  unit: Figure['unit'];
  decimals: number;
  scale: number;
  error: Decimal;
}

function derived(at: Coordinates, shape: Shape, derivation: Derivation, inputs: readonly Figure[]): Figure {
  const value = roundTo(shape.value, shape.decimals);
  return {
    measure: 'level',
    against: '',
    ...at,
    ...shape,
    value,
    bound: 'exact',
    printed: '',
    sections: unique(inputs.flatMap((f) => f.sections)),
    derivation,
    facts: unique(inputs.flatMap((f) => f.facts)),
  };
}

/** The figure printed least finely: a result is written the way it is. */
function coarsestOf(figures: readonly Figure[]): { scale: number } {
  return figures.reduce<{ scale: number; decimals: number }>((c, f) => (f.decimals < c.decimals ? f : c), {
    scale: figures[0]?.scale ?? 0,
    decimals: figures[0]?.decimals ?? 0,
  });
}

/** The signed sum of figures of one unit, kept to the last place of the coarsest. */
export function sumOf(at: Coordinates, terms: readonly { sign: 1 | -1; figure: Figure }[]): Figure {
  const figures = terms.map((t) => t.figure);
  const value = terms.reduce((total, t) => total.plus(amount(t.figure).times(t.sign)), ZERO);
  const shape: Shape = {
    value,
    unit:
      figures[0]?.unit === 'percent' && terms.some((t) => t.sign < 0)
        ? 'points'
        : (figures[0]?.unit ?? 'JPY'),
    decimals: Math.min(...figures.map((f) => f.decimals)),
    scale: coarsestOf(figures).scale,
    error: figures.reduce((total, f) => total.plus(f.error), ZERO),
  };
  return derived(at, shape, { op: 'sum', terms }, figures);
}

/** The mean of figures of one unit, kept to the last place of the coarsest. */
export function averageOf(at: Coordinates, figures: readonly Figure[]): Figure {
  const count = decimal(figures.length);
  const total = figures.reduce((sum, f) => sum.plus(amount(f)), ZERO);
  const exact = divide(total, count);
  const coarsest = Math.min(...figures.map((f) => f.decimals));
  const shape: Shape = {
    value: exact,
    unit: figures[0]?.unit ?? 'JPY',
    decimals: coarsest,
    scale: Math.min(...figures.map((f) => f.scale)),
    error: divide(
      figures.reduce((sum, f) => sum.plus(f.error), ZERO),
      count,
    ),
  };
  return derived(
    at,
    shape,
    { op: 'average', terms: figures.map((figure) => ({ sign: 1, figure })) },
    figures,
  );
}

/** Relative error bound of a quotient, to first order. */
function quotientError(value: Decimal, a: Figure, b: Figure): Decimal {
  const part = (f: Figure): Decimal => (amount(f).eq(ZERO) ? ZERO : divide(f.error, amount(f).abs()));
  return value.abs().times(part(a).plus(part(b)));
}

/** One figure divided by another: percent to one decimal, times to two, yen to the digit that the inputs bear. */
export function quotientOf(
  at: Coordinates,
  numerator: Figure,
  denominator: Figure,
  as: 'percent' | 'times' | 'per',
): Figure | null {
  if (amount(denominator).eq(ZERO)) return null;
  const raw = divide(amount(numerator), amount(denominator));
  const value = as === 'percent' ? raw.times(100) : raw;
  const money = as === 'per' && numerator.unit === 'JPY';
  const shape: Shape = {
    value,
    unit: as === 'percent' ? 'percent' : money ? 'JPY' : as === 'per' ? numerator.unit : 'times',
    decimals: as === 'percent' ? 1 : money ? -3 : 2,
    scale: money && value.abs().gte(pow10(6)) ? 6 : 0,
    error: quotientError(value, numerator, denominator),
  };
  return derived(at, shape, { op: 'quotient', numerator, denominator, percent: as === 'percent' }, [
    numerator,
    denominator,
  ]);
}

/** Growth in percent from one level to another; null when the earlier one is zero or a loss. */
export function growthOf(at: Coordinates, from: Figure, to: Figure): Figure | null {
  if (amount(from).lte(ZERO)) return null;
  const ratio = divide(amount(to), amount(from));
  const value = ratio.minus(1).times(100);
  const shape: Shape = {
    value,
    unit: 'percent',
    decimals: 1,
    scale: 0,
    error: quotientError(ratio.times(100), to, from),
  };
  return derived({ ...at, measure: 'change' }, shape, { op: 'growth', from, to }, [to, from]);
}

/** The earlier level that a later one and its printed growth imply; the growth's rounding makes it approximate. */
export function beforeGrowth(at: Coordinates, level: Figure, growth: Figure): Figure | null {
  const factor = amount(growth).div(100).plus(1);
  if (factor.lte(ZERO)) return null;
  const value = divide(amount(level), factor);
  const error = divide(value.abs().times(growth.error), factor.times(100)).plus(divide(level.error, factor));
  const shape: Shape = { value, unit: level.unit, decimals: level.decimals, scale: level.scale, error };
  return derived(at, shape, { op: 'before-growth', level, growth }, [level, growth]);
}

/** Whether a figure was reached only through a rounded growth rate. */
export function isApproximate(f: Figure): boolean {
  const d = f.derivation;
  if (d === null) return false;
  switch (d.op) {
    case 'before-growth':
      return true;
    case 'sum':
    case 'average':
      return d.terms.some((t) => isApproximate(t.figure));
    case 'quotient':
      return isApproximate(d.numerator) || isApproximate(d.denominator);
    case 'growth':
      return isApproximate(d.from) || isApproximate(d.to);
  }
}

/** A cell's coordinates, as levels and changes are looked up by. */
export interface At {
  metric: string;
  segment: string;
  period: Period;
  scenario: Figure['scenario'];
}
