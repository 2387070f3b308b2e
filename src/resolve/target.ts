import type { FactBase } from '../facts/base.ts';
import type { Figure } from '../model/answer.ts';
import { shiftYears } from '../model/period.ts';
import type { QueryOf } from '../model/query.ts';
import { atOf } from './bind/base.ts';
import { changeOf, ordered } from './change.ts';
import { directionOfValue } from './check.ts';
import { amount, growthOf, quotientOf, sumOf } from './figure.ts';
import { level } from './level.ts';
import type { Outcome } from './outcome.ts';

/** Targets: level, revision, progress of the cumulative figure, what is still needed, growth over last year's actual. */
export function operateTarget(base: FactBase, query: QueryOf<'target'>): Outcome {
  const at = atOf(query.item);
  const target = level(base, at);
  const none: Outcome = {
    kind: 'refused',
    refusal: { code: 'no-target', metric: at.metric, segment: at.segment, period: at.period },
  };
  if (!target) return none;
  const revised = level(base, { ...at, scenario: 'revised-target' });
  const initial = level(base, { ...at, scenario: 'initial-target' });
  const last = { ...at, period: shiftYears(at.period, -1), scenario: 'actual' as const };
  const ever = level(base, last);
  switch (query.ask) {
    case 'level':
      return {
        kind: 'target',
        lead: target,
        others: present([revised, initial, ever]).filter((f) => f !== target),
        ask: 'level',
        direction: null,
      };
    case 'revision': {
      if (!revised || !initial) return none;
      const step = sumOf({ ...at, measure: 'change', against: 'initial-target' }, [
        { sign: 1, figure: revised },
        { sign: -1, figure: initial },
      ]);
      const rate = growthOf({ ...at, against: 'initial-target' }, initial, revised);
      const byRate = query.form === 'percent' && rate !== null;
      return {
        kind: 'target',
        lead: byRate ? rate : step,
        others: present([revised, initial, byRate ? step : rate]),
        ask: 'revision',
        direction: directionOfValue(amount(step)),
      };
    }
    case 'growth': {
      const change = changeOf(base, at, last.period);
      const [lead, other] = change ? ordered(change, query.form === 'both' ? 'percent' : query.form) : [];
      return lead
        ? {
            kind: 'target',
            lead,
            others: present([other ?? null, target, ever]),
            ask: 'growth',
            direction: directionOfValue(amount(lead)),
          }
        : none;
    }
    case 'progress':
    case 'remaining': {
      const done = level(base, { ...at, period: base.calendar.cumulative, scenario: 'actual' });
      if (!done)
        return {
          kind: 'refused',
          refusal: {
            code: 'not-printed',
            metric: at.metric,
            segment: at.segment,
            period: base.calendar.cumulative,
          },
        };
      if (query.ask === 'remaining') {
        const gap = sumOf({ ...at, measure: 'change', against: base.calendar.cumulative }, [
          { sign: 1, figure: target },
          { sign: -1, figure: done },
        ]);
        const share = quotientOf({ ...at, measure: 'share', against: at.scenario }, done, target, 'percent');
        return {
          kind: 'target',
          lead: finest(gap, done),
          others: present([target, done, share]),
          ask: 'remaining',
          direction: null,
        };
      }
      const rate = quotientOf({ ...at, measure: 'share', against: at.scenario }, done, target, 'percent');
      return rate
        ? { kind: 'target', lead: rate, others: [done, target], ask: 'progress', direction: null }
        : none;
    }
  }
}

const present = (list: readonly (Figure | null)[]): Figure[] => [...new Set(list.filter((f) => f !== null))];

/** A target is a round number: what is left of it is shown as finely as what has been reached. */
function finest(gap: Figure, done: Figure): Figure {
  const d = gap.derivation;
  if (d?.op !== 'sum' || gap.decimals >= done.decimals) return gap;
  const value = d.terms.reduce(
    (total, t) => total.plus(amount(t.figure).times(t.sign)),
    amount(gap).minus(amount(gap)),
  );
  return { ...gap, value, decimals: done.decimals, scale: done.scale };
}
