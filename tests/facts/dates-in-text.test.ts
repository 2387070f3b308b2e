import { describe, expect, it } from 'vitest';
import { datesInText } from '../../src/facts/dates-in-text.ts';

describe('datesInText', () => {
  it('splits a sentence at its dates', () => {
    expect(datesInText('from {2010-09-01} to {2012-02}.')).toEqual([
      { kind: 'words', text: 'from ' },
      { kind: 'date', iso: '2010-09-01' },
      { kind: 'words', text: ' to ' },
      { kind: 'date', iso: '2012-02' },
      { kind: 'words', text: '.' },
    ]);
  });

  it('writes a season like the value of a date fact', () => {
    expect(datesInText('{2012-summer}')).toEqual([{ kind: 'date', iso: '2012-22' }]);
  });

  it('leaves a text without dates whole', () => {
    expect(datesInText('no reason is given')).toEqual([{ kind: 'words', text: 'no reason is given' }]);
  });

  it.each(['{2012-00}', '{2012-13}', '{2011-02-30}', '{2012-monsoon}', '{}', '{soon}', '{2012-02', '}'])(
    'marks %s as bad',
    (text) => {
      expect(datesInText(text)).toEqual([{ kind: 'bad', text }]);
    },
  );
});
