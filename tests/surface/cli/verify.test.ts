import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../support/sources.ts';
import { kessan } from './run.ts';

it('checks the data alone without a path, and says so', async () => {
  const { status, out } = await kessan(['verify']);
  expect(status).toBe(0);
  expect(out).toMatch(/^\d+ facts, .*no problem\.\nOnly the data was checked/);
});

it('asks the examples, and says which of them is not answered as what it is an example of', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kessan-verify-'));
  try {
    cpSync(join(ROOT, 'tests', 'fixtures', 'aoba'), folder, { recursive: true });
    const path = join(folder, 'documents', readdirSync(join(folder, 'documents'))[0] ?? '', 'document.yml');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace(/^( +)trend: .*$/m, '$1trend: blorbix by quarter'));
    const { status, out } = await kessan(['verify', '--data', folder]);
    expect(status).toBe(2);
    expect(out).toContain('the example "blorbix by quarter" of "trend" is declined');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it.each([
  ['a file that is not there', '/nowhere/document.txt', /can't read "\/nowhere\/document.txt": no such file/],
  ['a folder', '/', /"\/" is a folder, not a file/],
])('says in a sentence that it can not read %s', async (_name, path, message) => {
  const { status, err } = await kessan(['verify', path]);
  expect(status).toBe(2);
  expect(err).toMatch(message);
  expect(err).not.toMatch(/^\s+at /m);
});
