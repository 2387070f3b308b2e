import { describe, expect, it } from 'vitest';
import { inspect } from '../src/inspect.ts';
import { projectBase } from './support/project.ts';

const base = projectBase();
const taken = (question: string): string[] =>
  inspect(base, question).words.map((w) => `${w.text}: ${w.part}${w.as === '' ? '' : `, ${w.as}`}`);

describe('what each word was taken for', () => {
  it.each([
    [
      'operating income 3Q11',
      [
        'operating: matched, metric: Operating income',
        'income: matched, metric: Operating income',
        '3Q11: matched, period: 3Q11 (Oct-Dec 2011)',
      ],
    ],
    [
      'oprating income',
      ['oprating: fuzzy, operating · metric: Operating income', 'income: matched, metric: Operating income'],
    ],
    [
      'ATM revenue in billions',
      [
        'ATM: matched, segment: ATM operation business',
        'revenue: matched, metric: Revenue',
        'in: matched, unit: billion',
        'billions: matched, unit: billion',
      ],
    ],
    ['blorbix revenue', ['blorbix: unknown, not understood', 'revenue: matched, metric: Revenue']],
    [
      'headcount last quarter',
      [
        'headcount: matched, metric: Number of employees',
        'last: matched, period: 30 Sep 2011',
        'quarter: matched, period: 30 Sep 2011',
      ],
    ],
    ['please give revenue', ['please: ignored', 'give: ignored', 'revenue: matched, metric: Revenue']],
  ])('%s', (question, words) => {
    expect(taken(question)).toEqual(words);
  });

  it.each([
    ['operating income 3Q11', ['period: nine months of FY2011 (Apr-Dec 2011), cumulative']],
    ['ATM revenue by quarter', ['period: 1Q10 (Apr-Jun 2010) to 3Q11 (Oct-Dec 2011)']],
    ['how much did ATM revenue change in 3Q11', ['year on year']],
    ['ATM revenue 3Q11', []],
    ['blorbix', []],
  ])('what no word of "%s" says is assumed, with its value', (question, assumed) => {
    expect(inspect(base, question).assumed.map((a) => a.as)).toEqual(assumed);
  });

  it('goes with the answer', () => {
    expect(inspect(base, 'operating income 3Q11').answer.figures[0]?.printed).toBe('3,998');
  });
});
