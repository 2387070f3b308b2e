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
        '3Q11: matched, period',
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
    ['please give revenue', ['please: ignored', 'give: ignored', 'revenue: matched, metric: Revenue']],
  ])('%s', (question, words) => {
    expect(taken(question)).toEqual(words);
  });

  it('goes with the answer', () => {
    expect(inspect(base, 'operating income 3Q11').answer.figures[0]?.printed).toBe('3,998');
  });
});
