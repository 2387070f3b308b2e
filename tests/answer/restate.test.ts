import { describe, expect, it } from 'vitest';
import { itemWords, periodWords } from '../../src/answer/restate.ts';
import { findPeriods } from '../../src/lexicon/periods/find.ts';
import { period } from '../../src/model/period.ts';
import { said } from '../../src/model/query.ts';
import { settle } from '../../src/resolve/periods.ts';
import { cell } from '../support/figures.ts';
import { projectBase } from '../support/project.ts';
import { cellsRead, lastTurn } from '../support/talk.ts';

const base = projectBase();

describe('a period in words', () => {
  it.each([
    '3Q11',
    '4Q10',
    '1H FY2011',
    '2H FY2010',
    '9M FY2010',
    'FY2010',
    '2011-12-31',
    '2011-03-31',
    '2012-02-08',
  ])('%s reads back', (text) => {
    const [match, ...more] = findPeriods(periodWords(period(text)));
    expect(more).toEqual([]);
    expect(match && settle(match.said, base.calendar, base.document.date)).toEqual({
      kind: 'period',
      period: text,
    });
  });
});

/** Every cell with a printed level, apart from amounts whose periods are lost. */
const cells = [
  ...new Set(
    base.facts
      .filter(
        (f) =>
          f.measure === 'level' &&
          f.scenario === 'actual' &&
          !f.period.startsWith('undated') &&
          f.unit !== 'date',
      )
      .map((f) => `${f.metric} ${f.segment} ${f.period}`),
  ),
];

describe('every printed figure', () => {
  it('is found by its restated name', () => {
    const lost = cells.filter((text) => {
      const at = cell(text);
      const words = itemWords(base, {
        metric: said(at.metric),
        segment: said(at.segment),
        period: said(at.period),
        scenario: said('actual'),
      });
      const { answer } = lastTurn(base, words);
      return answer.status !== 'answered' || cellsRead(answer).join() !== text;
    });
    expect(lost).toEqual([]);
  });
});
