import type { Figure } from '../../src/model/answer.ts';
import { type Decimal, divide, roundTo, ZERO } from '../../src/model/decimal.ts';
import { CONSOLIDATED, type Scenario } from '../../src/model/fact.ts';
import { period } from '../../src/model/period.ts';
import type { At } from '../../src/resolve/figure.ts';

/** A cell in words: "revenue atm 3Q11", "cash consolidated 2011-12-31", "revenue consolidated FY2011 revised-target". */
export function cell(text: string): At {
  const [metric = '', segment = CONSOLIDATED, ...rest] = text.split(' ');
  const last = rest.at(-1) ?? '';
  const scenario = /target|plan/.test(last) ? (rest.pop() as Scenario) : 'actual';
  return { metric, segment, period: period(rest.join(' ')), scenario };
}

/** A figure's number. */
export function numberIn(f: Figure): Decimal {
  if (typeof f.value === 'string') throw new Error(`${f.metric} is a date`);
  return f.value;
}

/** The figures that a computed one was made of. */
export function inputsOf(f: Figure): readonly Figure[] {
  const d = f.derivation;
  switch (d?.op) {
    case undefined:
      return [];
    case 'sum':
    case 'average':
      return d.terms.map((t) => t.figure);
    case 'quotient':
      return [d.numerator, d.denominator];
    case 'growth':
      return [d.from, d.to];
    case 'before-growth':
      return [d.level, d.growth];
  }
}

/** A figure and everything it was computed from. */
export const withInputs = (f: Figure): Figure[] => [f, ...inputsOf(f).flatMap(withInputs)];

/** The value that a computed figure's derivation gives, worked out anew; null for a printed one. */
export function recomputed(f: Figure): Decimal | null {
  const d = f.derivation;
  if (d === null) return null;
  const exact = (): Decimal => {
    switch (d.op) {
      case 'sum':
        return d.terms.reduce((sum, t) => sum.plus(numberIn(t.figure).times(t.sign)), ZERO);
      case 'average':
        return divide(
          d.terms.reduce((sum, t) => sum.plus(numberIn(t.figure)), ZERO),
          ZERO.plus(d.terms.length),
        );
      case 'quotient':
        return divide(numberIn(d.numerator), numberIn(d.denominator)).times(d.percent ? 100 : 1);
      case 'growth':
        return divide(numberIn(d.to), numberIn(d.from)).minus(1).times(100);
      case 'before-growth':
        return divide(numberIn(d.level), numberIn(d.growth).div(100).plus(1));
    }
  };
  return roundTo(exact(), f.decimals);
}
