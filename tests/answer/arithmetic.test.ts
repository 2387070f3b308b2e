import { describe, expect, it } from 'vitest';
import { arithmetic, computedIn, rangeNote } from '../../src/answer/arithmetic.ts';
import type { Figure, Line } from '../../src/model/answer.ts';
import { lineText } from '../../src/render/text.ts';
import { level } from '../../src/resolve/level.ts';
import { cell } from '../support/figures.ts';
import { projectBase } from '../support/project.ts';

const base = projectBase();

function figure(text: string): Figure {
  const found = level(base, cell(text));
  if (!found) throw new Error(`no ${text}`);
  return found;
}

const text = (line: Line | null): string | null => line && lineText(base, line);

describe('the arithmetic of a computed figure', () => {
  it('is not there for a printed one', () => {
    expect(arithmetic(base, figure('revenue atm 3Q11'))).toBeNull();
    expect(computedIn(figure('revenue atm 3Q11'))).toEqual([]);
  });

  it('names every term and what it is', () => {
    const shown = text(arithmetic(base, figure('revenue consolidated 3Q11')));
    for (const piece of ['20,761', '2,422', '361', 'Recurring', 'One-time', 'ATM operation business', ' + '])
      expect(shown).toContain(piece);
  });

  it('tells a term of another period or another measure', () => {
    const shown = text(arithmetic(base, figure('gross-margin consolidated 2Q11')));
    expect(shown).toMatch(/4,862 million.*3Q11.*128 million.*change/);
  });
});

describe('the range that rounding leaves', () => {
  it.each([
    ['revenue consolidated 3Q11', '23,542', '23,546'],
    ['gross-margin consolidated 2Q11', '4,733', '4,735'],
  ])('%s: it holds every value that the inputs can stand for', (at, low, high) => {
    const note = text(rangeNote(figure(at)));
    expect(note).toContain(`JPY ${low} million`);
    expect(note).toContain(`JPY ${high} million`);
  });

  it('is nothing for counts and printed figures', () => {
    expect(rangeNote(figure('employees consolidated 2011-09-30'))).toBeNull();
    expect(rangeNote(figure('revenue atm 3Q11'))).toBeNull();
  });
});
