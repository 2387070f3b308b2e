import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { z } from 'zod';
import { median } from './stats.ts';

const ROOT = join(import.meta.dirname, '..');
const CLI = join(ROOT, 'src', 'surface', 'cli', 'main.js');

function runNode(args: readonly string[], env: NodeJS.ProcessEnv = {}): string {
  return execFileSync(process.execPath, args, { encoding: 'utf8', env: { ...process.env, ...env } });
}

function timeAsk(runs: number, env: NodeJS.ProcessEnv): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    runNode([CLI, 'ask', 'operating income 3Q11'], env);
    return performance.now() - start;
  });
  return median(times);
}

/** Milliseconds from starting `node` to the answer's end: with the compile cache of an earlier start, and without any. */
export function coldStart(runs: number): { cached: number; uncached: number; bare: number } {
  timeAsk(1, {});
  const bare = Array.from({ length: runs }, () => {
    const start = performance.now();
    runNode(['-e', '0']);
    return performance.now() - start;
  });
  return {
    cached: timeAsk(runs, {}),
    uncached: timeAsk(runs, { NODE_DISABLE_COMPILE_CACHE: '1' }),
    bare: median(bare),
  };
}

const memorySchema = z.object({ heap: z.number(), resident: z.number() });

/** MiB in use after all questions and a collection, in a process of its own. */
export function memory(): z.infer<typeof memorySchema> {
  const printed = runNode(['--expose-gc', join(ROOT, 'bench', 'heap.ts')]);
  return memorySchema.parse(JSON.parse(printed));
}
