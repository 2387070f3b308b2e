import { describe, expect, it } from 'vitest';
import { partsOf } from '../../src/model/period.ts';
import { projectBase } from '../support/project.ts';
import { lastTurn } from '../support/talk.ts';

const base = projectBase();

const kindsOf = (text: string): string[] => {
  const { answer } = lastTurn(base, [text]);
  return [...new Set(answer.figures.map((f) => partsOf(f.period).kind))];
};

describe('periods of different lengths', () => {
  it.each([
    'revenue trend',
    'operating income trend',
    'net income trend',
    'revenue 3Q10 → 3Q11',
    'operating income 3Q10 to 3Q11',
    'compare revenue in 3Q10 and 3Q11',
  ])('are not mixed: %s', (text) => {
    expect(kindsOf(text)).toEqual(['nine-months']);
  });

  it('stand side by side without a difference where both were named', () => {
    const { text, answer } = lastTurn(base, ['compare revenue in 9M FY2011 and FY2010']);
    expect(answer.status).toBe('answered');
    expect(text).not.toContain('Difference');
  });
});

describe('a run drawn with arrows', () => {
  it('goes from oldest to newest', () => {
    const { text } = lastTurn(base, ['1Gbps+ contracts dec10 → sep11 → dec11']);
    expect(text).toMatch(/31 Dec 2010 127.*30 Sep 2011 129.*31 Dec 2011 132/);
  });
});
