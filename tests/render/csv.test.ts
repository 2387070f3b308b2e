import { expect, it } from 'vitest';
import { csvName, toCsv } from '../../src/render/csv.ts';
import { projectBase } from '../support/project.ts';
import { lastTurn } from '../support/talk.ts';

const base = projectBase();
const csvOf = (question: string): string[] => toCsv(base, lastTurn(base, question).answer).split('\r\n');

it('has a heading and a line for each figure of a series, values in base units', () => {
  const lines = csvOf('ATM revenue by quarter');
  expect(lines[0]).toBe('metric,segment,period,kind,scenario,value,unit,shown,derived,sections');
  expect(lines[1]).toBe(
    'Revenue,ATM operation business,1Q10,level,actual,106000000,JPY,JPY 106 million,printed,II-8',
  );
  expect(lines).toHaveLength(1 + 7 + 1);
});

it('quotes what holds a comma', () => {
  expect(csvOf('compare recurring and one-time revenue in 3Q11')[1]).toContain('"JPY 20,761 million"');
});

it('says what is computed and what a change is from', () => {
  expect(csvOf('total revenue 3Q11')[1]).toContain(',computed,');
  expect(csvOf('how much did revenue grow')[1]).toContain('change 9M FY2010');
});

it('is named after what is in it', () => {
  expect(csvName(lastTurn(base, 'ATM revenue by quarter').answer)).toBe('revenue-atm.csv');
  expect(csvName(lastTurn(base, 'help').answer)).toBe('figures.csv');
});
