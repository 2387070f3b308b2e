import { type FactBase, metricOf, segmentOf } from '../../facts/base.ts';
import type { Answer, Entry } from '../../model/answer.ts';
import { CONSOLIDATED } from '../../model/fact.ts';
import { unitText } from '../number.ts';
import { plainText } from './mrkdwn.ts';

/** Whether all figures count the same thing, so that the column's heading can say it once. */
export function commonUnit(entries: readonly Entry[], unit: Answer['unit']): string | null {
  const units = new Set(entries.map((e) => unitText(e.figure, unit)));
  const [only] = units;
  return units.size === 1 && only !== undefined ? only : null;
}

/** What some figures are about, in at most `max` characters: "Revenue, ATM operation business". */
export function titleOf(base: FactBase, entries: readonly Entry[], max: number): string {
  const metrics = [...new Set(entries.map((e) => metricOf(base, e.figure.metric).label))];
  const segments = [...new Set(entries.map((e) => e.figure.segment))];
  const [only] = segments;
  const of =
    segments.length === 1 && only !== undefined && only !== CONSOLIDATED
      ? `, ${segmentOf(base, only).label}`
      : '';
  return plainText(`${metrics.join(', ')}${of}`, max);
}
