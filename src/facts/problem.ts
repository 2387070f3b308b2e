/** One thing that is wrong with the data, and how to mend it. */
export interface Problem {
  file: string;
  line: number;
  what: string;
  expected: string;
  remedy: string;
}

/** "file:line: what is wrong; expected ...; remedy". */
export function formatProblem(p: Problem): string {
  const tail = [p.expected === '' ? '' : `expected ${p.expected}`, p.remedy]
    .filter((s) => s !== '')
    .join('. ');
  return `${p.file}:${p.line}: ${p.what}${tail === '' ? '' : `\n    ${tail}`}`;
}

/** Thrown when data can't be used; carries all problems, not only the first. */
export class DataError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    super(`${count} in the data\n${problems.map((p) => `Error: ${formatProblem(p)}`).join('\n')}`);
    this.name = 'DataError';
    this.problems = problems;
  }
}
