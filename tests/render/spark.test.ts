import { expect, it } from 'vitest';
import { decimal } from '../../src/model/decimal.ts';
import { type Bar, sparkLines } from '../../src/render/spark.ts';

const bar = (label: string, digits: string): Bar => ({ label, value: decimal(digits), shown: digits });

it('draws gains to the right, with labels and values aligned', () => {
  expect(sparkLines([bar('1Q11', '5'), bar('12Q11', '20'), bar('3Q11', '0')], 8)).toEqual([
    '1Q11   ██         5',
    '12Q11  ████████  20',
    '3Q11              0',
  ]);
});

it('draws losses to the left of an axis', () => {
  expect(sparkLines([bar('1Q10', '-161'), bar('1Q11', '-40'), bar('3Q11', '161')], 8)).toEqual([
    '1Q10  ████│      -161',
    '1Q11     █│       -40',
    '3Q11      │████   161',
  ]);
});

it('draws to half a column, and never nothing for what is not zero', () => {
  expect(sparkLines([bar('a', '3'), bar('b', '-1'), bar('c', '0.01')], 4)).toEqual([
    'a   │███     3',
    'b  █│       -1',
    'c   │▌    0.01',
  ]);
});

it('puts the axis at the right edge when there are only losses', () => {
  expect(sparkLines([bar('a', '-4'), bar('b', '-1')], 4)).toEqual(['a  ████│  -4', 'b     █│  -1']);
});

it('draws no bars when all is zero, and no lines when there is nothing', () => {
  expect(sparkLines([bar('a', '0'), bar('b', '0')])).toEqual(['a    0', 'b    0']);
  expect(sparkLines([])).toEqual([]);
});
