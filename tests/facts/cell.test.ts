import { describe, expect, it } from 'vitest';
import { readCell, readDate } from '../../src/facts/cell.ts';

describe('readCell', () => {
  it.each([
    ['3,998', 'JPY million', '3998000000', -6],
    ['4.0', 'JPY billion', '4000000000', -8],
    ['(161)', 'JPY million', '-161000000', -6],
    ['+4.9', 'percent', '4.9', 1],
    ['-21', 'count', '-21', 0],
    ['16,775', 'JPY', '16775', 0],
    ['5', 'times', '5', 0],
  ])('reads %s in %s', (printed, unit, value, decimals) => {
    const cell = readCell(printed, unit);
    expect(cell?.value.toString()).toBe(value);
    expect(cell?.decimals).toBe(decimals);
  });

  it.each(['', '3,99', '1,2345', '(161', '161)', '4.', '.5', '1e3', '12%', 'n/a', '--4'])(
    'refuses "%s"',
    (printed) => {
      expect(readCell(printed, 'JPY million')).toBeNull();
    },
  );

  it('refuses a unit that it does not know', () => {
    expect(readCell('1', 'USD million')).toBeNull();
  });
});

describe('readDate', () => {
  it.each([
    ['2012.2.8', '2012-02-08'],
    ['Feb. 8, 2012', '2012-02-08'],
    ['Sep .1, 2010', '2010-09-01'],
    ['Feb. 2012', '2012-02'],
    ['March 2012', '2012-03'],
    ['summer 2012', '2012-22'],
  ])('reads %s', (printed, iso) => {
    expect(readDate(printed)).toBe(iso);
  });

  it.each(['2012', 'Febtember 2012', 'Foo 2012', '8 Feb 2012', 'Feb. 30, 2012', '2012.13.1'])(
    'refuses %s',
    (printed) => {
      expect(readDate(printed)).toBeNull();
    },
  );
});
