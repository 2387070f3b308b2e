import { describe, expect, it } from 'vitest';
import { projectBase } from '../support/project.ts';
import { lastTurn } from '../support/talk.ts';

const base = projectBase();

const first = (question: string): string => lastTurn(base, question).text.split('\n')[0] ?? '';

describe('the headline', () => {
  it.each([
    ['operating income 9M', /^Operating income: JPY 3,998 million, .*cumulative \[I, II-1\]$/],
    ['ATM operating loss 3Q11', /^Operating loss, ATM operation business: .*29 million, 3Q11/],
    ['revenue recurring 3Q11 yoy', /Recurring: up 4\.9% year on year/],
    ['ATM operating loss yoy in 3Q11', /loss narrowed by JPY 136 million year on year/],
    ['change in total assets since March', /down JPY 469 million \(-0\.7%\) since 31 Mar 2011/],
    ['equity ratio change', /up 2\.8 points since 31 Mar 2011/],
    ['SG&A ratio change yoy', /down 1\.7 points year on year/],
    ['how many GIO projects', /over 1,000/],
    ['by how much was the revenue target cut', /lowered by JPY 3\.0 billion/],
    ['was the operating income target changed', /unchanged/],
    ['how much revenue is still needed to reach the full-year target', /JPY 26,248 million still needed/],
    ['when will LTE start', /February 2012/],
    ['GIO launch in China', /summer 2012/],
    ['operating income per employee', /JPY 2\.060 million/],
    ['operating income as % of revenue', /5\.7%/],
  ])('%s', (question, says) => {
    expect(first(question)).toMatch(says);
  });
});

describe('yes or no', () => {
  it.each([
    ['did operating income rise in the nine months?', 'Yes'],
    ['did operating income fall in the nine months?', 'No'],
    ['did operating income not fall in the nine months?', 'Yes'],
    ['is it true that revenue was 70,752 million yen?', 'Yes'],
    ['is it true that revenue was about 71 billion?', 'Yes'],
    ['is it true that revenue was 72 billion?', 'No'],
    ['operating income was up 64.5%, right?', 'Yes'],
    ['operating income was up 46.5%, right?', 'No'],
    ['was operating income more than 4 billion yen?', 'No'],
    ['did the ATM operating loss narrow year on year?', 'Yes'],
    ['did the ATM operating loss widen year on year?', 'No'],
    ['did headcount fall by 14 qoq?', 'Yes'],
    ['did headcount rise over the quarter?', 'No'],
    ['were total assets down since March?', 'Yes'],
    ['is the ATM business profitable?', 'No'],
  ])('%s %s', (question, verdict) => {
    expect(first(question)).toMatch(new RegExp(`^${verdict}\\b`));
  });
});
