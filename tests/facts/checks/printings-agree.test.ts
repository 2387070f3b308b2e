import { describe, expect, it } from 'vitest';
import { printingsAgree } from '../../../src/facts/checks/printings-agree.ts';
import { findings } from '../../support/tiny.ts';

describe('printings-agree', () => {
  const printed = (second: string) => ({
    facts: {
      I: ['metric: revenue, period: 3Q11, cells: ["3,998"]'],
      'II-1': [`metric: revenue, period: 3Q11, ${second}`],
    },
  });

  it('lets the finest round to the coarser', () => {
    expect(findings(printingsAgree, printed('unit: JPY billion, cells: [4.0]'))).toEqual([]);
  });

  it('finds a coarser printing that the finest does not round to', () => {
    expect(findings(printingsAgree, printed('unit: JPY billion, cells: [4.1]'))).toEqual([
      'facts/II-1.yml:7: revenue consolidated 3Q11 is printed "4.1" here and "3,998" at documents/tiny/facts/I.yml:7',
    ]);
  });

  it('does not call one unit of the same precision rounding', () => {
    expect(findings(printingsAgree, printed('cells: ["3,999"]'))).toHaveLength(1);
  });

  it('does not hold a lower bound against a figure, but against another bound', () => {
    const bound = (cell: string, kind: string): string =>
      `metric: staff, period: 2011-12-31, unit: count, bound: ${kind}, cells: ["${cell}"]`;
    const facts = { I: [bound('1,000', 'over')], 'II-1': [bound('1,012', 'exact')] };
    expect(findings(printingsAgree, { facts })).toEqual([]);
    expect(
      findings(printingsAgree, { facts: { I: [bound('1,000', 'over'), bound('900', 'over')] } }),
    ).toHaveLength(1);
  });

  it('finds two dates for one event', () => {
    const date = (cell: string): string =>
      `metric: launch-date, period: 2012-02, unit: date, cells: ["${cell}"]`;
    expect(findings(printingsAgree, { facts: { I: [date('Feb. 2012'), date('March 2012')] } })).toHaveLength(
      1,
    );
  });
});
