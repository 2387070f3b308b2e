import { type FactBase, factsOf } from '../facts/base.ts';
import type { Figure } from '../model/answer.ts';
import type { Item, QueryOf } from '../model/query.ts';
import { atOf } from './bind/base.ts';
import { printed, quotientOf, sumOf } from './figure.ts';
import { level } from './level.ts';
import { levels, missing } from './levels.ts';
import type { Outcome } from './outcome.ts';

/** One figure divided by another, or the ratio that is printed. */
export function ratio(base: FactBase, query: QueryOf<'ratio'>): Outcome {
  const date = dateIn(base, [query.numerator, ...query.denominator]);
  if (date) return date;
  const numerator = level(base, atOf(query.numerator));
  const denominator = totalOf(base, query.denominator);
  if (!numerator) return missing(query.numerator);
  if (!denominator) return missing(query.denominator[0] ?? query.numerator);
  if (numerator.unit === 'date' || denominator.unit === 'date')
    return { kind: 'refused', refusal: { code: 'incomparable', metric: numerator.metric } };
  const at = atOf(query.numerator);
  const named = query.as === 'percent' ? printedRatio(base, query) : null;
  const computed = quotientOf(
    { ...at, measure: 'share', against: query.denominator[0]?.metric.value ?? '' },
    numerator,
    denominator,
    query.as,
  );
  const found = named ?? computed;
  return found ? { kind: 'ratio', ratio: found, parts: [numerator, denominator] } : missing(query.numerator);
}

/** A date divides nothing and is no part of anything. */
function dateIn(base: FactBase, items: readonly Item[]): Outcome | null {
  const date = levels(base, items).find((f) => typeof f.value === 'string');
  return date ? { kind: 'refused', refusal: { code: 'incomparable', metric: date.metric } } : null;
}

/** One level, or the sum of several: "of recurring plus one-time revenue". */
function totalOf(base: FactBase, items: readonly Item[]): Figure | null {
  const [only, ...more] = levels(base, items);
  if (!only || more.length + 1 < items.length) return null;
  return more.length === 0
    ? only
    : sumOf(
        only,
        [only, ...more].map((figure) => ({ sign: 1, figure })),
      );
}

/** A ratio that the document prints under its own name, or as a percentage of revenue. */
function printedRatio(base: FactBase, query: QueryOf<'ratio'>): Figure | null {
  const n = query.numerator;
  const [d, ...more] = query.denominator;
  if (!d || more.length > 0 || n.segment.value !== d.segment.value) return null;
  const at = atOf(n);
  const share = printed(
    factsOf(base, at.metric, at.segment).filter(
      (f) => f.period === at.period && f.measure === 'share' && f.base === d.metric.value,
    ),
    d.metric.value,
  );
  if (share) return share;
  const margin = base.indexes.ratios.get(`${n.metric.value} ${d.metric.value}`)?.[0];
  const figure = margin ? level(base, { ...at, metric: margin.id }) : null;
  return figure?.derivation === null ? figure : null;
}

/** What part of a whole a segment's figure is. */
export function share(base: FactBase, query: QueryOf<'share'>): Outcome {
  const date = dateIn(base, [query.part, ...query.whole]);
  if (date) return date;
  const part = level(base, atOf(query.part));
  const whole = totalOf(base, query.whole);
  if (!part) return missing(query.part);
  if (!whole) return missing(query.whole[0] ?? query.part);
  const found = quotientOf(
    { ...atOf(query.part), measure: 'share', against: query.whole[0]?.segment.value ?? '' },
    part,
    whole,
    'percent',
  );
  return found ? { kind: 'ratio', ratio: found, parts: [part, whole] } : missing(query.part);
}
