import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { run } from '../../../src/surface/cli/program.ts';
import { ROOT } from '../../support/sources.ts';

const MAIN = join(ROOT, 'src', 'surface', 'cli', 'main.js');

export interface Outcome {
  status: number | null;
  out: string;
  err: string;
}

type Run<T> = (args: readonly string[], input?: string, env?: Readonly<Record<string, string>>) => T;

/** Runs the command line in a process of its own, as a user would. */
export const kessanProcess: Run<Outcome> = (args, input = '', env = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    input,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status, out: stdout, err: stderr };
};

/** Runs the command line in this process, between streams of its own: what a command does, without the start of Node. */
export const kessan: Run<Promise<Outcome>> = async (args, input = '', env = {}) => {
  const [out, err] = [new Sink(), new Sink()];
  const streams = {
    stdin: Readable.from(input === '' ? [] : [Buffer.from(input)]),
    stdout: out,
    stderr: err,
  };
  const were = new Map(
    Object.keys(streams).map((name) => [name, Object.getOwnPropertyDescriptor(process, name)]),
  );
  const environment = { ...process.env };
  for (const [name, value] of Object.entries(streams))
    Object.defineProperty(process, name, { value, configurable: true });
  Object.assign(process.env, env);
  try {
    return { status: await run(args), out: out.text, err: err.text };
  } finally {
    for (const name of Object.keys(env)) Reflect.deleteProperty(process.env, name);
    Object.assign(process.env, environment);
    for (const [name, was] of were) if (was) Object.defineProperty(process, name, was);
  }
};

/** A stream that keeps what is written to it. */
class Sink extends Writable {
  text = '';
  override _write(chunk: Buffer | string, _encoding: BufferEncoding, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

/** The lines of an output. */
export const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '');

/** The output's lines as JSON objects. */
export const objects = (text: string): Record<string, unknown>[] =>
  lines(text).map((line) => JSON.parse(line) as Record<string, unknown>);
