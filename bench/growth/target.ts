// Measures one made-up company in a process of its own, run with --expose-gc: `target.ts NAMES FACTS ROUNDS`; prints JSON.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setImmediate as nextTask } from 'node:timers/promises';
import { ask } from '../../src/ask.ts';
import type { FactBase } from '../../src/facts/base.ts';
import { loadFrom, PROJECT_DATA } from '../../src/facts/load.ts';
import { median, percentile } from '../stats.ts';
import { questionsAbout } from './questions.ts';
import { synthesise } from './synthetic.ts';

const QUESTIONS = 240;

const intents = new Map(
  readdirSync(PROJECT_DATA.intents).map((name) => [
    name,
    readFileSync(join(PROJECT_DATA.intents, name), 'utf8'),
  ]),
);

/** In a task of its own: what only this one holds on to is collected. */
async function heapUsed(): Promise<number> {
  await nextTask();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

function timed<T>(work: () => T): { result: T; ms: number } {
  const start = performance.now();
  const result = work();
  return { result, ms: performance.now() - start };
}

const [names = 100, facts = 1_000, rounds = 5] = process.argv.slice(2).map(Number);

/** Makes the company up and loads it; the texts that it was loaded from are not kept. */
function prepare(): { questions: string[]; base: FactBase; loading: number } {
  const company = synthesise({ names, facts }, intents);
  const load = timed(() => loadFrom(company.source));
  return { questions: questionsAbout(company, QUESTIONS), base: load.result, loading: load.ms };
}

const { questions, base, loading } = prepare();
const first = timed(() => ask(base, questions[0] ?? ''));
for (const question of questions) ask(base, question);
const times = questions.map((): number[] => []);
for (let round = 0; round < rounds; round++) {
  questions.forEach((question, i) => times[i]?.push(timed(() => ask(base, question)).ms));
}
const perQuestion = times.map(median);
const slowest = perQuestion.indexOf(Math.max(...perQuestion));
const statuses = questions.map((q) => ask(base, q).answer.status);
const heap = await heapUsed();
console.log(
  JSON.stringify({
    names: base.names.names.length,
    facts: base.facts.length,
    load: loading,
    first: first.ms,
    p50: percentile(perQuestion, 0.5),
    p99: percentile(perQuestion, 0.99),
    slowest: { question: questions[slowest], ms: perQuestion[slowest] },
    answered: statuses.filter((s) => s === 'answered').length / statuses.length,
    heap,
  }),
);
// The base stays in use until after the measurement.
if (base.facts.length === 0) process.exitCode = 1;
