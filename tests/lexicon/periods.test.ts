import { describe, expect, it } from 'vitest';
import { findPeriods } from '../../src/lexicon/periods/find.ts';
import { projectBase } from '../support/project.ts';
import { settle } from '../../src/resolve/periods.ts';

const { calendar, document } = projectBase();

/** Every period in a text, settled: its spelling, "month 2011-12-31", "-1 year", "series quarter 3", "unsupported". */
function settled(text: string): string[] {
  return findPeriods(text).map(({ said }) => {
    const s = settle(said, calendar, document.date);
    switch (s.kind) {
      case 'period':
        return s.period;
      case 'month':
        return `month ${s.period}`;
      case 'relative':
        return `${s.by} ${s.unit}`;
      case 'series':
        return `series ${s.unit}${s.last === null ? '' : ` ${s.last}`}`;
      case 'unsupported':
        return 'unsupported';
    }
  });
}

const CORPUS: Readonly<Record<string, readonly string[]>> = {
  '3Q11': [
    '3Q11', '3q11', '3 Q 11', "3Q'11", '3Q-11', 'Q3 FY11', 'Q3 FY2011', 'FY2011 Q3', 'FY11Q3', '3Q FY2011', '3QFY11',
    "Q3'11", 'Q3/11', 'Q3 2011', 'third quarter of fiscal 2011', 'third quarter fiscal year 2011', '3rd quarter FY11',
    'third-quarter', 'Q3', '3Q', 'Oct-Dec 2011', 'October to December 2011', 'Oct.-Dec. 2011', 'October-December',
    'Oct 2011 - Dec 2011', '11/10-11/12', 'three months ended December 31, 2011', 'quarter ended 31 December 2011',
    'this quarter', 'the latest quarter', 'the most recent quarter', 'quarter only', 'just the quarter', 'the quarter itself',
    '1 Oct to 31 Dec 2011', 'October 1 through December 31, 2011', '2011/10/01 - 2011/12/31',
  ],
  '3Q10': ['3Q10', 'Q3 FY10', 'same quarter last year', 'the same quarter of the previous year', 'year-ago quarter', 'Oct-Dec 2010',
    'third quarters of FY10', 'the October to December quarter of 2010', 'previous year same quarter'],
  '2Q11': ['2Q11', 'quarter 2', "second qtr of FY'11", 'Jul-Sep 2011', 'July through September', 'the Sep-2011 quarter',
    'September 2011 quarter'],
  '1Q10': ['1Q10', 'first quarter of FY10', 'the first quarter of FY2010'],
  '4Q10': ['4Q10', '4Q', 'fourth quarter', 'Q4', 'Jan-Mar 2011', 'the final quarter of FY10'],
  '-1 quarter': ['last quarter', 'the previous quarter', 'the prior quarter', 'a quarter ago', 'the quarter before'],
  '-1 year': ['last year', 'the same period last year', 'a year ago', 'a year earlier', 'the prior year', 'the year before',
    'over the course of a year', 'within the space of a year'],
  '-2 year': ['two years ago'],
  '9M FY2011': [
    '9M', '9M FY2011', '9M11', '9MFY11', 'nine months', 'first nine months', 'nine months ended December 2011', '1Q-3Q',
    '1Q-3Q FY2011', 'Q1-Q3', 'this fiscal year so far', 'the year to date', '1Q to 3Q11', 'first three quarters', 'YTD', 'year to date', 'cumulative', 'Apr-Dec 2011',
    'April through December', '11/4~11/12',
  ],
  '9M FY2010': ['9M FY2010', 'nine months of FY2010', 'April to December 2010', '9M10'],
  '1H FY2011': ['first half', '1H FY2011', 'H1 FY11', '1H11', 'six months ended September 2011'],
  '2H FY2010': ['second half of FY2010', '2H10'],
  FY2010: [
    'FY10', 'FY2010', "FY'10", 'fiscal 2010', 'fiscal year 2010', 'financial year 2010', 'full-year FY2010',
    'last fiscal year', 'year ended March 2011', 'twelve months ended March 31, 2011',
    'FY3/11', 'FY03/2011', 'fy 3/11',
  ],
  FY2011: ['FY3/12', 'FYE 3/2012', 'FY2012/3', 'FY11', 'full year', 'this fiscal year', 'full year 2011', 'the whole year'],
  FY2012: ['FY2012', 'next fiscal year', 'next year'],
  '2011-12-31': [
    'end of December', 'end of Dec 2011', 'end-December', 'as of December 31, 2011', 'Dec 31', 'Dec. 31, 2011', '31 Dec 2011',
    '31st of December 2011', '12/31', '12/31/2011', '31/12/2011', '2011-12-31', '2011/12/31', 'quarter-end', 'end of the quarter',
  ],
  '2011-03-31': ['31 March 2011', 'March 31', 'end of March', 'year-end', 'fiscal year-end', 'end of FY10', 'FY2010 year-end'],
  '2011-09-30': ['Sep 30', 'end of September', 'end of Q2', '30 September 2011'],
  '2012-02-08': ['Feb 8', 'Feb. 8, 2012'],
  'month 2011-12-31': ['Dec 2011', 'December', 'in December', '2011-12'],
  'month 2011-03-31': ['March 2011', 'mar-11'],
  'month 2012-01-31': ['January 2012', 'January'],
  'series quarter': ['by quarter', 'each quarter', 'quarterly', 'every single quarter', 'per quarter'],
  'series quarter 3': ['last three quarters', 'the past 3 quarters'],
  'series year': ['by fiscal year', 'each year'],
  unsupported: ['calendar 2011', 'CY2011', 'last week', 'this month'],
}; // prettier-ignore

describe.each(Object.entries(CORPUS))('%s', (meaning, spellings) => {
  it.each(spellings)('%s', (text) => {
    expect(settled(text)).toEqual([meaning]);
    expect(settled(`operating income, ${text}?`)).toEqual([meaning]);
  });
});

describe('no period', () => {
  it.each([
    '5Q11', 'Q5', '3Qx', 'x3Q11', '24/7', '1/3', '3:00', "'11", 'may I ask', 'mayor', 'FY', 'quarter on quarter', '31/31',
    'II-9', 'octopus', '1,941', 'LTE', '3rd party',
  ])('%s', (text) => {
    expect(settled(text)).toEqual([]);
  }); // prettier-ignore
});

describe('several periods', () => {
  it.each([
    ['3Q11 vs 3Q10', ['3Q11', '3Q10']],
    ['1Q11, 2Q11 and 3Q11', ['1Q11', '2Q11', '3Q11']],
    ['from 31 March 2011 to 31 December 2011', ['2011-03-31', '2011-12-31']],
    ['9M FY2011 and FY2010', ['9M FY2011', 'FY2010']],
    ['this quarter and last quarter', ['3Q11', '-1 quarter']],
  ])('%s', (text, meanings) => {
    expect(settled(text)).toEqual(meanings);
  });

  it('keeps the place of each', () => {
    const text = 'ATM revenue 3Q11 against the same quarter last year';
    expect(findPeriods(text).map((m) => text.slice(m.start, m.end))).toEqual([
      '3Q11',
      'the same quarter last year',
    ]);
  });
});
