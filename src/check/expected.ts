import { type FactBase, metricOf } from '../facts/base.ts';
import type { Figure } from '../model/answer.ts';
import { type Period, shiftQuarters, shiftYears } from '../model/period.ts';
import { type Change, changeOf, defaultBase, fromPeriod } from '../resolve/change.ts';
import { type At, growthOf, isApproximate, numberOf, quotientOf, sumOf } from '../resolve/figure.ts';
import { level } from '../resolve/level.ts';
import { fit, fiscalYearEnd, settle } from '../resolve/periods.ts';
import type { BaseSaid } from '../understand/said.ts';
import type { Draft } from './claim.ts';
import type { Subject } from './subjects.ts';

/** What the document has for a claim about a cell, the likeliest first. */
export function expectedFor(base: FactBase, draft: Draft, at: At): Figure[] {
  switch (draft.kind) {
    case 'level':
      return present([level(base, at)]);
    case 'from':
      return present(
        at.scenario === 'initial-target'
          ? [level(base, at)]
          : basesOf(base, draft.base, at).map((from) => level(base, { ...at, period: from })),
      );
    case 'change':
      return changesOf(base, draft, at);
    case 'share':
      return sharesOf(base, draft, at);
    case 'multiple':
      return basesOf(base, draft.base, at).flatMap((from) => {
        const [after, before] = [level(base, at), level(base, { ...at, period: from })];
        const usable = after && before && !isApproximate(before);
        return usable
          ? present([quotientOf({ ...at, measure: 'change', against: from }, after, before, 'times')])
          : [];
      });
    case 'progress': {
      const done = level(base, { ...at, period: base.calendar.cumulative, scenario: 'actual' });
      const target = level(base, at);
      return at.scenario !== 'actual' && done && target
        ? present([quotientOf({ ...at, measure: 'share', against: at.scenario }, done, target, 'percent')])
        : [];
    }
    case 'movement':
      return movesOf(base, draft, at).flatMap((m) => present([m.amount ?? m.percent]));
  }
}

export const present = (list: readonly (Figure | null | undefined)[]): Figure[] => [
  ...new Set(list.filter((f): f is Figure => f !== null && f !== undefined)),
];

/** The periods that a change may be counted from: as said, else the convention and then what else there is. */
export function basesOf(base: FactBase, said: BaseSaid | null, at: At): Period[] {
  const yearEnd = fiscalYearEnd(base.calendar);
  if (said === null) {
    const listed = [
      fromPeriod(at.period, defaultBase(base, at, yearEnd)),
      shiftYears(at.period, -1),
      shiftQuarters(at.period, -1),
      fit(base, at.metric, yearEnd),
    ];
    return [...new Set(listed.filter((p): p is Period => p !== null && p !== at.period))];
  }
  const found =
    said.kind === 'period' ? namedBase(base, said, at) : fromPeriod(at.period, { kind: said.kind });
  return found === null ? [] : [found];
}

function namedBase(base: FactBase, said: Extract<BaseSaid, { kind: 'period' }>, at: At): Period | null {
  const settled = settle(said.said, base.calendar, base.document.date);
  switch (settled.kind) {
    case 'relative':
      return settled.unit === 'year'
        ? shiftYears(at.period, settled.by)
        : shiftQuarters(at.period, settled.by);
    case 'period':
    case 'month':
      return fit(base, at.metric, settled.period) ?? settled.period;
    case 'series':
    case 'unsupported':
      return null;
  }
}

/** The changes of a cell on each base; of a target also its revision. */
export function movesOf(base: FactBase, draft: Draft, at: At): Change[] {
  const moves = basesOf(base, draft.base, at).flatMap((from) => changeOf(base, at, from) ?? []);
  const revised = at.scenario === 'revised-target' ? revision(base, at) : null;
  return revised && draft.base === null ? [revised, ...moves] : moves;
}

/** What a revision changed: the revised target against the first one. */
function revision(base: FactBase, at: At): Change | null {
  const [before, after] = [level(base, { ...at, scenario: 'initial-target' }), level(base, at)];
  if (!before || !after) return null;
  const place = { ...at, measure: 'change' as const, against: 'initial-target' };
  return {
    from: at.period,
    amount: sumOf(place, [
      { sign: 1, figure: after },
      { sign: -1, figure: before },
    ]),
    percent: growthOf(place, before, after),
    before,
    after,
  };
}

function changesOf(base: FactBase, draft: Draft, at: At): Figure[] {
  const unit = draft.numeral?.unit ?? null;
  const isRatio = metricOf(base, at.metric).unit === 'percent';
  return movesOf(base, draft, at).flatMap((move) => {
    if (unit === 'percent')
      return isRatio ? [] : present([move.percent, computed(base, at, move, 'percent')]);
    return present([move.amount, computed(base, at, move, 'amount')]);
  });
}

/** The change worked out from the levels, beside the printed one from which rounding may part it. */
function computed(base: FactBase, at: At, move: Change, form: 'amount' | 'percent'): Figure | null {
  const { before, after } = move;
  if (!before || !after || isApproximate(before) || isApproximate(after)) return null;
  if (numberOf(before) === null || numberOf(after) === null) return null;
  const place = { ...at, measure: 'change' as const, against: move.from };
  if (form === 'amount')
    return sumOf(place, [
      { sign: 1, figure: after },
      { sign: -1, figure: before },
    ]);
  return metricOf(base, at.metric).unit === 'percent' ? null : growthOf(place, before, after);
}

function sharesOf(base: FactBase, draft: Draft, at: At): Figure[] {
  if (draft.whole === null) return present([level(base, at)]).filter((f) => f.unit === 'percent');
  return wholesOf(base, draft.whole, at).flatMap((whole) => {
    const ratio = [...base.metrics.values()].find(
      (m) => m.ratio?.[0] === at.metric && m.ratio[1] === whole.metric,
    );
    const printed = ratio && whole.segment === at.segment ? level(base, { ...at, metric: ratio.id }) : null;
    const [part, of] = [level(base, at), level(base, whole)];
    const worked =
      part && of && part !== of
        ? quotientOf({ ...at, measure: 'share', against: whole.metric }, part, of, 'percent')
        : null;
    return present([printed, worked]);
  });
}

function wholesOf(base: FactBase, whole: Subject, at: At): At[] {
  const metrics = whole.metrics.length > 0 ? whole.metrics : [at.metric];
  const segments =
    whole.segment !== null
      ? [whole.segment]
      : metrics.includes(at.metric)
        ? ['consolidated']
        : [at.segment, 'consolidated'];
  return metrics.flatMap((metric) =>
    segments.flatMap((segment): At[] => {
      const period = fit(base, metric, at.period) ?? at.period;
      return base.metrics.has(metric) ? [{ ...at, metric, segment, period }] : [];
    }),
  );
}
