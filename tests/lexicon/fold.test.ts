import { describe, expect, it } from 'vitest';
import { foldName, foldWord, splitWords } from '../../src/lexicon/fold.ts';

describe('folded words', () => {
  it.each([
    ['Revenues', 'revenue'],
    ["Revenues'", 'revenue'],
    ['IIJ’s', 'iij'],
    ['liabilities', 'liability'],
    ['taxes', 'tax'],
    ['losses', 'loss'],
    ['amortisation', 'amortization'],
    ['Amortized', 'amortized'],
    ['capitalised', 'capitalized'],
    ['labour', 'labor'],
    ['programmes', 'program'],
    ['centres', 'center'],
    ['R&D', 'rd'],
    ['No.', 'no'],
  ])('%s is %s', (word, folded) => {
    expect(foldWord(word)).toBe(folded);
  });

  it.each(['gross', 'business', 'status', 'analysis', 'various', 'as', 'its', 'FY2010s'])(
    '%s keeps its s',
    (word) => {
      expect(foldWord(word)).toBe(word.toLowerCase());
    },
  );
});

describe('folded names', () => {
  it.each([
    ['Costs & Expenses', ['cost', 'and', 'expense']],
    ['the number of employees', ['number', 'of', 'employee']],
    ['Sales/R&D', ['sale', 'rd']],
    ['pre-tax income', ['pre', 'tax', 'income']],
    ['SI + ATM', ['si', 'and', 'atm']],
  ])('%s', (name, words) => {
    expect(foldName(name)).toEqual(words);
  });
});

it('splits words with their places, and drops what only joins', () => {
  const text = 'a-b, c/d (12.5%)';
  const pieces = splitWords(text);
  expect(pieces.map((p) => p.text)).toEqual(['a', 'b', ',', 'c', 'd', '(', '12.5', '%', ')']);
  expect(pieces.every((p) => text.slice(p.start, p.end) === p.text)).toBe(true);
});

it('a plus sign before a number is a sign, before a name it adds', () => {
  expect(splitWords('a + b +5').map((p) => p.text)).toEqual(['a', 'and', 'b', '+', '5']);
});
