import type { FactBase } from '../../facts/base.ts';
import type { Period } from '../../model/period.ts';
import type { Item } from '../../model/query.ts';
import type { Frame } from '../frame.ts';
import type { NoteWish } from '../notes.ts';
import { settle } from '../periods.ts';
import { directionOf } from './claim.ts';
import { hasChange, hasLevel } from './common.ts';
import { bindItem } from './item.ts';

/** What notes are looked for by: the things named, the period, the comparison and the direction. */
export function wishOf(base: FactBase, frame: Frame): NoteWish {
  const { said } = frame;
  const settled = frame.items
    .map((i) => (i.period ? settle(i.period, base.calendar, base.document.date) : null))
    .find((s) => s?.kind === 'period');
  const period: Period | null = settled?.kind === 'period' ? settled.period : null;
  const baseKind =
    frame.base === null ? null : frame.base.kind === 'period' ? relative(base, frame) : frame.base.kind;
  return {
    text: said.text,
    about: frame.items
      .flatMap((i) =>
        (i.metric === null ? [null] : (base.metrics.get(i.metric)?.ambiguous ?? [i.metric])).map(
          (metric) => ({ metric, segment: i.segment }),
        ),
      )
      .filter((a) => a.metric !== null || a.segment !== null),
    period,
    base: baseKind,
    direction: directionOf(said.tags, said.text, false),
  };
}

function relative(base: FactBase, frame: Frame): 'yoy' | 'qoq' | null {
  if (frame.base?.kind !== 'period') return null;
  const settled = settle(frame.base.said, base.calendar, base.document.date);
  if (settled.kind !== 'relative') return null;
  return settled.unit === 'year' ? 'yoy' : 'qoq';
}

/** A cell for a topic if one was named; a failure to bind is no matter here. */
export function itemOf(base: FactBase, frame: Frame): Item | null {
  const [first] = frame.items;
  if (!first || (first.metric === null && first.segment === null)) return null;
  const change = bindItem(base, first, frame.scenario, hasChange(base, frame));
  if (change.ok) return change.item;
  const plain = bindItem(base, first, frame.scenario, hasLevel(base));
  return plain.ok ? plain.item : null;
}
