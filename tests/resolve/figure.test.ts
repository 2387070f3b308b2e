import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/model/answer.ts';
import {
  averageOf,
  beforeGrowth,
  growthOf,
  isApproximate,
  quotientOf,
  sumOf,
} from '../../src/resolve/figure.ts';
import { level } from '../../src/resolve/level.ts';
import { cell, numberIn } from '../support/figures.ts';
import { projectBase } from '../support/project.ts';

const base = projectBase();
const at = cell('revenue consolidated 3Q11');

function figure(text: string): Figure {
  const found = level(base, cell(text));
  if (!found) throw new Error(`${text} is not printed`);
  return found;
}

const shown = (f: Figure | null): string | null => f && `${numberIn(f).toFixed()} ${f.unit} ${f.decimals}`;

const plus = (...texts: string[]): Figure =>
  sumOf(
    at,
    texts.map((t) => ({ sign: 1, figure: figure(t) })),
  );

describe('sums', () => {
  it('keep the last place of the coarsest term', () => {
    expect(shown(plus('revenue atm 3Q11', 'revenue atm 2Q11'))).toBe('678000000 JPY -6');
    expect(shown(plus('revenue gio 9M FY2011', 'revenue atm 3Q11'))).toBe('2400000000 JPY -8');
  });

  it('add up what rounding leaves open', () => {
    expect(plus('revenue atm 3Q11', 'revenue atm 2Q11').error.toFixed()).toBe('1000000');
    expect(plus('employees consolidated 2011-12-31').error.toFixed()).toBe('0');
  });

  it('cite all terms, each once', () => {
    expect(plus('revenue atm 3Q11', 'revenue atm 2Q11', 'cash consolidated 2011-12-31').sections).toEqual([
      'II-2',
      'II-8',
      'II-9',
    ]);
  });

  it('of percentages with a minus are points', () => {
    const [a, b] = [
      figure('equity-ratio consolidated 2011-12-31'),
      figure('equity-ratio consolidated 2011-03-31'),
    ];
    expect(shown(sumOf(at, [{ sign: 1, figure: a }, { sign: -1, figure: b }]))).toBe('2.8 points 1'); // prettier-ignore
  });
});

describe('averages', () => {
  it('keep the last place of the coarsest input', () => {
    const atm = ['1Q11', '2Q11', '3Q11'].map((q) => figure(`revenue atm ${q}`));
    expect(shown(averageOf(at, atm))).toBe('307000000 JPY -6');
    expect(shown(averageOf(at, [figure('revenue atm 3Q11'), figure('revenue atm 2Q11')]))).toBe(
      '339000000 JPY -6',
    );
  });
});

describe('quotients', () => {
  const sga = figure('sga iij-global 3Q11');
  const revenue = figure('revenue iij-global 3Q11');

  it.each([
    ['percent', '11.7 percent 1'],
    ['times', '0.12 times 2'],
  ] as const)('in %s', (as, value) => {
    expect(shown(quotientOf(at, sga, revenue, as))).toBe(value);
  });

  it('per head are money to the thousand', () => {
    const heads = figure('employees consolidated 2011-12-31');
    expect(shown(quotientOf(at, figure('revenue consolidated 9M FY2011'), heads, 'per'))).toBe(
      '36451000 JPY -3',
    );
  });
});

describe('growth', () => {
  it('is to one decimal', () => {
    expect(shown(growthOf(at, figure('revenue atm 3Q10'), figure('revenue atm 3Q11')))).toBe(
      '188.8 percent 1',
    );
  });

  it('has no meaning from a loss', () => {
    expect(growthOf(at, figure('operating-income atm 3Q10'), figure('revenue atm 3Q11'))).toBeNull();
  });

  it('backwards is approximate, and so is all that rests on it', () => {
    const growth: Figure = { ...figure('equity-ratio consolidated 2011-12-31'), measure: 'change' };
    const before = beforeGrowth(at, figure('revenue recurring 3Q11'), growth);
    expect(before && isApproximate(before)).toBe(true);
    expect(before && isApproximate(sumOf(at, [{ sign: 1, figure: before }]))).toBe(true);
    expect(isApproximate(plus('revenue atm 3Q11'))).toBe(false);
  });
});
