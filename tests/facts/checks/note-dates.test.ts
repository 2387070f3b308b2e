import { describe, expect, it } from 'vitest';
import { noteDates } from '../../../src/facts/checks/note-dates.ts';
import { findings } from '../../support/tiny.ts';

describe('note-dates', () => {
  const notes = (text: string): string => `- { id: n, kind: remark, section: I, title: t, text: "${text}" }`;

  it('passes months, days and seasons in braces', () => {
    expect(findings(noteDates, { notes: notes('{2012-02}, {2010-09-01} and {2012-summer}') })).toEqual([]);
  });

  it.each(['{2012-13}', '{Feb. 2012}', '{2012-02', '2012-02}', '{2011-02-30}'])('finds %s', (text) => {
    expect(findings(noteDates, { notes: notes(`in ${text}`) })).toEqual([
      expect.stringContaining('in the note "n" is not a date in braces'),
    ]);
  });
});
