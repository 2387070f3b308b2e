import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FactBase } from '../../facts/base.ts';
import { CHECKS, type DataCheck, FORM_CHECKS } from '../../facts/checks/index.ts';
import { loadFrom } from '../../facts/load.ts';
import { type DataPaths, type DataSource, diskSource } from '../../facts/source.ts';

const CACHE = join(import.meta.dirname, '..', '..', '..', 'node_modules', '.cache', 'kessan');

/** A digest of the rules by name, so that a new one is not taken for one that was kept. */
const RULES = CHECKS.map((c) => `${c.name}: ${c.description}`).join('\n');

/**
 * Loads the data of a command that answers one question and ends. The arithmetic of the data, a tenth of that time, is
 * not checked again where the very same files passed all checks before: their digest is kept in `cache`. `verify`, the
 * Slack app and the tests always check everything. Throws DataError, as loadBase does.
 */
export function loadKnown(paths: DataPaths, cache = CACHE): FactBase {
  const mark = join(cache, `checked-${digest(paths.data).slice(0, 16)}`);
  const read = loadWithDigest(paths, FORM_CHECKS);
  if (readOr(mark) === read.digest) return read.base;
  const checked = loadWithDigest(paths, CHECKS);
  keep(cache, mark, checked.digest);
  return checked.base;
}

function loadWithDigest(paths: DataPaths, checks: readonly DataCheck[]): { base: FactBase; digest: string } {
  const hash = createHash('sha256').update(RULES);
  const disk = diskSource(paths);
  const source: DataSource = {
    ...disk,
    read: (root, name) => {
      const text = disk.read(root, name);
      hash.update(`${root}/${name}\0${text}\0`);
      return text;
    },
  };
  const base = loadFrom(source, checks);
  return { base, digest: hash.digest('hex') };
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

function readOr(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/** Where the folder can't be written, everything is checked again next time. */
function keep(folder: string, file: string, text: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, text);
  } catch {
    return;
  }
}
