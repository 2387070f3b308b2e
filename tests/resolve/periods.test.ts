import { describe, expect, it } from 'vitest';
import { period } from '../../src/model/period.ts';
import { fit, fiscalYearEnd, isStockLike, latestDate, levelPeriods } from '../../src/resolve/periods.ts';
import { projectBase } from '../support/project.ts';

const base = projectBase();

it('the calendar: the latest date and the last fiscal year-end', () => {
  expect(latestDate(base.calendar)).toBe('2011-12-31');
  expect(fiscalYearEnd(base.calendar)).toBe('2011-03-31');
});

describe('a period fitted to a metric', () => {
  it.each([
    ['cash', '3Q11', '2011-12-31'],
    ['cash', 'FY2010', '2011-03-31'],
    ['cash', '2011-12-31', '2011-12-31'],
    ['equity-ratio', 'FY2010', '2011-03-31'],
    ['employees', '2Q11', '2011-09-30'],
    ['revenue', '3Q11', '3Q11'],
    ['revenue', '2011-12-31', '9M FY2011'],
    ['operating-income', '2011-03-31', 'FY2010'],
    ['revenue', '2011-11-30', null],
    ['operating-margin', '3Q11', '3Q11'],
  ])('%s at %s', (metric, asked, fitted) => {
    expect(fit(base, metric, period(asked))).toBe(fitted);
  });

  it('a ratio of stocks is like a stock', () => {
    expect(['cash', 'equity-ratio', 'employees'].map((m) => isStockLike(base, m))).toEqual([
      true,
      true,
      true,
    ]);
    expect(['revenue', 'operating-margin', 'nope'].map((m) => isStockLike(base, m))).toEqual([
      false,
      false,
      false,
    ]);
  });
});

it('the periods with levels, as the document has them', () => {
  expect(levelPeriods(base, 'revenue', 'gio')).toEqual(['9M FY2011', '3Q11', '2Q11']);
  expect(levelPeriods(base, 'revenue', 'wan')).toEqual([]);
  expect(levelPeriods(base, 'new-graduates', 'consolidated', 'plan')).toEqual(['FY2012']);
});
