import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { ROOT } from './sources.ts';

/** What the environment of a test must not hand on: npm's own variables, and a shell's settings. */
const CLEAN = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^(?:npm_|SLACK_|KESSAN_|PORT$|LOG_LEVEL$|NODE_OPTIONS$|VITEST)/.test(name),
  ),
);

export interface Started {
  child: ChildProcess;
  /** All that it has written so far. */
  out: () => string;
  /** Its exit status, when it has ended. */
  ended: Promise<number | null>;
}

const running = new Set<ChildProcess>();

/** Starts a process in the project's folder. */
export function start(
  command: string,
  args: readonly string[],
  env: Record<string, string>,
  cwd = ROOT,
): Started {
  const child = spawn(command, args, {
    cwd,
    env: { ...CLEAN, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { child, out: () => text, ended };
}

/** Ends every process that was started and is still there. */
export function endAll(): void {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
}

/** Waits for something to come about. Throws when it takes very long. */
export async function until(condition: () => boolean, what: string): Promise<void> {
  for (let i = 0; i < 4_000; i++) {
    if (condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`never came: ${what}`);
}
