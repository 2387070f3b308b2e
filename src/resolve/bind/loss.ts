import type { FactBase } from '../../facts/base.ts';
import type { Frame } from '../frame.ts';

const LOSES =
  /\bhow (?:much|badly|heavily)\b.*\b(?:los(?:e|es|t|ing))\b(?! (?:ground|share|to|customers|clients|contracts))/i;

/** Whether a business is asked what it lost, in money, or who a loss fell on: a level, and no fall of anything. */
export const asksLoss = (base: FactBase, frame: Frame): boolean =>
  LOSES.test(frame.said.text) &&
  frame.items.some(
    (i) =>
      (i.segment !== null && (i.metric === null || i.metric === 'operating-income')) ||
      /\bloss\b/i.test(base.metrics.get(i.metric ?? '')?.label ?? ''),
  );

/** "How much did the ATM business lose": its operating income, as where it is called loss-making. */
export function withLoss(base: FactBase, frame: Frame): Frame {
  if (!asksLoss(base, frame) || !base.metrics.has('operating-income')) return frame;
  return { ...frame, items: frame.items.map((i) => ({ ...i, metric: i.metric ?? 'operating-income' })) };
}
