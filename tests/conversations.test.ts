import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DataError, type Problem } from '../src/facts/problem.ts';
import { readYaml } from '../src/facts/yaml.ts';
import { REFUSALS } from '../src/model/answer.ts';
import { projectBase } from './support/project.ts';
import { cellsRead, headline, talk } from './support/talk.ts';

const FOLDER = join(import.meta.dirname, 'conversations');

/** One turn: what is said, and of the answer its status, cells read, headline figure, text, or why it declines. */
const turnSchema = z.strictObject({
  say: z.string(),
  status: z.enum(['answered', 'clarify', 'declined']).default('answered'),
  reads: z.string().optional(),
  gives: z.string().optional(),
  says: z.string().optional(),
  never: z.string().optional(),
  declines: z.enum(REFUSALS).optional(),
});
const scriptSchema = z.strictObject({ shows: z.string(), turns: z.array(turnSchema).min(2) });

const scripts = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yml'))
  .sort()
  .map((name) => ({ name, ...scriptSchema.parse(readScript(name)) }));

function readScript(name: string): unknown {
  const problems: Problem[] = [];
  const file = readYaml(() => readFileSync(join(FOLDER, name), 'utf8'), name, problems);
  if (problems.length > 0) throw new DataError(problems);
  return file?.value;
}

const base = projectBase();

describe.each(scripts)('$name: $shows', ({ turns }) => {
  const answers = talk(base, turns.map((t) => t.say)); // prettier-ignore

  turns.forEach((expected, i) => {
    it(`${i + 1}. ${expected.say}`, () => {
      const turn = answers[i];
      if (!turn) throw new Error('no answer');
      const { answer, text } = turn;
      expect(answer.status, text).toBe(expected.declines === undefined ? expected.status : 'declined');
      if (expected.declines !== undefined) expect(answer.refusal?.code, text).toBe(expected.declines);
      if (expected.reads !== undefined) expect(cellsRead(answer).join('; '), text).toBe(expected.reads);
      if (expected.gives !== undefined) expect(headline(answer), text).toBe(expected.gives);
      if (expected.says !== undefined) expect(text).toMatch(new RegExp(expected.says, 'i'));
      if (expected.never !== undefined) expect(text).not.toMatch(new RegExp(expected.never, 'i'));
    });
  });
});
