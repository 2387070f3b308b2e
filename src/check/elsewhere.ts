import { type FactBase, factsOf } from '../facts/base.ts';
import type { Figure } from '../model/answer.ts';
import { decimal, pow10 } from '../model/decimal.ts';
import type { Cause } from '../model/claim.ts';
import type { Fact } from '../model/fact.ts';
import { changeOf } from '../resolve/change.ts';
import { type At, numberOf, printed } from '../resolve/figure.ts';
import { level } from '../resolve/level.ts';
import { sizeAgrees } from './agree.ts';
import type { Draft } from './claim.ts';
import { basesOf, expectedFor, present } from './expected.ts';

export interface Elsewhere {
  cause: Cause;
  figure: Figure;
}

/**
 * What a claimed number is right for, near the cell that was claimed: another comparison, period, segment, row or unit.
 * Where the cell has no figure at all (`known` false), only its other periods and comparisons count as near.
 */
export function elsewhere(
  base: FactBase,
  draft: Draft,
  at: At,
  cells: readonly At[],
  known: boolean,
): Elsewhere | null {
  const exact: Draft = draft.numeral?.range === true ? draft : { ...draft, hedge: 'exact' };
  const first = (cause: Cause, figures: readonly Figure[], wary = true): Elsewhere | null => {
    const hits = figures.filter((f) => sizeAgrees(base, exact, f) !== null && (!wary || tells(exact)));
    const hit = hits.find((f) => signsAgree(exact, f));
    if (hit) return { cause, figure: hit };
    const [opposite] = hits;
    return opposite ? { cause: known ? cause : 'sign', figure: opposite } : null;
  };
  const nearby =
    pointsFor(base, exact, at) ??
    first('comparison', comparisons(base, draft, at), false) ??
    first('row', targets(base, draft, at)) ??
    first('period', periods(base, draft, at, cells)) ??
    unitFor(base, exact, at);
  if (nearby || !known || draft.numeral?.range === true) return nearby;
  return first('segment', segments(base, draft, at)) ?? first('row', rows(base, draft, at));
}

/** One digit tells nothing: too many figures have it. */
function tells(draft: Draft): boolean {
  const n = draft.numeral;
  if (n === null) return false;
  return n.low.abs().times(pow10(n.decimals)).gte(10);
}

function signsAgree(draft: Draft, figure: Figure): boolean {
  const value = numberOf(figure);
  if (!value) return true;
  if (draft.kind === 'level') return draft.numeral?.bracketed === true || isLoss(draft) === value.lt(0);
  if (draft.movement === null) return true;
  return draft.movement.to === 'flat' || (draft.movement.to === 'up') === value.gt(0);
}

const isLoss = (draft: Draft): boolean => draft.subject?.loss === true || draft.numeral?.low.lt(0) === true;

/** Percent for points, and the other way round. */
function pointsFor(base: FactBase, draft: Draft, at: At): Elsewhere | null {
  const n = draft.numeral;
  if (!n || draft.kind !== 'change' || (n.unit !== 'percent' && n.unit !== 'points')) return null;
  const unit = n.unit === 'percent' ? 'points' : 'percent';
  const swapped: Draft = { ...draft, numeral: { ...n, unit } };
  const ids = [
    at.metric,
    ...[...base.metrics.values()].flatMap((m) =>
      m.ratio?.[0] === at.metric ? [m.id] : m.ratio && m.id === at.metric ? [m.ratio[0]] : [],
    ),
  ];
  for (const metric of ids) {
    for (const from of basesOf(base, draft.base, { ...at, metric })) {
      const move = changeOf(base, { ...at, metric }, from);
      const figure = present([move?.amount, move?.percent]).find(
        (f) => sizeAgrees(base, swapped, f) !== null,
      );
      if (figure) return { cause: 'points', figure };
    }
  }
  return null;
}

/** The same digits in another unit: "up 237%" for JPY 237 million, dollars for yen. */
function unitFor(base: FactBase, draft: Draft, at: At): Elsewhere | null {
  const n = draft.numeral;
  if (!n) return null;
  if (n.currency === 'foreign') {
    const yen: Draft = { ...draft, numeral: { ...n, currency: 'yen' } };
    const figure = expectedFor(base, yen, at).find((f) => sizeAgrees(base, yen, f) !== null);
    return figure ? { cause: 'unit', figure } : null;
  }
  const bare: Draft = { ...draft, numeral: { ...n, unit: null, currency: null, scaled: false } };
  const others = basesOf(base, draft.base, at).flatMap((from) => {
    const move = changeOf(base, at, from);
    return present([move?.amount, move?.percent]);
  });
  const figure = [...others, ...present([level(base, at)])].find((f) => {
    const shown = numberOf(f)?.abs();
    if (!shown || f.unit === n.unit) return false;
    if (n.unit === null || n.unit === 'JPY') return f.unit === 'percent' && shown.eq(digitsOf(draft));
    return f.unit !== 'percent' && f.unit !== 'points' && sizeAgrees(base, bare, f) === 'exact';
  });
  return figure ? { cause: 'unit', figure } : null;
}

/** The number as its digits say, without its scale word. */
function digitsOf(draft: Draft): ReturnType<typeof decimal> {
  const n = draft.numeral;
  if (!n) return decimal(0);
  const places = [0, 6, 9, 3].find((s) => n.scaled === s > 0 && n.low.abs().lt(decimal(10 ** (s + 6)))) ?? 0;
  return n.low.abs().div(decimal(10 ** places));
}

function comparisons(base: FactBase, draft: Draft, at: At): Figure[] {
  if (draft.kind !== 'change') return [];
  return basesOf(base, null, at).flatMap((from) => {
    const move = changeOf(base, at, from);
    return present([move?.amount, move?.percent]);
  });
}

/** The other target of the same year. */
function targets(base: FactBase, draft: Draft, at: At): Figure[] {
  if (at.scenario === 'actual' || draft.kind === 'change') return [];
  return present(
    (['initial-target', 'revised-target', 'actual'] as const).map((scenario) =>
      level(base, { ...at, scenario }),
    ),
  );
}

const wanted = (draft: Draft, f: Fact): boolean =>
  draft.kind === 'change' ? f.measure === 'change' : f.measure === 'level';

function periods(base: FactBase, draft: Draft, at: At, cells: readonly At[]): Figure[] {
  const subjects = new Map(cells.map((c) => [`${c.metric} ${c.segment}`, c]));
  return [...subjects.values()].flatMap((c) => {
    const facts = factsOf(base, c.metric, c.segment).filter(
      (f) => wanted(draft, f) && f.period !== at.period,
    );
    const stated = facts.flatMap((f) => present([printed([f], f.base ?? '')]));
    const derived =
      draft.kind === 'level'
        ? [base.calendar.cumulative, base.calendar.latestQuarter].map((period) =>
            level(base, { ...c, period, scenario: 'actual' }),
          )
        : [];
    return present([...stated, ...derived]);
  });
}

function segments(base: FactBase, draft: Draft, at: At): Figure[] {
  return [...base.segments.keys()].flatMap((segment) =>
    segment === at.segment || !base.subjects.has(`${at.metric} ${segment}`)
      ? []
      : expectedFor(base, draft, { ...at, segment }),
  );
}

/** Figures of the same segment and period in other rows. */
function rows(base: FactBase, draft: Draft, at: At): Figure[] {
  return [...base.metrics.values()].flatMap((m) =>
    m.id === at.metric ||
    m.printed === 'none' ||
    m.unit === 'text' ||
    !base.subjects.has(`${m.id} ${at.segment}`)
      ? []
      : expectedFor(base, draft, { ...at, metric: m.id }),
  );
}
