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
  const paths = { data: join(root, 'data'), intents: join(root, 'intents'), document: PROJECT_DATA.document };
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
      expect.stringContaining("words.yml:1: can't be read"),
      expect.stringContaining('"4,14" is not a figure in JPY million'),
      expect.stringContaining('"161)" is not a figure in JPY million'),
    ]);
  });

  it('reports folders that are missing', () => {
    const nowhere = { data: join(folder, 'no'), intents: join(folder, 'no'), document: 'none' };
    const problems = problemsOf(() => loadBase(nowhere));
    expect(problems).toContainEqual('intents:1: the folder is missing');
    expect(problems).toContainEqual('documents/none/facts:1: the folder is missing');
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
});
