import type { FactBase } from '../facts/base.ts';
import { type Item, itemsIn, type Query } from '../model/query.ts';
import { operate } from './operate.ts';

/** The words that point at what a ranking put first: its period, or the thing itself. */
const POINTS_AT_TIME =
  /\b(?:in|for|of|at|during|over|on)? ?that (?:very |same )?(?:quarter|qtr|period|year|date|time|point)\b|\bthen\b|\bthe (?:quarter|year) (?:before|after|earlier|later)\b|\ba (?:quarter|year) (?:earlier|before)\b/i;
const POINTS_AT_THING =
  /\bthat (?:segment|business|service|one|category|line|item|metric|company|unit)(?:'s)?\b|\b(?:its?|their|the winner)\b/i;

/** What the first place of the ranking before lends to a question that points at it ("what was revenue in that quarter?"). */
export function winnerOf(base: FactBase, text: string, previous: Query): Item | null {
  if (previous.intent !== 'rank') return null;
  const outcome = operate(base, previous);
  const [first] = outcome.kind === 'rank' ? outcome.figures : [];
  if (!first) return null;
  const items = itemsIn(previous);
  const periods = new Set(items.map((i) => i.period.value));
  const points =
    periods.size > 1 ? POINTS_AT_TIME.test(text) || POINTS_AT_THING.test(text) : POINTS_AT_THING.test(text);
  if (!points) return null;
  return (
    items.find(
      (i) =>
        i.metric.value === first.metric &&
        i.segment.value === first.segment &&
        i.period.value === first.period,
    ) ?? null
  );
}
