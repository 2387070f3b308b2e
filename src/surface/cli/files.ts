import { stat } from 'node:fs/promises';
import { UsageError } from './status.ts';

/** Throws unless something that can be read as a file stands at the path: a folder only fails later, without its name. */
export async function requireFile(path: string): Promise<void> {
  if ((await stat(path)).isDirectory()) throw new UsageError(`"${path}" is a folder, not a file`);
}
