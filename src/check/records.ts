import { type FactBase, factsOf } from '../facts/base.ts';
import { partsOf } from '../model/period.ts';
import { type At, numberOf, printed } from '../resolve/figure.ts';
import { level } from '../resolve/level.ts';
import type { Draft } from './claim.ts';
import type { Judged } from './verdict.ts';

/** A document of one period can refute a record, by a better figure that it prints, and can't prove one. */
export function recordVerdict(base: FactBase, draft: Draft, cells: readonly At[]): Judged {
  const none: Judged = {
    verdict: 'absent',
    at: cells[0] ?? null,
    figure: null,
    grave: false,
    cause: null,
    instead: null,
  };
  const at = cells.find((c) => level(base, c) !== null);
  const now = at && level(base, at);
  const value = now && numberOf(now);
  if (!at || !value) return none;
  const kind = partsOf(at.period).kind;
  const beaten = factsOf(base, at.metric, at.segment).find(
    (f) =>
      f.measure === 'level' &&
      f.scenario === at.scenario &&
      partsOf(f.period).kind === kind &&
      typeof f.value !== 'string' &&
      (draft.movement?.to === 'down' ? f.value.lt(value) : f.value.gt(value)),
  );
  return beaten
    ? { ...none, at, figure: now, verdict: 'differs', cause: 'period', instead: printed([beaten]) }
    : { ...none, at, figure: now };
}
