import { describe, expect, it } from 'vitest';
import {
  type Comparison,
  comparisonsToPick,
  metricsToPick,
  periodsToPick,
  questionOf,
  segmentsToPick,
} from '../../src/answer/catalogue.ts';
import { CONSOLIDATED } from '../../src/model/fact.ts';
import { period } from '../../src/model/period.ts';
import { cellsRead } from '../support/talk.ts';
import { lastTurn } from '../support/talk.ts';
import { projectBase } from '../support/project.ts';

const base = projectBase();

const picks = metricsToPick(base).flatMap(({ id: metric }) =>
  segmentsToPick(base, metric).flatMap((segment) =>
    periodsToPick(base, metric, segment).flatMap((p) =>
      comparisonsToPick(base, metric, segment, p).map((comparison) => ({
        metric,
        segment,
        period: p,
        comparison,
        question: questionOf(base, { metric, segment, period: p, comparison }) ?? '',
      })),
    ),
  ),
);

const INTENTS: Readonly<Record<Comparison, string>> = {
  figure: 'lookup',
  yoy: 'change',
  qoq: 'change',
  'since-year-end': 'change',
  trend: 'trend',
  target: 'target',
};

describe('the catalogue', () => {
  it('offers the metrics that have figures and no others', () => {
    const ids = metricsToPick(base).map((m) => m.id);
    expect(ids).toContain('operating-income');
    expect(ids).not.toContain('capex');
    expect(ids).not.toContain('launch-date');
  });

  it('offers the segments of a metric, the group first', () => {
    expect(segmentsToPick(base, 'atms')).toEqual(['atm']);
    expect(segmentsToPick(base, 'revenue')[0]).toBe(CONSOLIDATED);
  });

  it('offers the latest period first, the longer one before the quarter that ends it', () => {
    expect(periodsToPick(base, 'income-tax', CONSOLIDATED).slice(0, 3)).toEqual([
      '9M FY2011',
      '3Q11',
      '2Q11',
    ]);
    expect(periodsToPick(base, 'operating-income', CONSOLIDATED)).not.toContain('3Q11');
  });

  it('offers a change where no level is printed', () => {
    expect(comparisonsToPick(base, 'revenue', 'wan', period('3Q11'))).not.toContain('figure');
    expect(comparisonsToPick(base, 'revenue', 'wan', period('3Q11'))).toContain('yoy');
  });

  it('has no question for what is not there', () => {
    const pick = { metric: 'operating-income', segment: CONSOLIDATED, period: period('2Q11') };
    expect(questionOf(base, { ...pick, comparison: 'figure' })).toBeNull();
    expect(questionOf(base, { ...pick, comparison: 'trend' })).toBeNull();
  });

  it('is more than a handful', () => {
    expect(picks.length).toBeGreaterThan(300);
  });

  it('offers only questions that are answered, and about the cell that was picked', () => {
    const wrong = picks.filter(({ question, metric, segment, period: p, comparison }) => {
      const { answer } = lastTurn(base, question);
      const right =
        comparison === 'trend' || comparison === 'target'
          ? cellsRead(answer)[0]?.startsWith(`${metric} ${segment} `)
          : cellsRead(answer)[0] === `${metric} ${segment} ${p}`;
      return answer.status !== 'answered' || answer.intent !== INTENTS[comparison] || right !== true;
    });
    expect(wrong.map((w) => `${w.comparison}: ${w.question}`)).toEqual([]);
  });
});
