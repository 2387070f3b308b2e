import type { Fact } from '../../model/fact.ts';
import type { FactBase } from '../base.ts';
import { intervalOf, meet } from '../interval.ts';
import { roundTo } from '../../model/decimal.ts';
import { cellsOf, everyPrinting } from './cells.ts';
import type { Printed } from './expression.ts';
import type { Identity, Verdict } from './identity.ts';

/** A figure that is printed twice: each other printing against the finest. */
export function printingIdentities(base: FactBase): Identity[] {
  return cellsOf(base).flatMap((cell) => {
    const [finest, ...others] = everyPrinting(base, cell);
    if (!finest) return [];
    const printed = (fact: Fact): Printed => ({ op: 'printed', cell, fact, facts: [fact] });
    return others
      .filter((other) => other.bound === finest.bound)
      .map((other) => ({
        kind: 'printing',
        target: printed(other),
        how: 'the finest printing',
        from: printed(finest),
        value: finest.value,
        range: intervalOf(finest),
        verdict: agreement(finest, other),
        why: null,
      }));
  });
}

/** Printings of one precision have the same digits; of a finer and a coarser one, the finer rounds to the coarser. */
function agreement(finest: Fact, other: Fact): Verdict {
  if (typeof finest.value === 'string' || typeof other.value === 'string')
    return finest.value === other.value ? 'exact' : 'no';
  if (roundTo(finest.value, other.decimals).eq(other.value)) return 'exact';
  const [x, y] = [intervalOf({ ...finest, bound: 'exact' }), intervalOf({ ...other, bound: 'exact' })];
  return finest.decimals !== other.decimals && x && y && meet(x, y) ? 'rounding' : 'no';
}
