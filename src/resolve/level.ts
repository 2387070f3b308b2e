import { type FactBase, factsOf, metricOf, printings } from '../facts/base.ts';
import type { Figure } from '../model/answer.ts';
import type { MetricId } from '../model/fact.ts';
import { quartersOf } from '../model/period.ts';
import { type At, beforeGrowth, isApproximate, printed, quotientOf, sumOf } from './figure.ts';
import { basePeriod } from '../facts/base.ts';

/** How many identities may be chained. */
const DEPTH = 3;

type Sign = 1 | -1;
type Find = (at: At) => Figure | null;

/** A way to compute a level from others: the terms' figures, or null when one of them is missing. */
type Route = (base: FactBase, at: At, find: Find) => (Figure | null)[];

/** How many cells are remembered: anybody may ask for any period. */
const MOST_KEPT = 20_000;
const memos = new WeakMap<FactBase, Map<string, Figure | null>>();

/**
 * The level of a metric: as printed, else computed from printed figures by an identity of the vocabulary
 * (a whole from its parts, a margin from its terms, a cumulative figure from its quarters, an earlier level from a
 * printed change). A single quarter is never a difference of cumulative figures. Null when neither is possible.
 */
export function level(base: FactBase, at: At): Figure | null {
  let memo = memos.get(base);
  if (!memo) memos.set(base, (memo = new Map<string, Figure | null>()));
  const key = `${at.metric}|${at.segment}|${at.period}|${at.scenario}`;
  const kept = memo.get(key);
  if (kept !== undefined) return kept;
  const figure = printedLevel(base, at) ?? derive(base, at, DEPTH, new Set());
  if (memo.size >= MOST_KEPT) memo.clear();
  memo.set(key, figure);
  return figure;
}

/** The level as printed, every printing cited; null when the document does not print it. */
export function printedLevel(base: FactBase, at: At): Figure | null {
  const unit = metricOf(base, at.metric).unit;
  if (unit === 'text') return null;
  return printed(printings(base, { ...at, measure: 'level', against: '', unit })) ?? printedShare(base, at);
}

/** A ratio that is printed as its numerator's share of the denominator: the SG&A ratio as SG&A in percent of revenue. */
function printedShare(base: FactBase, at: At): Figure | null {
  const pair = metricOf(base, at.metric).ratio;
  if (!pair) return null;
  const [numerator, denominator] = pair;
  const share = printed(
    printings(base, { ...at, metric: numerator, measure: 'share', against: denominator, unit: 'percent' }),
  );
  return share && { ...share, metric: at.metric, measure: 'level' };
}

/** All routes to a level that do not go through its own printing, for cross-checks: best first. */
export function routesTo(base: FactBase, at: At): Figure[] {
  return candidates(base, at, DEPTH, new Set());
}

function derive(base: FactBase, at: At, depth: number, open: ReadonlySet<string>): Figure | null {
  return candidates(base, at, depth, open)[0] ?? null;
}

function candidates(base: FactBase, at: At, depth: number, open: ReadonlySet<string>): Figure[] {
  if (depth === 0) return [];
  const key = `${at.metric}|${at.segment}|${at.period}`;
  if (open.has(key)) return [];
  const inside = new Set([...open, key]);
  const find: Find = (next) =>
    inside.has(`${next.metric}|${next.segment}|${next.period}`)
      ? null
      : (printedLevel(base, next) ?? derive(base, next, depth - 1, inside));
  const routes = at.scenario !== 'actual' ? [fromRatio] : depth === DEPTH ? [...ROUTES, fromGrowth] : ROUTES;
  const found = routes.flatMap((route) => route(base, at, find)).filter((f) => f !== null);
  return found.sort(
    (a, b) =>
      Number(isApproximate(a)) - Number(isApproximate(b)) ||
      a.facts.length - b.facts.length ||
      b.decimals - a.decimals,
  );
}

const terms = (
  signs: readonly Sign[],
  figures: readonly (Figure | null)[],
): { sign: Sign; figure: Figure }[] | null => {
  const out: { sign: Sign; figure: Figure }[] = [];
  for (const [i, figure] of figures.entries()) {
    if (!figure || typeof figure.value === 'string') return null;
    out.push({ sign: signs[i] ?? 1, figure });
  }
  return out;
};

function summed(at: At, signs: readonly Sign[], figures: readonly (Figure | null)[]): Figure | null {
  const list = terms(signs, figures);
  return list && list.length > 0 ? sumOf(at, list) : null;
}

/** An earlier level is the later one less the printed change; a later one the earlier plus it. */
const fromChange: Route = (base, at) =>
  factsOf(base, at.metric, at.segment)
    .filter(
      (f) =>
        f.measure === 'change' &&
        f.scenario === 'actual' &&
        f.base !== null &&
        f.unit === metricOf(base, at.metric).unit,
    )
    .map((f) => {
      const from = basePeriod(f.period, f.base ?? '');
      const change = printed([f], from ?? '');
      if (!change || from === null) return null;
      if (from === at.period)
        return summed(at, [1, -1], [printedLevel(base, { ...at, period: f.period }), change]);
      if (f.period === at.period)
        return summed(at, [1, 1], [printedLevel(base, { ...at, period: from }), change]);
      return null;
    });

/** A whole is the sum of its parts; a part is the whole less the others. */
const fromSplits: Route = (base, at, find) => {
  const found: (Figure | null)[] = [];
  for (const whole of base.indexes.wholes.get(at.segment) ?? []) {
    for (const split of whole.splits ?? []) {
      if (!split.for.includes(at.metric)) continue;
      if (whole.id === at.segment) {
        found.push(
          summed(
            at,
            split.parts.map(() => 1),
            split.parts.map((segment) => find({ ...at, segment })),
          ),
        );
      } else if (split.parts.includes(at.segment)) {
        const others = split.parts.filter((p) => p !== at.segment);
        found.push(
          summed(
            at,
            [1, ...others.map((): Sign => -1)],
            [find({ ...at, segment: whole.id }), ...others.map((segment) => find({ ...at, segment }))],
          ),
        );
      }
    }
  }
  return found;
};

const signOf = (term: string): Sign => (term.startsWith('-') ? -1 : 1);
const nameOf = (term: string): MetricId => term.replace(/^-/, '');

/** A metric is the signed sum that the vocabulary says; each term is what the others leave. */
const fromIdentity: Route = (base, at, find) => {
  const found: (Figure | null)[] = [];
  for (const metric of base.indexes.sums.get(at.metric) ?? []) {
    const parts = metric.is;
    if (!parts) continue;
    if (metric.id === at.metric) {
      found.push(
        summed(
          at,
          parts.map(signOf),
          parts.map((t) => find({ ...at, metric: nameOf(t) })),
        ),
      );
    } else if (parts.some((t) => nameOf(t) === at.metric)) {
      const own = parts.find((t) => nameOf(t) === at.metric) ?? '';
      const others = parts.filter((t) => t !== own);
      const signs: Sign[] = [signOf(own), ...others.map((t): Sign => (signOf(t) === signOf(own) ? -1 : 1))];
      found.push(
        summed(at, signs, [
          find({ ...at, metric: metric.id }),
          ...others.map((t) => find({ ...at, metric: nameOf(t) })),
        ]),
      );
    }
  }
  return found;
};

/** A cumulative flow is the sum of its quarters, if each is printed. */
const fromQuarters: Route = (base, at) => {
  const metric = metricOf(base, at.metric);
  const quarters = quartersOf(at.period);
  if (metric.nature !== 'flow' || quarters.length < 2) return [];
  return [
    summed(
      at,
      quarters.map(() => 1),
      quarters.map((period) => printedLevel(base, { ...at, period })),
    ),
  ];
};

/** A ratio is its numerator over its denominator. */
const fromRatio: Route = (base, at, find) => {
  const pair = metricOf(base, at.metric).ratio;
  if (!pair) return [];
  const [numerator, denominator] = pair.map((metric) => find({ ...at, metric }));
  if (!numerator || !denominator) return [];
  return [
    quotientOf(
      at,
      numerator,
      denominator,
      metricOf(base, at.metric).unit === 'percent' ? 'percent' : 'times',
    ),
  ];
};

/** Whether rounding leaves a figure uncertain by less than one in two hundred. */
const isClose = (f: Figure): boolean => typeof f.value !== 'string' && f.error.times(200).lte(f.value.abs());

/** The last resort, never an input of another computation: the level before a printed growth rate; approximate. */
const fromGrowth: Route = (base, at) =>
  factsOf(base, at.metric, at.segment)
    .filter(
      (f) =>
        f.measure === 'change' &&
        f.unit === 'percent' &&
        f.scenario === 'actual' &&
        f.base !== null &&
        basePeriod(f.period, f.base) === at.period,
    )
    .map((f) => {
      const later = printedLevel(base, { ...at, period: f.period });
      const growth = printed([f], at.period);
      const before = later && growth ? beforeGrowth(at, later, growth) : null;
      return before && isClose(before) ? before : null;
    });

const ROUTES: readonly Route[] = [fromChange, fromSplits, fromIdentity, fromQuarters, fromRatio];
