import { describe, expect, it } from 'vitest';
import { parseReference, resolveReference } from '../../src/facts/reference.ts';
import { tiny } from '../support/tiny.ts';

describe('parseReference', () => {
  it.each([
    [
      'revenue east 3Q11',
      { metric: 'revenue', segment: 'east', period: '3Q11', measure: 'level', base: null },
    ],
    ['cash east 2011-12-31', { period: '2011-12-31', measure: 'level' }],
    [
      'revenue east 9M FY2011 change yoy',
      { period: '9M FY2011', measure: 'change', base: 'yoy', scenario: 'actual' },
    ],
    ['cash east 2011-12-31 change 2011-03-31', { measure: 'change', base: '2011-03-31' }],
    ['revenue east FY2011 change 9M FY2011', { period: 'FY2011', measure: 'change', base: '9M FY2011' }],
    ['cost east 3Q11 share revenue', { measure: 'share', base: 'revenue' }],
    ['revenue east FY2011 revised-target', { scenario: 'revised-target', measure: 'level' }],
    ['revenue east FY2011 change yoy revised-target', { scenario: 'revised-target', base: 'yoy' }],
  ])('reads "%s"', (text, parts) => {
    expect(parseReference(text)).toMatchObject(parts);
  });

  it.each([
    '',
    'revenue',
    'revenue east',
    'revenue 3Q11',
    'revenue east 9M',
    'revenue east 3Q11 change',
    'revenue east 3Q11 change up',
    'revenue east 3Q11 change 3Q11',
    'revenue east 3Q11 share',
    'revenue east 3Q11 forecast',
    'revenue east 3Q11 plan now',
  ])('does not read "%s"', (text) => {
    expect(parseReference(text)).toBeNull();
  });
});

describe('resolveReference', () => {
  const { base } = tiny({
    facts: {
      I: [
        'metric: revenue, segment: east, period: 9M FY2011, unit: JPY billion, cells: [4.0]',
        'metric: revenue, segment: east, period: 9M FY2011, measure: change, base: yoy, unit: percent, cells: [+64.5]',
        'metric: revenue, segment: east, period: FY2011, scenario: revised-target, cells: [6]',
      ],
      'II-1': [
        'metric: revenue, segment: east, period: 9M FY2011, cells: ["3,998"]',
        'metric: revenue, segment: east, period: 9M FY2011, measure: change, base: yoy, cells: ["+1,568"]',
        'metric: cash, segment: east, period: 2011-12-31, measure: change, base: yoy, cells: ["+7"]',
      ],
    },
  });
  const printed = (text: string): string[] => {
    const reference = parseReference(text);
    return reference ? resolveReference(base, reference).map((f) => f.printed) : ['?'];
  };

  it('gives all printings of a level, the finest first', () => {
    expect(printed('revenue east 9M FY2011')).toEqual(['3,998', '4.0']);
  });

  it('gives a change in every unit', () => {
    expect(printed('revenue east 9M FY2011 change yoy')).toEqual(['+1,568', '+64.5']);
  });

  it('takes yoy and the date a year before for the same base', () => {
    expect(printed('cash east 2011-12-31 change 2010-12-31')).toEqual(['+7']);
  });

  it('keeps targets and actual figures apart', () => {
    expect(printed('revenue east FY2011 revised-target')).toEqual(['6']);
    expect(printed('revenue east FY2011')).toEqual([]);
  });
});
