import { describe, expect, it } from 'vitest';
import { metricOf, segmentOf } from '../../src/facts/base.ts';
import { itemsIn } from '../../src/model/query.ts';
import { projectBase } from '../support/project.ts';
import { lastTurn } from '../support/talk.ts';

const base = projectBase();
const labelsOf = (question: string): string[] => {
  const { answer } = lastTurn(base, question);
  return answer.switches.map((s) => `${s.slot}: ${s.label}`);
};

/** Every level of the vocabulary asked bare, so that all that can be assumed is. */
const ASKED = [
  ...new Set(base.facts.map((f) => `${segmentOf(base, f.segment).label} ${metricOf(base, f.metric).label}`)),
];

describe('switches', () => {
  it.each([
    ['ATM revenue', ['period: Nine months 9M FY2011']],
    ['total assets', ['period: 31 Mar 2011']],
    ['income tax expense change in 3Q11', ['comparison: Quarter on quarter']],
    ['GIO in 3Q11', ['metric: Accumulated number of projects']],
    ['dps fy11', ['scenario: Initial target']],
  ])('of "%s" are the other values that the data has', (question, labels) => {
    expect(labelsOf(question)).toEqual(labels);
  });

  it.each(['ATM revenue 3Q11', 'total assets at 31 Mar 2011', 'change of revenue in 9M FY2011 yoy'])(
    'there are none for what was said: %s',
    (question) => {
      expect(labelsOf(question)).toEqual([]);
    },
  );

  const all = ASKED.flatMap((asked) => {
    const { answer } = lastTurn(base, asked);
    return answer.switches.map((s) => ({ ...s, asked, query: answer.query }));
  });

  it.each(all)('$asked -> $label', ({ question, slot, query }) => {
    const { answer } = lastTurn(base, question);
    expect(answer.status).toBe('answered');
    expect(answer.intent).toBe(query?.intent);
    expect(answer.assumed).not.toContain(slot);
    const cells = (q: typeof query): string[] =>
      itemsIn(q).map((i) =>
        [i.metric, i.segment, i.period, i.scenario]
          .filter((_, n) => ['metric', 'segment', 'period', 'scenario'][n] !== slot)
          .map((s) => s.value)
          .join(' '),
      );
    if (slot !== 'metric') expect(cells(answer.query)).toEqual(cells(query));
  });
});
