import { describe, expect, it } from 'vitest';
import { noteNumerals } from '../../../src/facts/checks/note-numerals.ts';
import { findings } from '../../support/tiny.ts';

describe('note-numerals', () => {
  const note = (text: string, kind = 'remark'): string =>
    `- { id: n, kind: ${kind}, section: I, title: t, terms: [Form 20-F], text: "${text}" }`;
  const segments = '- { id: consolidated, label: All, aliases: [M2M, over 1Gbps, "100"] }';

  it.each([
    'from 3Q11, 1Q-3Q and FY2011 to FY10, 9M and 1H',
    'in II-1, and II-7, which is missing',
    'M2M lines over 1Gbps',
    'in {2012-02}',
    'the Form 20-F',
  ])('passes "%s"', (text) => {
    expect(findings(noteNumerals, { segments, notes: note(text) })).toEqual([]);
  });

  it.each([
    ['rose by 4.9%', '4.9'],
    ['JPY1,004 million', '1,004'],
    ['in 2012', '2012'],
    ['100 shops', '100'],
    ['5Q11', '5Q11'],
  ])('finds the numeral in "%s"', (text, numeral) => {
    expect(findings(noteNumerals, { segments, notes: note(text) })).toEqual([
      `notes.yml:1: the numeral ${numeral} stands in the words of the note "n"`,
    ]);
  });

  it('lets contact notes hold telephone numbers', () => {
    expect(findings(noteNumerals, { notes: note('03-5259-6500', 'contact') })).toEqual([]);
  });
});
