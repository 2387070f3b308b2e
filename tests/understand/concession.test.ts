import { describe, expect, it } from 'vitest';
import { withoutConcession } from '../../src/understand/concession.ts';

const left = (text: string): string =>
  withoutConcession(text, (rest, clause) =>
    !rest.toLowerCase().includes('why') ? null : clause.includes('ATM') && !rest.includes('SI') ? 'ATM' : '',
  );

describe('what a reason is asked in spite of', () => {
  it.each([
    ['Although revenue fell, why did cost rise?', 'why did cost rise?'],
    ['Why did cost rise although revenue fell?', 'Why did cost rise?'],
    ['Although ATM revenue rose, why is there a loss?', 'ATM, why is there a loss?'],
    ['Despite ATM growth, why did SI cost fall?', 'why did SI cost fall?'],
  ])('%s', (text, kept) => {
    expect(left(text)).toBe(kept);
  });

  it.each(['Although revenue fell, did cost rise?', 'Why did cost rise while revenue fell?'])(
    'stays: %s',
    (text) => {
      expect(left(text)).toBe(text);
    },
  );
});
