import type { FactBase } from '../facts/base.ts';
import { basePeriod, metricOf } from '../facts/base.ts';
import type { Figure } from '../model/answer.ts';
import type { Decimal } from '../model/decimal.ts';
import type { Note } from '../model/document.ts';
import { CONSOLIDATED, type Fact, type SegmentId } from '../model/fact.ts';
import { noteFigures } from '../facts/note-facts.ts';
import { partsOf } from '../model/period.ts';
import type { Base, Item, Query, QueryOf } from '../model/query.ts';
import { atOf } from './bind/base.ts';
import { actualDirection } from './bind/topic.ts';
import { type Change, changeOf, fromPeriod, printedBases } from './change.ts';
import { checkClaim } from './check.ts';
import { type At, amount, averageOf, growthOf, printed, sumOf } from './figure.ts';
import { level, printedLevel } from './level.ts';
import { levels, missing } from './levels.ts';
import type { Outcome } from './outcome.ts';
import { ratio, share } from './ratio.ts';
import { operateTarget } from './target.ts';

/** Works a bound query out: every figure is a fact or computed from facts. */
export function operate(base: FactBase, query: Query): Outcome {
  switch (query.intent) {
    case 'lookup':
      return lookup(base, query);
    case 'change':
      return change(base, query);
    case 'compare':
      return compare(base, query);
    case 'trend':
      return trend(base, query);
    case 'rank':
      return rank(base, query);
    case 'ratio':
      return ratio(base, query);
    case 'share':
      return share(base, query);
    case 'aggregate':
      return aggregate(base, query);
    case 'target':
      return operateTarget(base, query);
    case 'explain':
      return explain(base, query);
    case 'define':
      return notes(base, [query.note]);
    case 'list':
      return query.metrics.length > 0 ? { kind: 'metrics' } : notes(base, query.notes);
    case 'source':
      return {
        kind: 'source',
        sections: query.sections,
        figure: query.item ? level(base, atOf(query.item)) : null,
      };
    case 'check':
      return checkClaim(base, query);
    case 'help':
      return { kind: 'refused', refusal: { code: 'chat' } };
  }
}

function lookup(base: FactBase, query: QueryOf<'lookup'>): Outcome {
  const at = atOf(query.item);
  const figure = level(base, at);
  if (!figure) return missing(query.item);
  const changes = printedBases(base, at).flatMap((from) => {
    const found = changeOf(base, at, from);
    return found ? [found] : [];
  });
  return { kind: 'lookup', figure, changes, others: cumulativeBeside(base, at, figure) };
}

/** Beside a computed quarter, the cumulative figure that the document does print. */
function cumulativeBeside(base: FactBase, at: At, figure: Figure): Figure[] {
  const { cumulative, latestQuarter } = base.calendar;
  if (figure.derivation === null || at.period !== latestQuarter) return [];
  const whole = printedLevel(base, { ...at, period: cumulative });
  return whole ? [whole] : [];
}

function change(base: FactBase, query: QueryOf<'change'>): Outcome {
  const counted = (from: Base): Change | null => {
    const period = fromPeriod(query.item.period.value, from);
    return period && changeOf(base, atOf(query.item), period);
  };
  const found = counted(query.base.value);
  const also = query.also ? counted(query.also.value) : null;
  return found ? { kind: 'change', change: found, also, form: query.form.value } : missing(query.item);
}

function compare(base: FactBase, query: QueryOf<'compare'>): Outcome {
  const figures = levels(base, query.items);
  const [a, b] = figures;
  const lost = query.items.find((i) => level(base, atOf(i)) === null);
  if (lost || !a || !b) return missing(lost ?? query.items[0] ?? query.items[1]);
  const [kindA, kindB] = [partsOf(a.period).kind, partsOf(b.period).kind];
  const two =
    figures.length === 2 && a.unit === b.unit && a.unit !== 'date' && (a.unit !== 'JPY' || kindA === kindB);
  const subject = a.metric === b.metric && a.segment === b.segment;
  const at = {
    metric: a.metric,
    segment: a.segment,
    period: a.period,
    scenario: a.scenario,
    measure: 'change' as const,
    against: b.period,
  };
  const known = subject && a.scenario === b.scenario ? changeOf(base, at, b.period) : null;
  const difference = two
    ? (known?.amount ??
      sumOf(at, [
        { sign: 1, figure: a },
        { sign: -1, figure: b },
      ]))
    : null;
  const growth =
    two && subject && a.unit !== 'percent' && amount(a).gt(0) ? (known?.percent ?? growthOf(at, b, a)) : null;
  return { kind: 'compare', figures, difference, growth };
}

function trend(base: FactBase, query: QueryOf<'trend'>): Outcome {
  const figures = levels(base, query.items);
  const [first] = figures;
  const last = figures[figures.length - 1];
  if (!first || !last) return missing(query.items[0]);
  const growth =
    first.metric === last.metric &&
    first.segment === last.segment &&
    first.unit !== 'percent' &&
    partsOf(first.period).kind === partsOf(last.period).kind &&
    amount(last).gt(0)
      ? growthOf({ ...last, measure: 'change', against: first.period }, first, last)
      : null;
  return { kind: 'trend', figures, growth };
}

/** How far each item of a ranking moved: in percent where that is asked for, else all in one unit where that can be. */
function moves(base: FactBase, query: QueryOf<'rank'>, on: Base): Figure[] {
  const changes = query.items.flatMap((item) => {
    const from = fromPeriod(item.period.value, on);
    return (from && changeOf(base, atOf(item), from)) ?? [];
  });
  if (query.form === 'percent' && changes.some((c) => c.percent !== null))
    return changes.flatMap((c) => c.percent ?? []);
  const common = (['amount', 'percent'] as const).find((unit) => changes.every((c) => c[unit] !== null));
  return changes.flatMap((c) => (common ? c[common] : (c.amount ?? c.percent)) ?? []);
}

function rank(base: FactBase, query: QueryOf<'rank'>): Outcome {
  const figures = query.by === 'level' ? levels(base, query.items) : moves(base, query, query.base.value);
  const second = query.also?.value;
  const also = second ? moves(base, query, second) : [];
  const [first] = figures;
  if (!first) return missing(query.items[0]);
  const comparable = figures.filter((f) => f.unit === first.unit);
  if (comparable.some((f) => typeof f.value === 'string'))
    return { kind: 'refused', refusal: { code: 'incomparable', metric: first.metric } };
  const bySize = query.order === 'farthest' || query.order === 'nearest';
  const key = (f: Figure): Decimal => (bySize ? amount(f).abs() : amount(f));
  const ascending = query.order === 'lowest' || query.order === 'nearest' ? 1 : -1;
  const ordered = [...comparable].sort((a, b) => key(a).cmp(key(b)) * ascending);
  return {
    kind: 'rank',
    figures: ordered.slice(0, Math.max(1, query.top)),
    all: ordered,
    also,
    order: query.order,
    by: query.by,
  };
}

function aggregate(base: FactBase, query: QueryOf<'aggregate'>): Outcome {
  const terms = levels(base, query.items);
  const [first] = terms;
  if (!first || terms.length < query.items.length)
    return missing(query.items.find((i) => level(base, atOf(i)) === null) ?? query.items[0]);
  if (terms.some((t) => t.unit !== first.unit) || first.unit === 'date')
    return { kind: 'refused', refusal: { code: 'incomparable', metric: first.metric } };
  const ratios = metricOf(base, first.metric).nature === 'ratio';
  if (ratios && query.op === 'sum')
    return { kind: 'refused', refusal: { code: 'incomparable', metric: first.metric } };
  const at = { metric: first.metric, segment: first.segment, period: first.period, scenario: first.scenario };
  const result =
    query.op === 'average'
      ? averageOf(at, terms)
      : sumOf(
          at,
          terms.map((figure, i) => ({ sign: query.op === 'difference' && i > 0 ? -1 : 1, figure })),
        );
  return {
    kind: 'aggregate',
    result,
    op: query.op,
    terms,
    missing: query.op === 'sum' ? missingParts(base, terms) : [],
  };
}

/** The parts of the group that a sum over segments leaves out, where the summed ones belong to a complete split. */
function missingParts(base: FactBase, terms: readonly Figure[]): SegmentId[] {
  const [first] = terms;
  if (!first || new Set(terms.map((t) => `${t.metric} ${t.period}`)).size > 1) return [];
  const segments = terms.map((t) => t.segment);
  const splits = base.segments.get(CONSOLIDATED)?.splits?.filter((s) => s.for.includes(first.metric)) ?? [];
  const split = splits.find((s) => segments.length > 1 && segments.every((x) => s.parts.includes(x)));
  return split ? split.parts.filter((p) => !segments.includes(p)) : [];
}

/** The period that a printed change is counted from. */
const againstOf = (f: Fact | undefined): string =>
  f?.measure === 'change' && f.base !== null ? (basePeriod(f.period, f.base) ?? '') : '';

function notesOf(base: FactBase, ids: readonly string[]): Note[] {
  return ids.flatMap((id) => base.notes.filter((n) => n.id === id));
}

function notes(base: FactBase, ids: readonly string[]): Outcome {
  const found = notesOf(base, ids);
  return {
    kind: 'notes',
    notes: found,
    figures: found
      .flatMap((n) => noteFigures(base, n))
      .flatMap((facts) => printed(facts, againstOf(facts[0])) ?? []),
  };
}

function explain(base: FactBase, query: QueryOf<'explain'>): Outcome {
  const found = notesOf(base, query.notes);
  const figures = found
    .flatMap((n) => noteFigures(base, n))
    .flatMap((facts) => printed(facts, againstOf(facts[0])) ?? []);
  const { item } = query;
  const from = item && query.base ? fromPeriod(item.period.value, query.base.value) : null;
  const moved = item && from ? changeOf(base, atOf(item), from) : null;
  const actual = item && from ? actualDirection(base, item, from) : null;
  const { direction } = query;
  const fits = direction === actual || direction === 'flat' || (item && isRevised(base, item, direction));
  const premise = direction && actual && !fits ? { asked: direction, actual } : null;
  return { kind: 'explain', notes: found, figures, premise, change: moved };
}

/** "Why was the target cut?": whether a target was moved that way, whatever the growth that it means. */
function isRevised(base: FactBase, item: Item, direction: QueryOf<'explain'>['direction']): boolean {
  if (item.scenario.value !== 'revised-target') return false;
  const at = atOf(item);
  const [now, then] = [level(base, at), level(base, { ...at, scenario: 'initial-target' })];
  const [a, b] = [now?.value, then?.value];
  if (a === undefined || b === undefined || typeof a === 'string' || typeof b === 'string') return false;
  return direction === 'up' ? a.gt(b) : a.lt(b);
}
