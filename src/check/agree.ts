import type { FactBase } from '../facts/base.ts';
import type { Figure } from '../model/answer.ts';
import { type Decimal, decimal, halfUnit, pow10, roundTo } from '../model/decimal.ts';
import { numberOf } from '../resolve/figure.ts';
import type { Draft } from './claim.ts';

/** How well a number agrees with a figure's size: to all its digits, or once the figure is rounded to them. */
export type Agreement = 'exact' | 'rounds' | null;

const TWO_PERCENT = decimal('0.02');
/** "Almost" reaches this far below a number, "over" this far above it; further off, the words mislead. */
const ALMOST = decimal('0.9');
const OVER = decimal(2);

/** A claimed number without sign at one scale. */
interface Size {
  low: Decimal;
  high: Decimal;
  decimals: number;
}

/** The sizes that a claimed number can mean for a figure: a bare number leaves "million" or "billion" unsaid. */
function sizesFor(draft: Draft, figure: Figure): Size[] {
  const n = draft.numeral;
  if (!n) return [];
  const [a, b] = [n.low.abs(), n.high.abs()];
  const [low, high] = a.lt(b) ? [a, b] : [b, a];
  const bare = n.unit === null && !n.scaled && figure.unit === 'JPY';
  const scales = !bare ? [0] : draft.scale !== null ? [draft.scale] : [...new Set([figure.scale, 6, 9, 0])];
  return scales.map((s) => ({
    low: low.times(pow10(s)),
    high: high.times(pow10(s)),
    decimals: n.decimals - s,
  }));
}

/** Whether number and figure are of one unit; a bare number fits amounts and counts. */
export function unitFits(draft: Draft, figure: Figure): boolean {
  const n = draft.numeral;
  if (!n || n.currency === 'foreign') return false;
  switch (n.unit) {
    case 'percent':
      return figure.unit === 'percent';
    case 'points':
      return figure.unit === 'points';
    case 'times':
      return figure.unit === 'times';
    case 'JPY':
      return figure.unit === 'JPY';
    case null:
      return figure.unit === 'JPY' || (figure.unit === 'count' && n.currency === null);
  }
}

/** How a claimed number agrees with a figure's size, whatever its sign. */
export function sizeAgrees(base: FactBase, draft: Draft, figure: Figure): Agreement {
  const value = numberOf(figure)?.abs();
  if (!value || !unitFits(draft, figure)) return null;
  if (value.eq(0) && draft.numeral?.low.eq(0) !== true) return null;
  const found = sizesFor(draft, figure).map((size) => sizeAt(base, draft, size, figure, value));
  return found.includes('exact') ? 'exact' : found.includes('rounds') ? 'rounds' : null;
}

function sizeAt(base: FactBase, draft: Draft, size: Size, figure: Figure, value: Decimal): Agreement {
  const { low, high, decimals } = size;
  const { hedge } = draft;
  const atLeast = figure.bound === 'over';
  if (draft.numeral?.range === true) return value.gte(low) && value.lte(high) ? 'rounds' : null;
  switch (hedge) {
    case 'over':
      if (atLeast && value.eq(low)) return 'exact';
      return value.gt(low) && value.lte(low.times(OVER)) ? 'rounds' : null;
    case 'at-least':
      return value.gte(low) && value.lte(low.times(OVER)) ? 'rounds' : null;
    case 'under':
      return !atLeast && value.lt(low) && value.times(OVER).gte(low) ? 'rounds' : null;
    case 'at-most':
      return !atLeast && value.lte(low) && value.times(OVER).gte(low) ? 'rounds' : null;
    case 'almost':
      return value.lte(low) && value.gte(low.times(ALMOST)) ? 'rounds' : null;
    case 'about':
      return (
        same(base, low, decimals, figure, value) ??
        (value.minus(low).abs().lte(value.times(TWO_PERCENT)) || roundTo(value, zeros(low, decimals)).eq(low)
          ? 'rounds'
          : null)
      );
    case 'exact':
      return same(base, low, decimals, figure, value);
  }
}

/** The place of the last digit that is not zero: 400 is good to hundreds where "about" stands before it. */
function zeros(value: Decimal, decimals: number): number {
  let d = decimals;
  while (!value.eq(0) && roundTo(value, d - 1).eq(value)) d--;
  return d;
}

/** Equal as printed anywhere, or once rounded to the claim's digits; a computed figure only as far as its inputs bear it. */
function same(base: FactBase, low: Decimal, decimals: number, figure: Figure, value: Decimal): Agreement {
  const atLeast = figure.bound === 'over';
  if (!atLeast && (value.eq(low) || printingsOf(base, figure).some((v) => v.eq(low)))) return 'exact';
  if (value.eq(low)) return 'rounds';
  if (decimals < figure.decimals && roundTo(value, decimals).eq(low)) return 'rounds';
  if (figure.derivation === null || decimals < figure.decimals) return null;
  return value.minus(low).abs().lte(halfUnit(figure.decimals)) ? 'rounds' : null;
}

const byId = new WeakMap<FactBase, ReadonlyMap<string, Decimal>>();

/** The sizes of all printings of a printed figure: 3,998 million in one section, 4.0 billion in another. */
function printingsOf(base: FactBase, figure: Figure): Decimal[] {
  if (figure.derivation !== null) return [];
  let values = byId.get(base);
  if (!values) {
    values = new Map(base.facts.flatMap((f) => (typeof f.value === 'string' ? [] : [[f.id, f.value.abs()]])));
    byId.set(base, values);
  }
  return figure.facts.flatMap((id) => values.get(id) ?? []);
}

/** The number cut off, not rounded, at the claim's digits: 70.752 as 70.7. */
export function isTruncated(draft: Draft, figure: Figure): boolean {
  const value = numberOf(figure)?.abs();
  if (!value || !unitFits(draft, figure)) return false;
  return sizesFor(draft, figure).some(({ low, decimals }) => {
    const places = Math.min(
      decimals,
      zeros(low, decimals) < decimals && decimals === 0 ? zeros(low, decimals) : decimals,
    );
    if (places >= figure.decimals) return false;
    const unit = pow10(-places);
    return low.lte(value) && low.plus(unit).gt(value) && !roundTo(value, places).eq(low);
  });
}

const POWERS = [3, 6, 9, -3, -6, -9] as const;

/** The same digits with another scale word: million for billion. */
export function isScaled(base: FactBase, draft: Draft, figure: Figure): boolean {
  const n = draft.numeral;
  if (!n || figure.unit !== 'JPY' || !unitFits(draft, figure) || numberOf(figure)?.eq(0) === true)
    return false;
  return POWERS.some((p) => {
    const moved = {
      ...n,
      low: n.low.times(pow10(p)),
      high: n.high.times(pow10(p)),
      decimals: n.decimals - p,
    };
    return (
      sizeAgrees(base, { ...draft, hedge: 'exact', numeral: { ...moved, scaled: true } }, figure) !== null
    );
  });
}
