import type { FactBase } from '../facts/base.ts';
import type { Figure } from '../model/answer.ts';
import { type Decimal, decimal, halfUnit, pow10, roundTo } from '../model/decimal.ts';
import type { Claim, ClaimedNumber, Direction, QueryOf } from '../model/query.ts';
import { atOf } from './bind/base.ts';
import { type Change, changeOf, fromPeriod, ordered } from './change.ts';
import { amount } from './figure.ts';
import { level } from './level.ts';
import type { Outcome } from './outcome.ts';

/** Whether a statement holds: its direction against the printed change, its number against the figure it speaks of. */
export function checkClaim(base: FactBase, query: QueryOf<'check'>): Outcome {
  const at = atOf(query.item);
  const { claim } = query;
  const current = level(base, at);
  if (claim.date) return checkDate(claim, claim.date, current);
  if (query.item.scenario.value !== 'actual' && query.base === null) return checkTarget(base, query, current);
  const from = query.base ? fromPeriod(at.period, query.base.value) : null;
  const change = from ? changeOf(base, at, from) : null;
  if (claim.turned) return checkTurn(claim, current, change?.before ?? null);
  const moved = change?.amount ?? change?.percent ?? null;
  const actual = moved ? directionOfValue(amount(moved)) : null;
  const known = unique([change?.percent, change?.amount, current, change?.before]);
  const numbers = claim.numbers.map((n) => numberMatch(n, claim, candidates(n, claim, known)));
  const direction = claim.direction === null || actual === null ? null : claim.direction === actual;
  const figures = unique([...numbers.map((n) => n?.figure), ...known]);
  if (figures.length === 0)
    return { kind: 'refused', refusal: { code: 'no-base', metric: at.metric, segment: at.segment } };
  const verdict = verdictOf(
    claim,
    numbers.map((n) => n?.holds ?? null),
    direction,
  );
  const lead = claim.numbers.length > 0 || !change ? [] : leadOf(change);
  return { kind: 'check', holds: verdict, figures: unique([...lead, ...figures]), revised: null };
}

/** Whether a sign is there now and was another one before: open where it is there and nobody prints what was before. */
function checkTurn(claim: Claim, current: Figure | null, before: Figure | null): Outcome {
  const up = claim.numbers.every((n) => n.bound === 'over');
  const has = (f: Figure | null): boolean | null =>
    f && typeof f.value !== 'string' ? (up ? f.value.gt(0) : f.value.lt(0)) : null;
  const [now, then] = [has(current), has(before)];
  const turned = now === null ? null : now && (then === null ? null : !then);
  return {
    kind: 'check',
    holds: turned === null ? null : turned !== claim.negated,
    figures: unique([current, before]),
    revised: null,
    already: now && then ? (up ? 'positive' : 'negative') : undefined,
  };
}

/** Whether an event falls on the date that is claimed: open where the document is vaguer than the claim. */
function checkDate(claim: Claim, date: NonNullable<Claim['date']>, current: Figure | null): Outcome {
  if (typeof current?.value !== 'string')
    return { kind: 'check', holds: null, figures: unique([current]), revised: null };
  const [year, month, day] = current.value.split('-').map(Number);
  const fits = (date.year === null || date.year === year) && date.month === month;
  const same = date.day === null || !fits ? fits : day === undefined ? null : day === date.day;
  return {
    kind: 'check',
    holds: same === null ? null : same !== claim.negated,
    figures: [current],
    revised: null,
  };
}

/** A threshold is set for the level, or for the change where a movement is claimed; any other number may be any of the figures. */
function candidates(n: ClaimedNumber, claim: Claim, known: readonly Figure[]): Figure[] {
  if (n.bound !== 'over' && n.bound !== 'under') return [...known];
  const changes =
    claim.direction !== null ||
    (n.valueUnit === 'percent' && known.every((f) => f.measure === 'change' || f.unit !== 'percent'));
  return known.filter((f) => (f.measure === 'change') === changes);
}

/** Yes only if every number and the direction hold; open where a number fits no figure or nothing was claimed. */
function verdictOf(
  claim: Claim,
  numbers: readonly (boolean | null)[],
  direction: boolean | null,
): boolean | null {
  const parts = [...numbers, ...(claim.direction === null ? [] : [direction])];
  if (parts.length === 0) return null;
  const all = parts.includes(false) ? false : parts.includes(null) ? null : true;
  return all === null ? null : all !== claim.negated;
}

const unique = (list: readonly (Figure | null | undefined)[]): Figure[] => [
  ...new Set(list.filter((f): f is Figure => f !== null && f !== undefined)),
];

/** The change that a claimed direction is held against: what is printed first, the percentage where both are. */
const leadOf = (change: Change): Figure[] => {
  const both = change.amount?.derivation === null && change.percent?.derivation === null;
  return ordered(change, both ? 'percent' : 'both');
};

export function directionOfValue(value: Decimal): Direction {
  return value.gt(0) ? 'up' : value.lt(0) ? 'down' : 'flat';
}

/** The figure that a claimed number speaks of, by unit and size, and whether it agrees. */
function numberMatch(
  claim: ClaimedNumber,
  whole: Claim,
  figures: readonly Figure[],
): { holds: boolean; figure: Figure } | null {
  const value = decimal(claim.value);
  const fitting = figures.filter((f) => typeof f.value !== 'string' && unitFits(claim, f));
  const agreeing = fitting.find((f) => agrees(claim, value, amount(f), f) && signFits(whole, value, f));
  if (agreeing) return { holds: true, figure: agreeing };
  const [nearest] = [...fitting].sort((a, b) => distance(value, amount(a)).cmp(distance(value, amount(b))));
  const open = nearest?.bound === 'over' && claim.bound === 'exact' && value.abs().eq(amount(nearest).abs());
  return nearest && !open ? { holds: false, figure: nearest } : null;
}

const distance = (a: Decimal, b: Decimal): Decimal => a.abs().minus(b.abs()).abs();

/** A loss is not a profit of the same size, unless a loss or a fall is spoken of. */
function signFits(whole: Claim, value: Decimal, f: Figure): boolean {
  return f.measure === 'change' || whole.unsigned || value.lte(0) || amount(f).gte(0);
}

function unitFits(claim: ClaimedNumber, f: Figure): boolean {
  switch (claim.valueUnit) {
    case 'percent':
      return f.unit === 'percent';
    case 'points':
      return f.unit === 'points';
    case 'times':
      return f.unit === 'times';
    case 'JPY':
      return f.unit === 'JPY';
    case null:
      return f.unit === 'JPY' || f.unit === 'count';
  }
}

/** Equal at the precision of the coarser of the two, in size; a bare number may leave "million" or "billion" unsaid. */
function agrees(claim: ClaimedNumber, value: Decimal, actual: Decimal, f: Figure): boolean {
  const scales = claim.valueUnit === null && f.unit === 'JPY' && value.abs().lt(pow10(6)) ? [6, 9, 0] : [0];
  return scales.some((s) => {
    const claimed = value.times(pow10(s));
    if (claimed.eq(0))
      return claim.bound === 'over' ? actual.gt(0) : claim.bound === 'under' ? actual.lt(0) : actual.eq(0);
    const decimals = Math.min(claim.decimals - s, f.decimals);
    if (claim.bound === 'over')
      return f.bound === 'over' ? actual.abs().gte(claimed.abs()) : actual.abs().gt(claimed.abs());
    if (claim.bound === 'under') return f.bound === 'over' ? false : actual.abs().lt(claimed.abs());
    if (f.bound === 'over') return false;
    const rounded = roundTo(actual.abs(), decimals);
    if (rounded.eq(roundTo(claimed.abs(), decimals))) return true;
    return (
      claim.bound === 'about' &&
      actual
        .abs()
        .minus(claimed.abs())
        .abs()
        .lte(
          halfUnit(claim.decimals - s)
            .times(10)
            .plus(actual.abs().div(50)),
        )
    );
  });
}

/** Statements on a target: unchanged, raised, cut, or of a certain size. */
function checkTarget(base: FactBase, query: QueryOf<'check'>, current: Figure | null): Outcome {
  const at = atOf(query.item);
  const [revised, initial] = [
    level(base, { ...at, scenario: 'revised-target' }),
    level(base, { ...at, scenario: 'initial-target' }),
  ];
  const { claim } = query;
  const figures = unique([current, revised, initial]);
  if (!revised || !initial) return { kind: 'check', holds: null, figures, revised: null };
  const actual = directionOfValue(amount(revised).minus(amount(initial)));
  const numbers = claim.numbers.map((n) => numberMatch(n, claim, [current ?? revised])?.holds ?? null);
  const direction = claim.direction === null ? null : claim.direction === actual;
  return {
    kind: 'check',
    holds: verdictOf(claim, numbers, direction),
    figures: unique([current, revised, initial]),
    revised: actual,
  };
}
