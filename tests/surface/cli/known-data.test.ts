import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { PROJECT_DATA } from '../../../src/facts/load.ts';
import { DataError } from '../../../src/facts/problem.ts';
import { loadKnown } from '../../../src/surface/cli/known-data.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kessan-known-'));
  cpSync(PROJECT_DATA.data, join(folder, 'data'), { recursive: true });
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const load = (): number =>
  loadKnown({ ...PROJECT_DATA, data: join(folder, 'data') }, join(folder, 'cache')).facts.length;
const FACTS = ['data', 'documents', 'iij-fy2011-3q', 'facts', 'II-8.yml'];

it('loads data that passed before, and finds what does not tie as soon as a digit is another', () => {
  const count = load();
  expect(readdirSync(join(folder, 'cache'))).toHaveLength(1);
  expect(load()).toBe(count);
  const file = join(folder, ...FACTS);
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('(161)', '(116)'));
  expect(load).toThrow(DataError);
  expect(load).toThrow(DataError);
  writeFileSync(file, text);
  expect(load()).toBe(count);
});

it('does without a cache that can not be written', () => {
  writeFileSync(join(folder, 'cache'), 'a file where a folder should be');
  expect(load()).toBe(load());
});
