import { describe, expect, it } from 'vitest';
import { findUnits } from '../../src/understand/units.ts';

const unitsIn = (text: string): string[] => findUnits(text).map((u) => u.unit);

describe('the unit an answer is wanted in', () => {
  it.each([
    ['revenue in billions', 'billion'],
    ['revenue in bn', 'billion'],
    ['in billions of yen', 'billion'],
    ['in JPY bn', 'billion'],
    ['revenue in millions', 'million'],
    ['in JPY mn', 'million'],
    ['in thousands', 'thousand'],
    ['in oku yen', 'oku'],
    ['how many oku yen', 'oku'],
    ['in hundreds of millions of yen', 'oku'],
    ['in plain yen', 'yen'],
    ['in full yen', 'yen'],
    ['in trillions', 'trillion'],
    ['convert it to billions', 'billion'],
  ])('%s', (text, unit) => {
    expect(unitsIn(text)).toEqual([unit]);
  });

  it.each([
    '4 billion yen',
    'was it 3,998 million?',
    'change in yen terms',
    'how many yen',
    'in 3Q11',
    'in total',
  ])('%s names none', (text) => {
    expect(unitsIn(text)).toEqual([]);
  });
});
