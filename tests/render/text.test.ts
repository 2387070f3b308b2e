import { describe, expect, it } from 'vitest';
import { period } from '../../src/model/period.ts';
import { lineText, partText, toText } from '../../src/render/text.ts';
import { projectBase } from '../support/project.ts';
import { lastTurn } from '../support/talk.ts';

const base = projectBase();

it('a line is the join of its parts', () => {
  const line = [
    { t: 'words', text: 'from ' },
    { t: 'period', period: period('3Q11'), as: 'short' },
    { t: 'words', text: ', ' },
    { t: 'period', period: period('2011-12-31'), as: 'long' },
    { t: 'words', text: ': ' },
    { t: 'ordinal', n: 2 },
    { t: 'words', text: ' ' },
    { t: 'section', id: 'II-9' },
    { t: 'label', text: ' of IIJ' },
    { t: 'typed', text: ' <x>' },
  ] as const;
  expect(lineText(base, line)).toBe('from 3Q11, 31 Dec 2011: 2 II-9 of IIJ <x>');
  expect(lineText(base, line)).toBe(line.map((p) => partText(base, p, null)).join(''));
});

describe('an answer', () => {
  const labels = (question: string): string[] =>
    lastTurn(base, question)
      .text.split('\n')
      .flatMap((l) => /^(Read as|Note|Sources|Next): /.exec(l)?.[1] ?? []);

  it('has its parts in one order', () => {
    expect([...new Set(labels('ATM revenue 3Q11'))]).toEqual(['Read as', 'Note', 'Sources', 'Next']);
  });

  it('numbers the readings of a choice', () => {
    const { answer, text } = lastTurn(base, 'margin');
    expect(text.split('\n').slice(1, 3)).toEqual(
      answer.choices.slice(0, 2).map((c, i) => `  ${i + 1}. ${c.label}`),
    );
    expect(toText(base, answer)).toBe(text);
  });

  it('names the sections it cites with their titles', () => {
    expect(lastTurn(base, 'number of employees').text).toContain('Sources: II-6 Number of Employees');
  });
});
