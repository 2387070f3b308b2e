import type { Fact } from '../../model/fact.ts';
import { intervalOf, meet } from '../interval.ts';
import type { Problem } from '../problem.ts';
import type { DataCheck } from './check.ts';
import { subject } from './tie.ts';

/** A figure printed twice is the same figure: the finest printing rounds to the coarser ones. */
export const printingsAgree: DataCheck = {
  name: 'printings-agree',
  description: 'all printings of a cell agree within the rounding of each',
  check: (base) =>
    [...base.cells.values()].flatMap((list) => {
      const [finest, ...others] = list;
      return finest
        ? others.filter((other) => !agree(finest, other)).map((o) => disagreement(finest, o))
        : [];
    }),
};

function agree(a: Fact, b: Fact): boolean {
  if (typeof a.value === 'string' || typeof b.value === 'string') return a.value === b.value;
  if (a.bound !== b.bound) return true;
  if (a.decimals === b.decimals) return a.value.eq(b.value);
  const [x, y] = [intervalOf({ ...a, bound: 'exact' }), intervalOf({ ...b, bound: 'exact' })];
  return x !== null && y !== null && meet(x, y);
}

function disagreement(finest: Fact, other: Fact): Problem {
  const { file, line } = finest.origin;
  return {
    ...other.origin,
    what: `${subject(other)} is printed "${other.printed}" here and "${finest.printed}" at ${file}:${line}`,
    expected: 'the finer printing to round to the coarser',
    remedy: 'Hold both against the document; mend the cell, or a coordinate of it',
  };
}
