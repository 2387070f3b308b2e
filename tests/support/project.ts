import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FactBase } from '../../src/facts/base.ts';
import { loadBase, PROJECT_DATA } from '../../src/facts/load.ts';

let loaded: FactBase | undefined;

/** The fact base that comes with the project, loaded once a test file. */
export function projectBase(): FactBase {
  return (loaded ??= load());
}

function load(): FactBase {
  if (existsSync(join(PROJECT_DATA.intents, 'words.yml'))) return loadBase();
  const intents = mkdtempSync(join(tmpdir(), 'kessan-intents-'));
  writeFileSync(join(intents, 'words.yml'), '{}\n');
  try {
    return loadBase({ ...PROJECT_DATA, intents });
  } finally {
    rmSync(intents, { recursive: true });
  }
}
