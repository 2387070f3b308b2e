import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '..', '..', '..', 'src', 'surface', 'cli', 'main.ts');

export interface Outcome {
  status: number | null;
  out: string;
  err: string;
}

/** Runs the command line in a process of its own, as a user would. */
export function kessan(
  args: readonly string[],
  input = '',
  env: Readonly<Record<string, string>> = {},
): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    input,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status, out: stdout, err: stderr };
}

/** The lines of an output. */
export const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '');

/** The output's lines as JSON objects. */
export const objects = (text: string): Record<string, unknown>[] =>
  lines(text).map((line) => JSON.parse(line) as Record<string, unknown>);
