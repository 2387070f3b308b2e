import { expect, it } from 'vitest';
import { ask } from '../src/ask.ts';
import { toText } from '../src/render/text.ts';
import { examplesOf, turnsOf } from './support/examples.ts';
import { projectBase } from './support/project.ts';

const base = projectBase();
const questions = [...new Set(examplesOf(base).flatMap(({ example }) => turnsOf(example)))];

it('an answer that is said to stand alone is the same without the conversation', () => {
  const wrong: string[] = [];
  let alone = 0;
  for (const before of questions.filter((_, i) => i % 36 === 0)) {
    const { conversation } = ask(base, before);
    for (const question of questions) {
      const turn = ask(base, question, conversation);
      if (!turn.alone) continue;
      alone += 1;
      if (toText(base, turn.answer) !== toText(base, ask(base, question).answer))
        wrong.push(`${before} / ${question}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(alone).toBeGreaterThan(questions.length);
});

it('a follow-up does not stand alone', () => {
  const { conversation } = ask(base, 'ATM revenue 3Q11');
  expect(ask(base, 'and 2Q11?', conversation).alone).toBe(false);
  expect(ask(base, 'total assets at 31 Mar 2011', conversation).alone).toBe(true);
});
