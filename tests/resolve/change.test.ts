import { describe, expect, it } from 'vitest';
import { period } from '../../src/model/period.ts';
import { changeOf, defaultBase, fromPeriod, nameBase, printedBases } from '../../src/resolve/change.ts';
import { fiscalYearEnd } from '../../src/resolve/periods.ts';
import { cell, numberIn } from '../support/figures.ts';
import { projectBase } from '../support/project.ts';

const base = projectBase();

function changes(text: string, from: string): Record<string, string | boolean | null> | null {
  const c = changeOf(base, cell(text), period(from));
  return (
    c && {
      amount: c.amount && numberIn(c.amount).toFixed(),
      percent: c.percent && numberIn(c.percent).toFixed(),
      computed: [c.amount, c.percent]
        .map((f) => f && (f.derivation === null ? 'printed' : 'computed'))
        .join(' '),
    }
  );
}

describe('a change', () => {
  it.each([
    ['revenue recurring 3Q11', '3Q10', null, '4.9', ' printed'],
    ['revenue atm 3Q11', '3Q10', '237000000', '188.8', 'printed computed'],
    ['revenue atm 3Q11', '2Q11', '44000000', '13.9', 'printed computed'],
    ['gross-margin network-services 3Q11', '3Q10', '358000000', '11.8', 'printed computed'],
    ['operating-income consolidated 9M FY2011', '9M FY2010', '1600000000', '64.5', 'computed printed'],
    ['accounts-receivable consolidated 2011-12-31', '2011-03-31', '-976000000', '-5.9', 'printed computed'],
    ['accumulated-deficit consolidated 2011-12-31', '2011-03-31', '1782000000', null, 'printed '],
    ['employees consolidated 2011-12-31', '2011-09-30', '-14', '-0.7', 'printed computed'],
    ['equity-ratio consolidated 2011-12-31', '2011-03-31', '2.8', null, 'computed '],
    ['sga-ratio consolidated 9M FY2011', '9M FY2010', '-1.7', null, 'printed '],
    ['revenue wan 3Q11', '2Q11', '84000000', null, 'printed '],
    ['order-backlog systems-operation 2011-12-31', '2010-12-31', null, '19.8', ' printed'],
    ['income-tax consolidated 3Q11', '2Q11', '-83000000', '-13.2', 'computed computed'],
    ['operating-income atm 3Q11', '3Q10', '136000000', null, 'computed '],
    [
      'operating-income consolidated FY2011 revised-target',
      'FY2010',
      '2200000000',
      '52.1',
      'printed printed',
    ],
  ])('of %s since %s', (text, from, amount, percent, computed) => {
    expect(changes(text, from)).toEqual({ amount, percent, computed });
  });

  it.each([
    ['revenue gio 3Q11', '3Q10'],
    ['atms atm 2012-02-08', '2011-02-08'],
    ['operating-income consolidated 3Q11', '3Q10'],
    ['cash consolidated 2011-12-31', '2010-12-31'],
  ])('of %s since %s is not known', (text, from) => {
    expect(changes(text, from)).toBeNull();
  });

  it('of a ratio is in points, of a loss has no percentage', () => {
    expect(
      changeOf(base, cell('equity-ratio consolidated 2011-12-31'), period('2011-03-31'))?.amount?.unit,
    ).toBe('points');
    expect(changeOf(base, cell('operating-income atm 3Q11'), period('2Q11'))?.percent).toBeNull();
  });

  it('keeps both levels', () => {
    const change = changeOf(base, cell('employees consolidated 2011-12-31'), period('2010-12-31'));
    expect([change?.before, change?.after].map((f) => f && numberIn(f).toFixed())).toEqual(['1962', '1941']);
  });
});

describe('the base of a change', () => {
  it.each([
    ['revenue atm 3Q11', { kind: 'yoy' }],
    ['operating-income consolidated 9M FY2011', { kind: 'yoy' }],
    ['employees consolidated 2011-12-31', { kind: 'yoy' }],
    ['total-assets consolidated 2011-12-31', { kind: 'period', period: '2011-03-31' }],
    ['equity-ratio consolidated 2011-12-31', { kind: 'period', period: '2011-03-31' }],
    ['revenue gio 3Q11', { kind: 'qoq' }],
  ])('of %s, if none is said', (text, kind) => {
    expect(defaultBase(base, cell(text), fiscalYearEnd(base.calendar))).toEqual(kind);
  });

  it.each([
    ['3Q11', { kind: 'yoy' }, '3Q10'],
    ['3Q11', { kind: 'qoq' }, '2Q11'],
    ['9M FY2011', { kind: 'yoy' }, '9M FY2010'],
    ['9M FY2011', { kind: 'qoq' }, null],
    ['2011-12-31', { kind: 'qoq' }, '2011-09-30'],
    ['2011-12-31', { kind: 'period', period: period('2011-03-31') }, '2011-03-31'],
  ] as const)('%s %j', (at, kind, from) => {
    expect(fromPeriod(period(at), kind)).toBe(from);
    if (from !== null) expect(nameBase(period(at), period(from))).toEqual(kind);
  });

  it('is printed in the order of the document', () => {
    expect(printedBases(base, cell('revenue recurring 3Q11'))).toEqual(['3Q10', '2Q11']);
    expect(printedBases(base, cell('cash consolidated 2011-12-31'))).toEqual(['2011-03-31']);
    expect(printedBases(base, cell('revenue gio 3Q11'))).toEqual([]);
  });
});
