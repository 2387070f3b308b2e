import { type FactBase, factsOfSegment } from '../../facts/base.ts';
import { CONSOLIDATED } from '../../model/fact.ts';
import type { Item } from '../../model/query.ts';
import type { Frame, FrameItem } from '../frame.ts';
import { hasLevel } from './common.ts';
import { bindItem } from './item.ts';

/** All that is printed of a segment for the period asked, or the cumulative one. */
export function figuresOf(base: FactBase, frame: Frame): Item[] {
  const item = frame.items.find((i) => i.segment !== null && i.metric === null);
  if (!item?.segment) return [];
  const metrics = [
    ...new Set(
      factsOfSegment(base, item.segment)
        .filter((f) => f.measure === 'level')
        .map((f) => f.metric),
    ),
  ];
  const period = item.period ?? { type: 'fixed' as const, period: base.calendar.cumulative };
  return metrics.flatMap((metric) => {
    const bound = bindItem(base, { ...item, metric, period }, null, hasLevel(base));
    return bound.ok ? [bound.item] : [];
  });
}

/** What a named figure is made of: the terms of its identity, the parts of its segment, the lines of its statement. */
export function partsOf(base: FactBase, frame: Frame): Item[] {
  return frame.items.slice(0, 1).flatMap((item): Item[] => {
    if (item.metric === null) return [];
    if (frame.sets.has('split')) return splitOf(base, item);
    const statement = base.document.lost.find((l) => l.metric === item.metric && l.statement === 'true');
    const terms =
      statement?.instead ?? base.metrics.get(item.metric)?.is?.filter((t) => !t.startsWith('-')) ?? [];
    return terms.length > 1
      ? boundOf(
          base,
          terms.map((t) => ({ ...item, metric: t.split(' ')[0] ?? t })),
        )
      : splitOf(base, item);
  });
}

/** A figure by the parts of its segment, or of the group: of several ways to split it, the one of which the most is known. */
function splitOf(base: FactBase, item: FrameItem): Item[] {
  const whole = base.segments.get(item.segment ?? CONSOLIDATED);
  const ways = (whole?.splits ?? [])
    .filter((s) => s.for.includes(item.metric ?? ''))
    .map((s) =>
      boundOf(
        base,
        s.parts.map((segment) => ({ ...item, segment })),
      ),
    );
  return ways.reduce<Item[]>((best, way) => (way.length > best.length ? way : best), []);
}

/** Those of the items that have a level for the period asked, and not for another one that stands in for it. */
function boundOf(base: FactBase, wanted: readonly FrameItem[]): Item[] {
  return wanted.flatMap((w) => {
    const bound = bindItem(base, w, null, hasLevel(base));
    return bound.ok && bound.caveats.length === 0 ? [bound.item] : [];
  });
}
