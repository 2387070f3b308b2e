import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { INTENTS } from '../src/model/query.ts';
import { readGolden, writeGolden } from './support/golden.ts';
import { projectBase } from './support/project.ts';
import { lastTurn } from './support/talk.ts';

const base = projectBase();
const answers = readGolden(join(import.meta.dirname, 'golden'));

/** Set to write what is answered now; read every line of the difference against the document before committing it. */
const update = process.env.UPDATE_GOLDEN === '1';

describe('golden answers', () => {
  for (const golden of answers) {
    it(golden.turns.join(' / '), () => {
      const { text } = lastTurn(base, golden.turns);
      if (update) writeGolden(golden, text);
      else expect(text).toBe(golden.text);
    });
  }

  it('are there for every intent', () => {
    const intents = new Set(answers.map(({ turns }) => lastTurn(base, turns).answer.intent));
    expect(INTENTS.filter((intent) => !intents.has(intent))).toEqual([]);
  });
});
