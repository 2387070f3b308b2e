import { describe, expect, it } from 'vitest';
import { finest } from '../../../src/facts/identities/cells.ts';
import { cellOf } from '../../../src/facts/identities/cells.ts';
import {
  evaluate,
  type Expression,
  leavesOf,
  sayExpression,
} from '../../../src/facts/identities/expression.ts';
import { tiny } from '../../support/tiny.ts';

/** Printed figures in units of one. */
function printed(...cells: string[]): Expression[] {
  const { base } = tiny({
    facts: {
      I: cells.map((cell, i) => `metric: revenue, period: 3Q${10 + i}, unit: JPY, cells: ["${cell}"]`),
    },
  });
  return base.facts.flatMap((fact) => finest(base, cellOf(base, fact)) ?? []);
}

function say(e: Expression): string | null {
  const result = evaluate(e);
  return (
    result && [result.value, result.range.low, result.range.high].map((v) => v.round(3).toFixed()).join(' ')
  );
}

const [ten, four, loss] = printed('10', '4', '(4)');
if (!ten || !four || !loss) throw new Error('no figures');

describe('an expression', () => {
  it.each<[string, Expression, string | null]>([
    ['a printed figure', ten, '10 9.5 10.5'],
    [
      'a sum',
      {
        op: 'sum',
        parts: [
          { times: 1, of: ten },
          { times: -2, of: four },
        ],
      },
      '2 0.5 3.5',
    ],
    ['a quotient', { op: 'quotient', of: four, to: ten, percent: true }, '40 33.333 47.368'],
    ['a loss over a figure', { op: 'quotient', of: loss, to: ten, percent: false }, '-0.4 -0.474 -0.333'],
    ['growth', { op: 'growth', from: four, to: ten }, '150 111.111 200'],
    ['growth from a loss', { op: 'growth', from: loss, to: ten }, null],
    ['a level before growth', { op: 'before', level: ten, growth: four }, '9.615 9.091 10.145'],
  ])('gives a value and a range for %s', (_name, expression, expected) => {
    expect(say(expression)).toBe(expected);
  });

  it('lists its figures with their signs, and is said with them', () => {
    const inner: Expression = {
      op: 'sum',
      parts: [
        { times: 1, of: four },
        { times: -1, of: loss },
      ],
    };
    const e: Expression = {
      op: 'sum',
      parts: [
        { times: 1, of: ten },
        { times: -1, of: inner },
      ],
    };
    expect(leavesOf(e).map((l) => [l.sign, l.printed.fact.printed])).toEqual([
      [1, '10'],
      [-1, '4'],
      [1, '(4)'],
    ]);
    expect(sayExpression(e, (p) => p.fact.printed)).toBe('10 - (4 - (4))');
  });
});
