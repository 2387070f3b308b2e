import { describe, expect, it } from 'vitest';
import { buildSpeller, correct, editDistance, split } from '../../src/lexicon/spelling.ts';

describe('edits between two words', () => {
  it.each([
    ['income', 'income', 0],
    ['incme', 'income', 1],
    ['incoome', 'income', 1],
    ['incone', 'income', 1],
    ['icnome', 'income', 1],
    ['oprating', 'operating', 1],
    ['opreatign', 'operating', 2],
    ['', 'ab', 2],
  ])('%s, %s: %i', (a, b, edits) => {
    expect(editDistance(a, b, 3)).toBe(edits);
    expect(editDistance(b, a, 3)).toBe(edits);
  });

  it('stop counting above the limit', () => {
    expect(editDistance('income', 'revenue', 1)).toBe(2);
    expect(editDistance('a', 'abcdef', 2)).toBe(3);
  });
});

const speller = buildSpeller(
  ['operating', 'income', 'revenue', 'goodwill', 'margin', 'tax', 'cost', 'headcount'],
  ['marking', 'quarter', 'because', 'revenge'],
);

describe('misspellings', () => {
  it.each([
    ['oprating', 'operating'],
    ['opreating', 'operating'],
    ['operatign', 'operating'],
    ['Incme', 'income'],
    ['revnue', 'revenue'],
    ['revenu', 'revenue'],
    ['godwill', 'goodwill'],
    ['quartre', 'quarter'],
    ['headcuont', 'headcount'],
  ])('%s is %s', (typed, read) => {
    expect(correct(speller, typed)).toBe(read);
  });

  it('prefer words of names', () => {
    expect(correct(speller, 'revenge'.replace('g', 'x'))).toBe('revenue');
    expect(correct(speller, 'margins'.replace('s', ''))).toBe('margin');
  });

  it.each(['tex', 'cst', 'profit', 'incomplete', 'qqqqqqqq', ''])('%s is none', (typed) => {
    expect(correct(speller, typed)).toBeNull();
  });
});

describe('words run together', () => {
  it.each([
    ['operatingincome', ['operating', 'income']],
    ['GoodwillMargin', ['goodwill', 'margin']],
    ['operatingquarter', null],
    ['income', null],
  ])('%s', (typed, parts) => {
    expect(split(speller, typed)).toEqual(parts);
  });
});
