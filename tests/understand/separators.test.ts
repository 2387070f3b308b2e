import { describe, expect, it } from 'vitest';
import { findSeparators } from '../../src/understand/separators.ts';

describe('separators', () => {
  it.each([
    ['a and b', ['and']],
    ['a, b', ['and']],
    ['a or b', ['and']],
    ['a + b', ['and']],
    ['a along with b', ['and']],
    ['a vs b', ['versus']],
    ['a compared with b', ['versus']],
    ['more a than b', ['versus']],
    ['a minus b', ['minus']],
    ['a net of b', ['minus']],
    ['a; b', ['item']],
    ['a as a percentage of b', ['of']],
    ['a as % of b', ['of']],
    ['a divided by b', ['of']],
    ['a per b', ['per']],
    ['from a to b', ['to']],
    ['a and b vs c', ['and', 'versus']],
  ])('%s', (text, separators) => {
    expect(findSeparators(text).map((s) => s.separator)).toEqual(separators);
  });

  it.each(['per cent', 'per share', 'android', 'total', 'pre-tax', 'revs'])('%s has none', (text) => {
    expect(findSeparators(text)).toEqual([]);
  });

  it('stand at their places', () => {
    const text = 'cash and cash equivalents vs borrowings';
    expect(findSeparators(text).map((s) => text.slice(s.start, s.end))).toEqual(['and', 'vs']);
  });
});
