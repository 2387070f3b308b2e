import { CONSOLIDATED } from '../model/fact.ts';
import { itemsIn, type Query } from '../model/query.ts';
import type { Said } from '../understand/said.ts';
import { ANAPHORA, OPENERS } from './follow.ts';
import type { FrameItem } from './frame.ts';

/** "Revenue" alone, behind "ATM revenue", takes the segment back: a name said again with less means less. */
export function saidAgain(said: Said, own: readonly FrameItem[], previous: Query): boolean {
  const [item, more] = own;
  const [last, other] = itemsIn(previous);
  if (!item || more || !last || other || item.segment !== null || item.period !== null) return false;
  return (
    previous.intent === 'lookup' &&
    item.metric === last.metric.value &&
    last.segment.value !== CONSOLIDATED &&
    said.cues.every((c) => c.intent === 'lookup' && c.weight <= 1) &&
    said.mentions.length === 1 &&
    !OPENERS.test(said.text) &&
    !ANAPHORA.test(said.text)
  );
}
