import { type FactBase, metricOf, segmentOf } from '../../facts/base.ts';
import type { Answer, Entry } from '../../model/answer.ts';
import { shortPeriod } from '../../model/period.ts';
import { shownNumber } from '../number.ts';
import { LIMITS } from './limits.ts';
import { plainText } from './mrkdwn.ts';
import type { SlackBlock } from './schema.ts';
import { commonUnit, titleOf } from './series.ts';

export type Chart = Extract<SlackBlock, { type: 'data_visualization' }>;

/** A run of figures of one metric and segment, in order. */
interface Run {
  name: string;
  entries: Entry[];
}

function runsOf(base: FactBase, entries: readonly Entry[]): Run[] {
  const oneMetric = new Set(entries.map((e) => e.figure.metric)).size === 1;
  const manySegments = new Set(entries.map((e) => e.figure.segment)).size > 1;
  const runs = new Map<string, Run>();
  for (const entry of entries) {
    const { metric, segment } = entry.figure;
    const key = `${metric} ${segment}`;
    const run = runs.get(key);
    if (run) run.entries.push(entry);
    else runs.set(key, { name: nameOf(base, metric, segment, oneMetric && manySegments), entries: [entry] });
  }
  return [...runs.values()];
}

/** The shortest name that tells a run from the others: its segment, or its metric. */
function nameOf(base: FactBase, metric: string, segment: string, bySegment: boolean): string {
  const name = bySegment ? segmentOf(base, segment).label : metricOf(base, metric).label;
  return plainText(name, LIMITS.chartLabel);
}

/**
 * A trend as a line chart, one line for each metric and segment, in the unit of its table. Null where Slack's chart
 * can't show it: less than two periods, different units, lines over different periods, or more than it takes.
 */
export function chartOf(base: FactBase, answer: Answer): Chart | null {
  const unit = commonUnit(answer.series, answer.unit);
  if (answer.intent !== 'trend' || unit === null) return null;
  const runs = runsOf(base, answer.series);
  const categories = (runs[0]?.entries ?? []).map((e) => shortPeriod(e.figure.period));
  const alike = runs.every(
    (r) => r.entries.map((e) => shortPeriod(e.figure.period)).join() === categories.join(),
  );
  const named = new Set(runs.map((r) => r.name)).size === runs.length;
  const fits = runs.length <= LIMITS.chartSeries && categories.length <= LIMITS.chartCategories;
  if (categories.length < 2 || !alike || !named || !fits) return null;
  const series = runs.map((r) => ({
    name: r.name,
    data: r.entries.map((e, i) => ({
      label: categories[i] ?? '',
      value: shownNumber(e.figure, answer.unit) ?? 0,
    })),
  }));
  return {
    type: 'data_visualization',
    title: titleOf(base, answer.series, LIMITS.chartTitle),
    chart: { type: 'line', series, axis_config: { categories, y_label: plainText(unit, LIMITS.chartAxis) } },
  };
}
