import type { FactBase } from '../facts/base.ts';
import { comparePeriods, isQuarter, partsOf, shiftQuarters, shiftYears } from '../model/period.ts';
import type { Item } from '../model/query.ts';
import { type Frame, namesInitial } from './frame.ts';
import { settle } from './periods.ts';

/** "And in the previous one?": one quarter, or one year, before the period of the turn before. */
export function withOneBefore(frame: Frame, old: Item | undefined): Frame {
  if (!old) return frame;
  const at = old.period.value;
  const before = (isQuarter(at) ? shiftQuarters(at, -1) : null) ?? shiftYears(at, -1);
  return {
    ...frame,
    items: frame.items.map((i) =>
      i.period?.type === 'same' && i.period.one === true
        ? { ...i, period: { type: 'fixed', period: before } }
        : i,
    ),
  };
}

/** "What was it last year?" after a target: a year before the target's own has actual figures, unless a target is spoken of. */
export function pastActual(base: FactBase, frame: Frame, old: Item | undefined): Frame {
  const [first] = frame.items;
  if (!old || old.scenario.value === 'actual' || frame.scenario !== null || !first?.period) return frame;
  const plain = (frame.intent === 'lookup' || frame.intent === 'target') && frame.base === null;
  if (!plain || namesInitial(frame.said.text)) return frame;
  const settled = settle(first.period, base.calendar, base.document.date);
  const period =
    settled.kind === 'relative' && settled.unit === 'year'
      ? shiftYears(old.period.value, settled.by)
      : settled.kind === 'period'
        ? settled.period
        : null;
  const { startMonth } = base.calendar;
  const past =
    period !== null &&
    partsOf(period).kind === 'year' &&
    comparePeriods(period, old.period.value, startMonth) < 0;
  return past ? { ...frame, scenario: 'actual' } : frame;
}
