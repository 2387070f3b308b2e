import { describe, expect, it } from 'vitest';
import { withoutPreamble } from '../../src/understand/preamble.ts';

const left = (text: string): string => withoutPreamble(text, (rest) => /revenue|tax|graduates/.test(rest));

describe('what is only said around a question', () => {
  it.each([
    ['I work in HR. How many graduates joined?', 'How many graduates joined?'],
    ['Sorry for my English. I want to know the revenue', 'I want to know the revenue'],
    ['For our impairment test: what was the tax?', 'what was the tax?'],
    ['what was revenue, for my memo?', 'what was revenue?'],
    ['Cloud grew, so please give me the revenue', 'please give me the revenue'],
    ['revenue in oku for the Japanese version', 'revenue in oku'],
  ])('%s', (text, kept) => {
    expect(left(text)).toBe(kept);
  });

  it.each([
    ['ATM business: what was revenue?'],
    ['Our revenue. What was it in 3Q11?'],
    ['revenue 3Q11. And the tax?'],
    ['what was revenue for the ATM business'],
    ['revenue target for the fiscal year'],
  ])('stays: %s', (text) => {
    expect(left(text)).toBe(text);
  });
});
