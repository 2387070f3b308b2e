import { expect, it } from 'vitest';
import { kessan } from './run.ts';

it('checks the data alone without a path, and says so', async () => {
  const { status, out } = await kessan(['verify']);
  expect(status).toBe(0);
  expect(out).toMatch(/^\d+ facts, .*no problem\.\nOnly the data was checked/);
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
