import { describe, expect, it } from 'vitest';
import { type Cell, cellKey } from '../../../src/facts/base.ts';
import type { Equation } from '../../../src/facts/identities/equations.ts';
import { independent, solve, type Sum } from '../../../src/facts/identities/solve.ts';
import { period } from '../../../src/model/period.ts';

const cell = (metric: string): Cell => ({
  metric,
  segment: 'consolidated',
  period: period('3Q11'),
  measure: 'level',
  against: '',
  scenario: 'actual',
  unit: 'JPY',
});
const key = (metric: string): string => cellKey(cell(metric));

/** "a = b - c" as an equation. */
function equation(text: string): Equation {
  const [left = '', , ...terms] = text.split(' ');
  const right = terms
    .join(' ')
    .replaceAll('- ', '-')
    .split(' ')
    .filter((t) => t !== '+')
    .map((t) => ({
      times: t.startsWith('-') ? (-1 as const) : (1 as const),
      cell: cell(t.replace('-', '')),
    }));
  return { kind: 'sum', how: text, left: cell(left), right, constant: 0 };
}

const say = (sum: Sum | null): string | null =>
  sum && [...sum.terms].map(([k, n]) => `${n > 0 ? '+' : ''}${n}${k.split('|')[0] ?? ''}`).join(' ');

const solved = (known: string, ...equations: string[]) =>
  solve(equations.map(equation), new Set(known.split(' ').map(key)));

describe('solve', () => {
  it('keeps equations between known cells as they are', () => {
    expect(solved('a b c', 'a = b + c').relations.map(say)).toEqual(['+1a -1b -1c']);
  });

  it('replaces an unknown cell by its own definition', () => {
    const { relations, derive } = solved('a b c d', 'a = x + b', 'x = c - d');
    expect(relations.map((r) => [r.equation.how, say(r)])).toEqual([['a = x + b', '+1a -1c +1d -1b']]);
    expect(say(derive(key('x')))).toBe('+1c -1d');
  });

  it('finds what entangled unknown cells leave', () => {
    expect(
      solved(
        'p q',
        'p = x - y',
        'q = x - z',
        'r = z - y',
        's = r + x',
        's = x + t',
        't = p - q',
      ).relations.map(say),
    ).toEqual([]);
    expect(solved('p q r', 'p = x - y', 'q = x - z', 'r = z - y').relations.map(say)).toEqual([
      '+1q -1p +1r',
    ]);
  });

  it('says nothing where something stays unknown, or where equations repeat each other', () => {
    const { relations, derive } = solved('a', 'a = x + y', 'x = a - y');
    expect(relations).toEqual([]);
    expect(derive(key('x'))).toBeNull();
  });
});

describe('independent', () => {
  it('drops what follows from the shorter ones', () => {
    const { relations } = solved('a b c d', 'a = b + c', 'b = c - d', 'a = c + c - d');
    expect(independent(relations, []).map((r) => r.equation.how)).toHaveLength(2);
    expect(independent(relations.slice(1, 2), relations)).toEqual([]);
  });
});
