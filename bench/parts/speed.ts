import { performance } from 'node:perf_hooks';
import { loadBase } from '../../src/facts/load.ts';
import { alignRows } from '../../src/surface/cli/table.ts';
import { coldStart, memory } from '../children.ts';
import { type Latency, measureLatency } from '../latency.ts';
import { timedQuestions } from '../questions.ts';
import { median } from '../stats.ts';
import { measuredTable, ms, percent, type Row } from '../table.ts';
import type { Part } from './part.ts';

function loadTimes(rounds: number): { first: number; warm: number } {
  const [first = NaN, ...rest] = Array.from({ length: rounds + 1 }, () => {
    const start = performance.now();
    loadBase();
    return performance.now() - start;
  });
  return { first, warm: median(rest) };
}

/** The questions by what they were read as. */
function intentTable(warm: Latency): string {
  const rows = warm.byIntent.map((i) => [i.intent, String(i.questions), ms(i.p50), ms(i.slowest)]);
  return alignRows([['intent', 'questions', 'p50', 'slowest'], ...rows], new Set([1, 2, 3]));
}

function tables(quick: boolean): string {
  const load = loadTimes(quick ? 2 : 8);
  const base = loadBase();
  const warm = measureLatency(base, timedQuestions(base), quick ? 3 : 15);
  const cold = coldStart(quick ? 3 : 11);
  const used = memory();
  const rows: Row[] = [
    [`warm question, p50 of ${warm.questions}`, ms(warm.p50), '<= 1.5 ms'],
    ['warm question, p95', ms(warm.p95), ''],
    ['warm question, p99', ms(warm.p99), '<= 6 ms'],
    [`slowest: "${warm.slowest.question.slice(0, 48)}"`, ms(warm.slowest.ms), ''],
    ['questions a second, one core', warm.perSecond.toFixed(0), '>= 600'],
    ["compromise's share of the time", percent(warm.compromise), ''],
    ['cold ask, from the second start on', ms(cold.cached), '<= 700 ms'],
    ['cold ask, no compile cache', ms(cold.uncached), ''],
    ['node itself, doing nothing', ms(cold.bare), ''],
    ['loading and checking the data, first time / warm', `${ms(load.first)} / ${ms(load.warm)}`, ''],
    ['heap after a collection', `${used.heap.toFixed(1)} MiB`, '<= 60 MiB'],
    ['resident', `${used.resident.toFixed(0)} MiB`, ''],
  ];
  return `${measuredTable('', rows)}\n\n${intentTable(warm)}`;
}

export const speed: Part = {
  name: 'speed',
  measures: 'warm questions, a cold start, loading, memory',
  run: ({ quick }) => tables(quick),
};
