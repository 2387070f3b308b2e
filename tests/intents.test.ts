import { describe, expect, it } from 'vitest';
import { INTENTS } from '../src/model/query.ts';
import { examplesOf, turnsOf } from './support/examples.ts';
import { projectBase } from './support/project.ts';
import { cellsRead, headline, lastTurn } from './support/talk.ts';

const base = projectBase();

const title = (ask: string | readonly string[]): string => [ask].flat().join(' / ');

describe('the intents', () => {
  it('are all there, each in a file of its own', () => {
    expect(base.intents.map((i) => i.id).sort()).toEqual([...INTENTS].sort());
  });

  it.each(base.intents.map((i) => [i.id, i.examples.length] as const))(
    '%s has three examples',
    (_id, examples) => {
      expect(examples).toBeGreaterThanOrEqual(3);
    },
  );

  it('have no example twice', () => {
    const asked = examplesOf(base).map(({ example }) => title(example.ask).toLowerCase());
    expect(asked.filter((q, i) => asked.indexOf(q) !== i)).toEqual([]);
  });

  it('have examples that say more than that they are answered', () => {
    const bare = examplesOf(base).filter(
      ({ example: e }) =>
        e.reads === undefined && e.gives === undefined && e.says === undefined && e.status === undefined,
    );
    expect(bare.map(({ example }) => title(example.ask))).toEqual([]);
  });
});

describe.each(base.intents)('$id', (spec) => {
  for (const example of spec.examples) {
    it(title(example.ask), () => {
      const { answer, text } = lastTurn(base, turnsOf(example));
      expect(answer.status, text).toBe(example.status ?? 'answered');
      expect(answer.intent, text).toBe(spec.id);
      if (example.reads !== undefined) {
        const cells = example.reads.split(/;\s*/);
        expect(cellsRead(answer).slice(0, cells.length), text).toEqual(cells);
      }
      if (example.gives !== undefined) expect(headline(answer), text).toBe(example.gives);
      if (example.says !== undefined) expect(text).toMatch(new RegExp(example.says, 'i'));
    });
  }

  for (const near of spec.near) {
    it(`not: ${near.ask}`, () => {
      const { answer, text } = lastTurn(base, near.ask);
      expect(answer.intent, text).toBe(near.is);
      expect(near.is).not.toBe(spec.id);
    });
  }
});
