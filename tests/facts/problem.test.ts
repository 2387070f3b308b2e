import { expect, it } from 'vitest';
import { DataError, formatProblem } from '../../src/facts/problem.ts';

const problem = { file: 'a.yml', line: 3, what: 'it is wrong', expected: 'right', remedy: 'Mend it' };

it('formats a problem as place, what, expected and remedy', () => {
  expect(formatProblem(problem)).toBe('a.yml:3: it is wrong\n    expected right. Mend it');
  expect(formatProblem({ ...problem, expected: '' })).toBe('a.yml:3: it is wrong\n    Mend it');
  expect(formatProblem({ ...problem, expected: '', remedy: '' })).toBe('a.yml:3: it is wrong');
});

it('carries all problems in one error', () => {
  const error = new DataError([problem, { ...problem, line: 9 }]);
  expect(error.message).toMatch(/^2 problems in the data\nError: a\.yml:3: .*\n.*\nError: a\.yml:9: /);
  expect(error.problems).toHaveLength(2);
  expect(new DataError([problem]).message).toMatch(/^1 problem in the data/);
});
