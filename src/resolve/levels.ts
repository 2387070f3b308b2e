import type { FactBase } from '../facts/base.ts';
import type { Figure } from '../model/answer.ts';
import type { Item } from '../model/query.ts';
import { atOf } from './bind/base.ts';
import { level } from './level.ts';
import type { Outcome } from './outcome.ts';

/** The levels of cells, in order; cells without one are left out. */
export function levels(base: FactBase, items: readonly Item[]): Figure[] {
  return items.flatMap((i) => {
    const figure = level(base, atOf(i));
    return figure ? [figure] : [];
  });
}

/** No answer because a cell is not there. */
export function missing(item: Item | undefined): Outcome {
  if (!item) return { kind: 'refused', refusal: { code: 'not-understood' } };
  const { metric, segment, period } = atOf(item);
  return { kind: 'refused', refusal: { code: 'not-printed', metric, segment, period } };
}
