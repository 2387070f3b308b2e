import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { alignRows } from '../../src/surface/cli/table.ts';
import { count, measuredTable, ms, percent } from '../table.ts';
import type { Part } from './part.ts';

const TARGET = join(import.meta.dirname, '..', 'growth', 'target.ts');
const NAMES = [100, 1_000, 10_000];
const FACTS = [1_000, 10_000, 100_000];

const grownSchema = z.object({
  names: z.number(),
  facts: z.number(),
  load: z.number(),
  first: z.number(),
  p50: z.number(),
  p99: z.number(),
  slowest: z.object({ question: z.string(), ms: z.number() }),
  answered: z.number(),
  heap: z.number(),
});
type Grown = z.infer<typeof grownSchema>;

/** Measures a made-up company in a process of its own. */
function grow(names: number, facts: number, rounds: number): Grown {
  const args = ['--expose-gc', TARGET, String(names), String(facts), String(rounds)];
  return grownSchema.parse(JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })));
}

const largest = (grown: readonly Grown[]): Grown | undefined => grown[grown.length - 1];

/** Bytes of heap, or milliseconds of loading, for each further fact between the smallest and the largest base of as many names. */
function aFact(grown: readonly Grown[], of: (g: Grown) => number): number {
  const most = largest(grown);
  const least = grown.find((g) => g.names === most?.names);
  return most && least ? (of(most) - of(least)) / (most.facts - least.facts) : NaN;
}

/** How much longer a fact takes to load in the upper half of the growth than in the lower: 1 where loading is linear. */
function bend(grown: readonly Grown[]): number {
  const [small, middle, large] = grown.filter((g) => g.names === largest(grown)?.names);
  if (!small || !middle || !large) return NaN;
  const slope = (a: Grown, b: Grown): number => (b.load - a.load) / (b.facts - a.facts);
  return slope(middle, large) / slope(small, middle);
}

export const growth: Part = {
  name: 'growth',
  measures: 'made-up companies of up to 10,000 names and 100,000 facts',
  run: ({ quick }) => {
    const rounds = quick ? 3 : 7;
    const facts = quick ? [1_000, 10_000] : FACTS;
    const grown = NAMES.flatMap((n) => facts.map((f) => grow(n, f, rounds)));
    const rows = grown.map((g) => [
      count(g.names),
      count(g.facts),
      ms(g.p50),
      ms(g.p99),
      ms(g.slowest.ms),
      percent(g.answered),
      ms(g.load),
      ms(g.first),
      `${(g.heap / 1024 ** 2).toFixed(0)} MiB`,
    ]);
    const head = ['names', 'facts', 'p50', 'p99', 'slowest', 'answered', 'load', 'first question', 'heap'];
    const table = alignRows([head, ...rows], new Set(head.keys()));
    const last = largest(grown);
    const summary = measuredTable('growth', [
      ['warm question at the largest, p99', ms(last?.p99 ?? NaN), '< 10 ms'],
      ['loading and checking, a fact more', `${(aFact(grown, (g) => g.load) * 1_000).toFixed(0)} µs`, ''],
      ['a fact from 10,000 on over one before', bend(grown).toFixed(2), 'about 1'],
      ['heap, a fact more', `${aFact(grown, (g) => g.heap).toFixed(0)} B`, '< 1,024 B'],
    ]);
    return `${table}\n\n${summary}`;
  },
};
