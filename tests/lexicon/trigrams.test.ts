import { expect, it } from 'vitest';
import { buildTrigrams, nearest, trigramsOf } from '../../src/lexicon/trigrams.ts';

const index = buildTrigrams(['operating income', 'net income', 'revenue', 'income']);

it('cuts a text into triples, its start weighing more', () => {
  expect([...trigramsOf('tax')]).toEqual(['  t', ' ta', 'tax', 'ax ']);
});

it('gives the entries that share most, most first, the earlier on a tie', () => {
  expect(nearest(index, 'operatng income', 2)).toEqual([0, 1]);
  expect(nearest(index, 'incme', 9)[0]).toBe(3);
  expect(nearest(index, 'zzz', 9)).toEqual([]);
});
