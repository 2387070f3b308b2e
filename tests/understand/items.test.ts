import { describe, expect, it } from 'vitest';
import { settle } from '../../src/resolve/periods.ts';
import { itemsOf, rangeOf } from '../../src/understand/items.ts';
import { understand } from '../../src/understand/understand.ts';
import { projectBase } from '../support/project.ts';

const base = projectBase();

/** The things asked about, each "separator: metric segment period". */
function items(question: string): string[] {
  return itemsOf(base, understand(base, question)).map((i) => {
    const when = i.period && settle(i.period, base.calendar, base.document.date);
    const shown = when === null ? '-' : 'period' in when ? when.period : when.kind;
    return `${i.after === null ? '' : `${i.after}: `}${i.metric ?? '-'} ${i.segment ?? '-'} ${shown}`;
  });
}

describe('one thing', () => {
  it.each([
    ['operating income 3Q11', 'operating-income - 3Q11'],
    ['ATM revenue', 'revenue atm -'],
    ['revenue of the ATM operation business', 'revenue atm -'],
    ['3Q11, ATM, revenue', 'revenue atm 3Q11'],
    ['Q3 revenue of IIJ GIO in FY11', 'revenue gio 3Q11'],
    ['consolidated revenue', 'revenue consolidated -'],
    ['and 2Q11?', 'and: - - 2Q11'],
  ])('%s', (question, item) => {
    expect(items(question)).toEqual([item]);
  });
});

describe('several things', () => {
  it.each([
    ['ATM revenue and cost, 3Q11', 2],
    ['ATM revenue, 2Q11 and 3Q11', 2],
    ['compare gross margin of network services and SI', 2],
    ['recurring vs one-time revenue in 3Q11', 2],
    ['revenue, gross margin and operating income for the nine months', 3],
    ['income tax in 1Q11, 2Q11 and 3Q11', 3],
    ['cash; borrowings; total assets', 3],
  ])('%s', (question, count) => {
    expect(items(question)).toHaveLength(count);
  });

  it('share a metric, a segment and a period that was said once', () => {
    expect(items('recurring and one-time revenue in 3Q11')).toEqual([
      'revenue recurring 3Q11',
      'and: revenue one-time 3Q11',
    ]);
    expect(items('ATM revenue and cost in 2Q11')).toEqual([
      'revenue atm 2Q11',
      'and: cost-of-revenue atm 2Q11',
    ]);
    expect(items('ATM revenue, 3Q11 and 2Q11')).toEqual(['revenue atm 3Q11', 'and: revenue atm 2Q11']);
  });

  it('are divided by what joins them', () => {
    expect(items('IIJ-Global SG&A as % of revenue')).toEqual(['sga iij-global -', 'of: revenue - -']);
    expect(items('operating income per employee')).toEqual(['operating-income - -', 'per: employees - -']);
  });

  it('keep the order in which they were said', () => {
    expect(
      items('total assets, cash and inventories').map((i) => i.replace(/^and: /, '').split(' ')[0]),
    ).toEqual(['total-assets', 'cash', 'inventories']);
  });
});

describe('a run of periods', () => {
  const range = (question: string): string[] | null =>
    rangeOf(understand(base, question))?.map((p) => {
      const s = settle(p, base.calendar, base.document.date);
      return 'period' in s ? s.period : s.kind;
    }) ?? null;

  it.each([
    ['ATM revenue from 1Q10 to 3Q11', ['1Q10', '3Q11']],
    ['income tax 1Q11-3Q11', ['1Q11', '3Q11']],
    ['ATM cost between 2Q10 and 1Q11', ['2Q10', '1Q11']],
  ])('%s', (question, ends) => {
    expect(range(question)).toEqual(ends);
  });

  it.each(['ATM revenue 3Q11 and 3Q10', 'ATM revenue 3Q11 vs 2Q11', 'revenue 1Q-3Q'])(
    '%s is none',
    (question) => {
      expect(range(question)).toBeNull();
    },
  );
});
