import { type FactBase, metricOf } from '../../facts/base.ts';
import { CONSOLIDATED } from '../../model/fact.ts';
import type { Frame } from '../frame.ts';
import type { Bound } from '../outcome.ts';
import { type Again, refused } from './common.ts';
import { bindItem } from './item.ts';

const IN_PERCENT =
  /\b(?:in|as|into) (?:an? )?(?:%|(?:percent(?:age)?s?|pct)\b)(?! ?(?:points?|of|pts|change|growth))|\bwhat (?:percent(?:age)?|pct) (?:is|are|was|were)\b|%(?= ?(?:[?.!]|$|[1-4]q|q[1-4]|9m|fy|for\b|in\b))/i;

/** Whether a figure itself is wanted in percent, and not how much it moved. */
export const asksPercent = (frame: Frame): boolean =>
  IN_PERCENT.test(frame.said.text) &&
  frame.items.length === 1 &&
  frame.base === null &&
  !(frame.followUp && frame.previous?.intent === 'change') &&
  !['Rise', 'Fall', 'Change', 'Share', 'Target'].some((t) => frame.said.tags.has(t)) &&
  !frame.said.mentions.some((m) => m.kind === 'number');

/**
 * "Operating income in %": the ratio of it that has a name, or the part's share of the whole; another unit than asked is
 * never given. Null where no percentage of an amount is asked for.
 */
export function bindPercent(base: FactBase, frame: Frame, again: Again): Bound | null {
  const [item] = frame.items;
  if (!item || !asksPercent(frame)) return null;
  const bound = bindItem(base, item, frame.scenario, () => true);
  const metric = bound.ok ? bound.item.metric.value : item.metric;
  if (metric === null || metricOf(base, metric).ambiguous || metricOf(base, metric).unit === 'percent')
    return null;
  const ratios = [...base.metrics.values()].filter((m) => m.unit === 'percent' && m.ratio?.[0] === metric);
  const ratio = ratios.find((m) => base.metrics.get(m.ratio?.[1] ?? '')?.role === 'whole') ?? ratios[0];
  if (ratio) return again({ ...frame, items: [{ ...item, metric: ratio.id }] }, 'lookup');
  const isPart = (base.indexes.wholes.get(item.segment ?? '') ?? []).some(
    (w) =>
      w.id === CONSOLIDATED &&
      w.splits?.some((s) => s.for.includes(metric) && s.parts.includes(item.segment ?? '')),
  );
  return isPart ? again(frame, 'share') : refused({ code: 'restriction', words: ['percent'] });
}
