import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { z } from 'zod';
import { checkText } from '../src/check/check.ts';
import type { FactBase } from '../src/facts/base.ts';
import { median } from './stats.ts';

const LENGTH = 50_000;
const textSchema = z.object({ text: z.string() });

/** 50 KB of the texts that the tests check, over and over, and how long it takes warm to check them. */
export function measureCheck(base: FactBase, rounds: number): { claims: number; ms: number } {
  const folder = join(import.meta.dirname, '..', 'tests', 'claims');
  const texts = readdirSync(folder).flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => textSchema.parse(JSON.parse(line)).text),
  );
  const whole = `${texts.join('\n\n')}\n\n`;
  const text = whole.repeat(Math.ceil(LENGTH / whole.length)).slice(0, LENGTH);
  const { summary } = checkText(base, text);
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    checkText(base, text);
    return performance.now() - start;
  });
  return { claims: summary.claims, ms: median(times) };
}
