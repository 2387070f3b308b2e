// npm run bench: speed, memory and accuracy on this machine, as one table. --quick takes fewer rounds.
import { readFileSync } from 'node:fs';
import { arch, availableParallelism, cpus, platform, totalmem } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { loadBase } from '../src/facts/load.ts';
import { alignRows } from '../src/surface/cli/table.ts';
import { compare, type Comparison, forOneFigure, type Score } from './accuracy.ts';
import { coldStart, memory } from './children.ts';
import { measureLatency } from './latency.ts';
import { loadTables } from './load.ts';
import { developmentQuestions, timedQuestions } from './questions.ts';
import { measurePage } from './page.ts';
import { measureSlack } from './slack.ts';
import { median } from './stats.ts';

type Row = [what: string, measured: string, aim: string];

const packageSchema = z.object({ version: z.string() });

function versionOf(name: string): string {
  const path = join(import.meta.dirname, '..', 'node_modules', name, 'package.json');
  return `${name} ${packageSchema.parse(JSON.parse(readFileSync(path, 'utf8'))).version}`;
}

function machine(): string {
  const libraries = ['@slack/bolt', 'compromise', 'fuse.js', 'minisearch'].map(versionOf).join(', ');
  const processor = cpus()[0]?.model.trim() ?? 'unknown processor';
  const memoryGib = Math.round(totalmem() / 1024 ** 3);
  return `${processor}, ${availableParallelism()} cores, ${memoryGib} GiB, ${platform()} ${arch()}\nnode ${process.versions.node}, ${libraries}`;
}

const ms = (n: number): string => `${n.toFixed(n < 10 ? 2 : 0)} ms`;
const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)}%`;

function loadTimes(rounds: number): { first: number; warm: number } {
  const [first = NaN, ...rest] = Array.from({ length: rounds + 1 }, () => {
    const start = performance.now();
    loadBase();
    return performance.now() - start;
  });
  return { first, warm: median(rest) };
}

function speedRows(quick: boolean): Row[] {
  const load = loadTimes(quick ? 2 : 8);
  const base = loadBase();
  const warm = measureLatency(base, timedQuestions(base), quick ? 3 : 15);
  const cold = coldStart(quick ? 3 : 11);
  const used = memory();
  return [
    [`warm question, p50 of ${warm.questions}`, ms(warm.p50), '<= 1.5 ms'],
    ['warm question, p95', ms(warm.p95), ''],
    ['warm question, p99', ms(warm.p99), '<= 6 ms'],
    [`slowest: "${warm.slowest.question.slice(0, 48)}"`, ms(warm.slowest.ms), ''],
    ['questions a second, one core', warm.perSecond.toFixed(0), '>= 600'],
    ["compromise's share of the time", percent(warm.compromise, 1), ''],
    ['cold ask, from the second start on', ms(cold.cached), '<= 700 ms'],
    ['cold ask, no compile cache', ms(cold.uncached), ''],
    ['node itself, doing nothing', ms(cold.bare), ''],
    ['loading and checking the data, first time / warm', `${ms(load.first)} / ${ms(load.warm)}`, ''],
    ['heap after a collection', `${used.heap.toFixed(1)} MiB`, '<= 60 MiB'],
    ['resident', `${used.resident.toFixed(0)} MiB`, ''],
  ];
}

async function slackRows(quick: boolean): Promise<Row[]> {
  const questions = timedQuestions(loadBase()).flatMap((turns) => turns.slice(0, 1));
  const { kessan, constant, p50, p99 } = await measureSlack(questions, quick);
  const ratio = (a: number, b: number): string => (a / b).toFixed(2);
  return [
    ['slash commands a second', kessan.perSecond.toFixed(0), ''],
    ['the same, of a Bolt app with a constant answer', constant.perSecond.toFixed(0), ''],
    ['ratio', ratio(kessan.perSecond, constant.perSecond), '>= 0.25'],
    ["ratio by the apps' own CPU time", ratio(kessan.perCpuSecond, constant.perCpuSecond), ''],
    ['ack at 100 a second, p50', ms(p50), ''],
    ['ack at 100 a second, p99', ms(p99), '< 50 ms'],
  ];
}

async function pageTable(quick: boolean): Promise<string> {
  const speed = await measurePage(quick ? 1 : 6);
  if (!speed) return 'No Chromium here: the page was not measured.';
  const rows: Row[] = [
    ['address printed after', ms(speed.address), ''],
    ['first page after that', ms(speed.page), '< 1,500 ms'],
    ['answer after Enter, median', ms(speed.answer), '< 100 ms'],
    ['answer after Enter, slowest', ms(speed.slowest), ''],
    ['weight of the page', `${(speed.weight / 1024).toFixed(0)} KiB`, '< 300 KiB'],
  ];
  return alignRows([['sandbox, in Chromium', 'measured', 'aim'], ...rows], new Set([1]));
}

const shown = ({ counts, questions, cited: [right, citable] }: Score): string[] => [
  percent(counts.correct, questions),
  percent(counts.wrong, questions),
  percent(counts.missed, questions),
  percent(counts.hallucinated, questions),
  percent(right, citable),
];

function accuracyTable(): string {
  const questions = developmentQuestions();
  if (questions.length === 0)
    return 'No development questions beside the project: accuracy was not measured.';
  const base = loadBase();
  const rows = (name: string, { kessan, search }: Comparison): string[][] => [
    [`${name} (${kessan.questions})`, 'kessan', ...shown(kessan)],
    ['', 'minisearch', ...shown(search)],
  ];
  return alignRows(
    [
      ['development questions', '', 'correct', 'wrong', 'missed', 'halluc.', 'cited'],
      ...rows('all', compare(base, questions)),
      ...rows('for one figure', compare(base, forOneFigure(questions))),
      ['aim', 'kessan', '>= 96%', '<= 1%', '', '0', '>= 99%'],
    ],
    new Set([2, 3, 4, 5, 6]),
  );
}

async function onlyLoad(kinds: string, seconds: string | undefined): Promise<number> {
  const questions = timedQuestions(loadBase()).flatMap((turns) => turns.slice(0, 1));
  console.log(await loadTables(kinds.split(','), questions, seconds === undefined ? null : Number(seconds)));
  return 0;
}

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    seconds: { type: 'string' },
  },
});
console.log(`${machine()}\n`);
if (values.only !== undefined) process.exit(await onlyLoad(values.only, values.seconds));
console.log(`${alignRows([['', 'measured', 'aim'], ...speedRows(values.quick)], new Set([1]))}\n`);
console.log(
  `${alignRows([['Slack, over loopback', 'measured', 'aim'], ...(await slackRows(values.quick))], new Set([1]))}\n`,
);
console.log(`${await pageTable(values.quick)}\n`);
console.log(accuracyTable());
