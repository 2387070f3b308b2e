import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { verifyDocument } from '../../src/facts/verify.ts';
import { projectBase } from '../support/project.ts';
import { tiny, type TinyData } from '../support/tiny.ts';

const SOURCE = `Results
Feb. 8,  2012
I. Summary
3Q11 sales: JPY1,234 million (up 5.0% YoY), 3Q10: (12)
II-1. Details (1)
sales 1,234 and 7
II-1. Details (2)
over 1Gbps: 7
`;

const FACTS: TinyData['facts'] = {
  cover: ['metric: launch-date, period: 2012-02-08, unit: date, cells: ["Feb. 8, 2012"]'],
  I: [
    'metric: revenue, period: 3Q11, cells: ["1,234"]',
    'metric: revenue, period: 3Q11, measure: change, base: yoy, unit: percent, cells: [+5.0]',
    'metric: revenue, period: 3Q10, cells: [(12)]',
  ],
  'II-1': [
    'metric: revenue, period: 3Q11, cells: ["1,234"]',
    'metric: revenue, segment: east, period: 3Q11, cells: ["7"]',
    'metric: revenue, segment: west, period: 3Q11, cells: ["7"]',
  ],
};

const EXCEPTIONS = [
  String.raw`  - { pattern: '\b[1-4]Q1[01]\b', reason: label of a quarter }`,
  String.raw`  - { pattern: 'II-1\.|\([12]\)', section: II-1, reason: number of a part }`,
  '  - { text: over 1Gbps, section: II-1, reason: name }',
];

function verify(data: TinyData, source = SOURCE, exceptions = EXCEPTIONS) {
  const document = `exceptions:\n${exceptions.join('\n')}\n`;
  const report = verifyDocument(tiny({ document, ...data }).base, source, 'a.txt');
  return { ...report, problems: report.problems.map((p) => `${p.file}:${p.line}: ${p.what}`) };
}

describe('verifyDocument', () => {
  it('passes when each fact has its digits and each numeral its fact or exception', () => {
    expect(verify({ facts: FACTS })).toEqual({ facts: 7, covered: 8, excepted: 9, problems: [] });
  });

  it('finds digits that the section does not print, though another does', () => {
    const facts = { ...FACTS, 'II-1': FACTS['II-1']?.map((row) => row.replace('1,234', '12')) ?? [] };
    expect(verify({ facts }).problems).toEqual([
      'a.txt:5: "12" of II-1/revenue/consolidated/3Q11 stands nowhere in section II-1',
      'a.txt:6: no fact of section II-1 covers 1,234 in "sales 1,234 and 7"',
    ]);
  });

  it('wants as many occurrences as facts', () => {
    expect(verify({ facts: FACTS }, SOURCE.replace('1Gbps: 7', '1Gbps')).problems).toEqual([
      'a.txt:6: "7" of II-1/revenue/west/3Q11 stands here less often than facts print it',
    ]);
  });

  it('wants as many facts as occurrences', () => {
    expect(verify({ facts: FACTS }, `${SOURCE}again 7, and 7.5\n`).problems).toEqual([
      'a.txt:9: no fact of section II-1 covers 7 in "again 7, and 7.5"',
      'a.txt:9: no fact of section II-1 covers 7.5 in "again 7, and 7.5"',
    ]);
  });

  it('finds a date that is not there', () => {
    expect(verify({ facts: FACTS }, SOURCE.replace('8,  2012', '9, 2012')).problems).toEqual([
      'a.txt:1: "Feb. 8, 2012" of cover/launch-date/consolidated/2012-02-08 stands nowhere in section cover',
      'a.txt:2: no fact of section cover covers 9 in "Feb. 9, 2012"',
      'a.txt:2: no fact of section cover covers 2012 in "Feb. 9, 2012"',
    ]);
  });

  it('keeps an exception to its section and reports one that matches nothing', () => {
    const exceptions = [...EXCEPTIONS, '  - { text: "1,234", section: cover, reason: slip }'];
    expect(verify({ facts: FACTS }, SOURCE, exceptions).problems).toEqual([
      'a.txt:1: the exception "1,234" (slip) matches nothing in section cover',
    ]);
  });

  it('reports a section without a heading', () => {
    const source = SOURCE.replaceAll('II-1.', 'II.');
    expect(verify({ facts: FACTS }, source).problems).toContain('a.txt:1: no line heads section II-1');
  });
});

const COPY = join(import.meta.dirname, '../../../shared/source/iij-fy2011-3q.txt');

describe('the facts of IIJ FY2011 1Q-3Q', () => {
  it.skipIf(!existsSync(COPY))('stand in the document, and cover it', () => {
    const base = projectBase();
    const report = verifyDocument(base, readFileSync(COPY, 'utf8'));
    expect(report.problems).toEqual([]);
    expect(report.facts).toBe(base.facts.length);
  });

  it.skipIf(!existsSync(COPY))('do not stand in a copy of which one digit is changed', () => {
    const source = readFileSync(COPY, 'utf8').replace('JPY3,998 million', 'JPY3,988 million');
    expect(verifyDocument(projectBase(), source).problems).toHaveLength(2);
  });
});
