import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Problem } from '../../src/facts/problem.ts';
import { check, parseYaml, readYaml } from '../../src/facts/yaml.ts';

describe('parseYaml', () => {
  it('keeps every scalar as it was written', () => {
    expect(parseYaml('a: [4.0, 010, yes, null, 2011-12-31]', 'f', [])?.value).toEqual({
      a: ['4.0', '010', 'yes', 'null', '2011-12-31'],
    });
  });

  it('knows the line of a path, and of its nearest ancestor', () => {
    const yaml = parseYaml('a:\n  b:\n    - x\n    - y: 1\n', 'f', []);
    expect(yaml?.lineAt(['a', 'b', 1])).toBe(4);
    expect(yaml?.lineAt(['a', 'b', 1, 'z'])).toBe(4);
    expect(yaml?.lineAt([])).toBe(1);
  });

  it.each([
    ['an open bracket', 'a: 1\nb: [1, 2\nc: 3\n'],
    ['a tab', 'a:\n\tb: 1\n'],
    ['a key given twice', 'a: 1\na: 2\n'],
  ])('reports %s', (_name, text) => {
    const problems: Problem[] = [];
    expect(parseYaml(text, 'f.yml', problems)).toBeNull();
    expect(problems[0]?.file).toBe('f.yml');
    expect(problems[0]?.line).toBeGreaterThan(1);
    expect(problems[0]?.what).toMatch(/^not valid YAML/);
  });
});

describe('readYaml', () => {
  it('reports a file that is not there', () => {
    const problems: Problem[] = [];
    expect(readYaml(() => readFileSync('/nowhere/f.yml', 'utf8'), 'f.yml', problems)).toBeNull();
    expect(problems[0]?.what).toBe('there is no such file');
    expect(readYaml(() => readFileSync('/', 'utf8'), 'f.yml', problems)).toBeNull();
    expect(problems[1]?.what).toMatch(/^can't be read/);
  });
});

describe('check', () => {
  it('puts each issue on its own line', () => {
    const yaml = parseYaml('- { id: a }\n- { id: b, extra: 1 }\n- {}\n', 'f.yml', []);
    const problems: Problem[] = [];
    if (yaml) check(yaml, z.array(z.strictObject({ id: z.string() })), yaml.value, [], problems);
    expect(problems.map((p) => p.line)).toEqual([2, 3]);
    expect(problems.map((p) => p.what)).toEqual([
      expect.stringContaining('extra'),
      expect.stringContaining('2.id'),
    ]);
  });
});
