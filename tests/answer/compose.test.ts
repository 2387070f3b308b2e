import { describe, expect, it } from 'vitest';
import { lineText } from '../../src/render/text.ts';
import { projectBase } from '../support/project.ts';
import { lastTurn, talk } from '../support/talk.ts';

const base = projectBase();

const notes = (...questions: string[]): string[] =>
  lastTurn(base, questions).answer.notes.map((n) => lineText(base, n));

describe('what is assumed', () => {
  it.each([
    ['operating income 9M FY2011', []],
    ['operating income', ['period']],
    ['how much did operating income change in the nine months', ['comparison']],
    ['how much did operating income change', ['period', 'comparison']],
    ['operating income 3Q11', ['period']],
  ])('%s: %j', (question, assumed) => {
    expect(lastTurn(base, question).answer.assumed).toEqual(assumed);
  });
});

describe('notes', () => {
  it('tell that the nine months stand in for a quarter', () => {
    expect(notes('operating income 3Q11').join('\n')).toMatch(
      /single quarter 3Q11 is not printed.*cumulative/,
    );
    expect(notes('operating income 9M').join('\n')).not.toMatch(/single quarter 3Q11/);
  });

  it('tell in one sentence where the printed change and the levels differ by rounding', () => {
    expect(notes('ATM revenue 3Q11')).toContain(
      'Printed: JPY +237 million; the rounded levels give JPY +236 million.',
    );
    expect(notes('change in accounts receivable')).toContain(
      'Printed: JPY -976 million; the rounded levels give JPY -975 million.',
    );
  });

  it('tell what a misspelt word was read as', () => {
    expect(notes('oprating income 9M')).toContain('Read "oprating" as "operating".');
  });

  it('tell that a figure is a plan', () => {
    expect(notes('new graduates FY2012').join('\n')).toMatch(/target or plan, not an actual/);
  });
});

describe('a choice', () => {
  it('lists at most five readings, each answered when picked', () => {
    for (const question of ['margin', 'contracts', 'profit', 'order backlog change yoy']) {
      const { answer } = lastTurn(base, question);
      expect(answer.status, question).toBe('clarify');
      expect(answer.choices.length).toBeGreaterThan(1);
      expect(answer.choices.length).toBeLessThanOrEqual(5);
      expect(answer.choices.map((c) => lastTurn(base, c.question).answer.status)).not.toContain('declined');
    }
  });
});

describe('a series to draw', () => {
  it.each([
    ['ATM operating loss by quarter', 7, '1Q10'],
    ['which quarter had the highest income tax expense', 7, '2Q11'],
    ['compare recurring and one-time revenue in 3Q11', 2, 'Revenue, Recurring 3Q11'],
    ['operating income 9M', 0, undefined],
  ])('%s', (question, length, first) => {
    const { series } = lastTurn(base, question).answer;
    expect(series).toHaveLength(length);
    expect(series[0]?.label).toBe(first);
  });
});

it('a ranking lists the winner first', () => {
  const { answer } = lastTurn(base, 'top 3 assets');
  expect(answer.figures.slice(0, 3).map((f) => f.metric)).toEqual([
    'property-and-equipment',
    'accounts-receivable',
    'goodwill-and-intangibles',
  ]);
});

it('suggestions are next questions, not the one just asked', () => {
  for (const { said, answer } of talk(base, ['operating income 9M', 'why?', 'gross margin 3Q11'])) {
    expect(answer.suggestions.length).toBeLessThanOrEqual(4);
    expect(answer.suggestions.map((s) => s.question)).not.toContain(said);
  }
});
