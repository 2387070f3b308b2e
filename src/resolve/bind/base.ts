import type { FactBase } from '../../facts/base.ts';
import { endOf, partsOf, type Period, shiftQuarters, shiftYears } from '../../model/period.ts';
import { assumed, type Base, type ChangeForm, type Item, said, type Slot } from '../../model/query.ts';
import { mentionsOf } from '../../understand/said.ts';
import { changeOf, defaultBase, fromPeriod, nameBase } from '../change.ts';
import type { At } from '../figure.ts';
import type { Frame } from '../frame.ts';
import { fit, fiscalYearEnd, settle } from '../periods.ts';

export const atOf = (item: Item): At => ({
  metric: item.metric.value,
  segment: item.segment.value,
  period: item.period.value,
  scenario: item.scenario.value,
});

/** What a change is counted from: as said, else the convention for the metric. Null when the words name no usable period. */
export function bindBase(base: FactBase, frame: Frame, item: Item): Slot<Base> | null {
  const at = atOf(item);
  if (frame.base === null) {
    const kept =
      frame.followUp && frame.previous && 'base' in frame.previous && frame.previous.base
        ? frame.previous.base.value
        : null;
    return assumed(kept ?? defaultBase(base, at, fiscalYearEnd(base.calendar)));
  }
  switch (frame.base.kind) {
    case 'yoy':
    case 'qoq':
      return said({ kind: frame.base.kind });
    case 'period': {
      const settled = settle(frame.base.said, base.calendar, base.document.date);
      if (settled.kind === 'relative')
        return said(
          settled.unit === 'year' && settled.by === -1
            ? { kind: 'yoy' }
            : settled.unit === 'quarter' && settled.by === -1
              ? { kind: 'qoq' }
              : { kind: 'period', period: shiftYears(at.period, settled.by) },
        );
      if (settled.kind !== 'period' && settled.kind !== 'month') return null;
      const period = fit(base, at.metric, settled.period) ?? settled.period;
      return said(sameEnd(base, at.period, period));
    }
  }
}

/** A named period that ends a year (a quarter) before is YoY (QoQ), also where nine months stand in for the quarter. */
function sameEnd(base: FactBase, at: Period, from: Period): Base {
  const start = base.calendar.startMonth;
  const named = nameBase(at, from);
  if (named.kind !== 'period') return named;
  const year = shiftYears(at, -1);
  if (endOf(year, start) === endOf(from, start)) return { kind: 'yoy' };
  const [own, other] = [partsOf(at), partsOf(from)];
  if (
    (own.kind === 'nine-months' || own.kind === 'quarter' || own.kind === 'half') &&
    other.kind === 'year' &&
    other.fy === own.fy - 1
  )
    return { kind: 'yoy' };
  const quarter = shiftQuarters(at, -1);
  if (quarter && endOf(quarter, start) === endOf(from, start)) return { kind: 'qoq' };
  return named;
}

/** Whether an amount, a percentage or both are wanted. */
export function formOf(frame: Frame): Slot<ChangeForm> {
  const text = frame.said.text;
  if (
    frame.sets.has('form:percent') ||
    /%|\bpercent(?:age)?\b|\bpct\b|\brate\b|\bhow fast\b|\bfaster\b|\bslower\b|\bquicker\b|\boutpac|\boutgr/i.test(
      text,
    )
  )
    return said('percent');
  if (/\bhow many\b|\bin yen\b|\bamount\b|\babsolute\b|\byen\b|\bmillions?\b|\bin money\b/i.test(text))
    return said('amount');
  return assumed('both');
}

/** "Yoy and qoq": the second comparison of the two, where the document gives it. */
export function secondBase(base: FactBase, frame: Frame, item: Item, first: Base): Base | null {
  const second = mentionsOf(frame.said, 'base')
    .map((m) => m.base)
    .find((b) => (b.kind === 'yoy' || b.kind === 'qoq') && b.kind !== first.kind);
  if (!second || (second.kind !== 'yoy' && second.kind !== 'qoq')) return null;
  const period = fromPeriod(item.period.value, second);
  return period && changeOf(base, atOf(item), period) ? second : null;
}
