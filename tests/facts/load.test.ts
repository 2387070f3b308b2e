import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadBase, PROJECT_DATA } from '../../src/facts/load.ts';
import { DataError } from '../../src/facts/problem.ts';
import { projectBase } from '../support/project.ts';

const folder = mkdtempSync(join(tmpdir(), 'kessan-load-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

let copies = 0;

/** A copy of the project's data with one file changed. */
function changed(file: string, change: (text: string) => string) {
  const root = join(folder, String(++copies));
  const paths = { data: join(root, 'data'), intents: join(root, 'intents') };
  cpSync(PROJECT_DATA.data, paths.data, { recursive: true });
  mkdirSync(paths.intents);
  writeFileSync(join(paths.intents, 'words.yml'), 'rise: [grow]\n');
  const path = join(paths.data, file);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  if (after === before) throw new Error('nothing was changed');
  writeFileSync(path, after);
  return paths;
}

function problemsOf(load: () => unknown): string[] {
  try {
    load();
  } catch (error) {
    if (error instanceof DataError) return error.problems.map((p) => `${p.file}:${p.line}: ${p.what}`);
    throw error;
  }
  return [];
}

const II_8 = 'documents/iij-fy2011-3q/facts/II-8.yml';

describe('loadBase', () => {
  it("loads the project's data without a problem", () => {
    const base = projectBase();
    expect(base.facts.length).toBeGreaterThan(300);
    expect(new Set(base.facts.map((f) => f.id)).size).toBe(base.facts.length);
    expect(base.calendar).toEqual({ startMonth: 4, latestQuarter: '3Q11', cumulative: '9M FY2011' });
  });

  it("keeps the document's order of sections", () => {
    const base = projectBase();
    const sections = [...new Set(base.facts.flatMap((f) => f.sections))];
    expect(sections).toEqual(base.document.sections.map((s) => s.id).filter((id) => sections.includes(id)));
  });

  it('reports a mistyped figure by what does not tie', () => {
    const paths = changed(II_8, (text) => text.replace('(161)', '(116)'));
    const problems = problemsOf(() => loadBase(paths));
    expect(problems).toEqual([
      expect.stringMatching(/^documents.*II-8\.yml:\d+: operating-income atm 1Q10 is printed/),
    ]);
  });

  it('reports all unreadable cells and files at once', () => {
    const paths = changed(II_8, (text) => text.replace('"4,141"', '"4,14"').replace('(161)', '161)'));
    rmSync(join(paths.intents, 'words.yml'));
    expect(problemsOf(() => loadBase(paths))).toEqual([
      expect.stringContaining('words.yml:1: there is no such file'),
      expect.stringContaining('"4,14" is not a figure in JPY million'),
      expect.stringContaining('"161)" is not a figure in JPY million'),
    ]);
  });

  it('reports folders that are missing', () => {
    const data = join(folder, 'bare');
    mkdirSync(join(data, 'documents', 'none'), { recursive: true });
    const problems = problemsOf(() => loadBase({ data, intents: join(folder, 'no') }));
    expect(problems).toContainEqual('intents:1: the folder is missing');
    expect(problems).toContainEqual('documents/none/facts:1: the folder is missing');
  });

  it('reports a data folder that is not there, holds no document, or several', () => {
    const { intents } = PROJECT_DATA;
    const data = join(folder, 'several');
    expect(problemsOf(() => loadBase({ data, intents }))).toEqual([`${data}:1: there is no such folder`]);
    mkdirSync(data);
    const documents = join(data, 'documents');
    expect(problemsOf(() => loadBase({ data, intents }))).toEqual([`${documents}:1: there is no document`]);
    for (const id of ['b', 'a']) mkdirSync(join(documents, id), { recursive: true });
    expect(problemsOf(() => loadBase({ data, intents }))).toEqual([
      `${documents}:1: there are several documents: a, b`,
    ]);
  });

  it('reports a wrong heading, exception or period of the document where it stands', () => {
    const paths = changed('documents/iij-fy2011-3q/document.yml', (text) =>
      text.replace('latest-quarter: 3Q11', 'latest-quarter: Q3').replace("heading: '^※", "heading: '(※"),
    );
    expect(problemsOf(() => loadBase(paths))).toEqual([
      expect.stringContaining('latest-quarter: not a period'),
      expect.stringContaining('heading: not a regular expression'),
    ]);
  });

  it('reports a latest period that is no quarter, a cumulative one that does not end with it, and another currency', () => {
    const path = 'documents/iij-fy2011-3q/document.yml';
    const year = changed(path, (text) => text.replace('latest-quarter: 3Q11', 'latest-quarter: FY2011'));
    expect(problemsOf(() => loadBase(year))).toEqual([
      expect.stringContaining('latest-quarter: must be a quarter'),
    ]);
    const half = changed(path, (text) => text.replace('cumulative: 9M FY2011', 'cumulative: 1H FY2011'));
    expect(problemsOf(() => loadBase(half))).toEqual([
      expect.stringContaining('cumulative: must cover the fiscal year'),
    ]);
    const euros = changed(path, (text) => text.replace('currency: JPY', 'currency: EUR'));
    expect(problemsOf(() => loadBase(euros))).toEqual([
      expect.stringContaining('currency: amounts are read'),
    ]);
  });
});
