import type { FactBase } from '../facts/base.ts';
import { metricOf, segmentOf } from '../facts/base.ts';
import type { Figure, Line, Part } from '../model/answer.ts';
import { CONSOLIDATED, type MetricId, type SegmentId } from '../model/fact.ts';
import { ZERO } from '../model/decimal.ts';
import type { Period } from '../model/period.ts';

/** A line from words, parts and lists of parts; words must not hold digits. */
export function line(...pieces: (string | Part | Line | null)[]): Part[] {
  return pieces.flatMap((p): Part[] => {
    if (p === null) return [];
    if (typeof p === 'string') return p === '' ? [] : [{ t: 'words', text: p }];
    return 't' in p ? [p] : [...p];
  });
}

export const label = (text: string): Part => ({ t: 'label', text });
export const longPeriod = (period: Period): Part => ({ t: 'period', period, as: 'long' });
export const shortPeriod = (period: Period): Part => ({ t: 'period', period, as: 'short' });
export const figure = (f: Figure, as: 'full' | 'plain' | 'bare' | 'signed' | 'size' = 'full'): Part => ({
  t: 'figure',
  figure: f,
  as,
});
export const typed = (text: string): Part => ({ t: 'typed', text });

/** Parts with a separator between them. */
export function joined(items: readonly Line[], between: string): Line {
  return items.flatMap((item, i) =>
    i === 0 ? [...item] : [{ t: 'words', text: between } as const, ...item],
  );
}

/** What a metric is called in a segment, with its name for a loss where the figure is one. */
export function metricLabel(base: FactBase, metric: MetricId, segment: SegmentId, value?: Figure): string {
  const m = metricOf(base, metric);
  if (
    value?.measure === 'level' &&
    typeof value.value !== 'string' &&
    value.value.lt(ZERO) &&
    m.loss !== undefined
  )
    return m.loss;
  return m.labels?.[segment] ?? m.label;
}

/** "Gross margin of Network services"; the group's own figures go without a segment. */
export function subject(base: FactBase, metric: MetricId, segment: SegmentId, value?: Figure): Line {
  const name = metricLabel(base, metric, segment, value);
  if (segment === CONSOLIDATED) return line(label(name));
  return line(label(name), ', ', label(segmentOf(base, segment).label));
}

/** Section ids in brackets. */
export function cited(f: Figure): Line {
  return line(
    ' [',
    joined(
      f.sections.map((id) => [{ t: 'section', id } as const]),
      ', ',
    ),
    ']',
  );
}
