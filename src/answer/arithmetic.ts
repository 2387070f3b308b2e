import type { FactBase } from '../facts/base.ts';
import type { Figure, Line } from '../model/answer.ts';
import { roundToward, ZERO } from '../model/decimal.ts';
import { isApproximate } from '../resolve/figure.ts';
import { figure, joined, label, line, metricLabel, shortPeriod } from './parts.ts';
import { segmentOf } from '../facts/base.ts';
import { CONSOLIDATED } from '../model/fact.ts';

/** A term of a computation: its figure and what it is. */
function term(base: FactBase, f: Figure, lead: Figure): Line {
  const names: Line[] = [];
  if (f.metric !== lead.metric || f.measure !== lead.measure)
    names.push(line(label(f.measure === 'change' ? 'change' : metricLabel(base, f.metric, f.segment))));
  const apart = f.segment !== lead.segment || f.measure !== lead.measure;
  if (apart && f.segment !== CONSOLIDATED) names.push(line(label(segmentOf(base, f.segment).label)));
  if (f.period !== lead.period) names.push(line(shortPeriod(f.period)));
  if (f.scenario !== lead.scenario || f.scenario !== 'actual') names.push(line(f.scenario.replace('-', ' ')));
  const value =
    typeof f.value !== 'string' && f.value.lt(ZERO)
      ? line('(', figure(f, 'plain'), ')')
      : line(figure(f, 'plain'));
  return line(value, names.length > 0 ? line(' (', joined(names, ', '), ')') : null);
}

/** How a figure was computed, from printed figures all the way: "20,761 + 2,422 + 361". Null for a printed one. */
export function arithmetic(base: FactBase, f: Figure): Line | null {
  const d = f.derivation;
  if (d === null) return null;
  switch (d.op) {
    case 'sum':
      return line(
        ...[...d.terms]
          .sort((a, b) => b.sign - a.sign)
          .flatMap((t, i) => [
            t.sign < 0 ? (i === 0 ? '-' : ' - ') : i === 0 ? '' : ' + ',
            term(base, t.figure, f),
          ]),
      );
    case 'average':
      return line(
        '(',
        joined(
          d.terms.map((t) => term(base, t.figure, f)),
          ' + ',
        ),
        ') / ',
        { t: 'ordinal', n: d.terms.length },
      );
    case 'quotient':
      return line(term(base, d.numerator, f), ' / ', term(base, d.denominator, f));
    case 'growth':
      return line(term(base, d.to, f), ' against ', term(base, d.from, f));
    case 'before-growth':
      return line(term(base, d.level, f), ' before growth of ', figure(d.growth, 'full'));
  }
}

/** Every computed figure inside a figure, the outermost first. */
export function computedIn(f: Figure): Figure[] {
  const d = f.derivation;
  if (d === null) return [];
  const inner =
    d.op === 'sum' || d.op === 'average'
      ? d.terms.map((t) => t.figure)
      : d.op === 'quotient'
        ? [d.numerator, d.denominator]
        : d.op === 'growth'
          ? [d.to, d.from]
          : [d.level, d.growth];
  return [f, ...inner.flatMap(computedIn)];
}

/** The range that the inputs' rounding leaves, when it is wider than the last digit shown; null otherwise. */
export function rangeNote(f: Figure): Line | null {
  if (f.derivation === null || typeof f.value === 'string' || f.error.eq(ZERO)) return null;
  const low: Figure = {
    ...f,
    value: roundToward(f.value.minus(f.error), f.decimals, 'down'),
    derivation: null,
  };
  const high: Figure = {
    ...f,
    value: roundToward(f.value.plus(f.error), f.decimals, 'up'),
    derivation: null,
  };
  const step = f.decimals >= 0 ? f.error.times(`1e${f.decimals}`) : f.error.div(`1e${-f.decimals}`);
  if (step.lt(0.5)) return null;
  return line(
    isApproximate(f)
      ? 'Approximate, since a growth rate is printed to one decimal only: '
      : 'The inputs are rounded, so the exact figure lies between ',
    isApproximate(f) ? 'between ' : '',
    figure(low),
    ' and ',
    figure(high),
  );
}
