import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { FactBase } from '../src/facts/base.ts';

/** The development questions, where the shared folder stands beside the project. */
const DEVELOPMENT = join(import.meta.dirname, '..', '..', 'shared', 'questions', 'dev.jsonl');

const figureSchema = z.object({
  value: z.number(),
  unit: z.string(),
  alternatives: z.array(z.number()).default([]),
  tolerance: z.number().default(0),
});
export type GoldFigure = z.infer<typeof figureSchema>;

const goldSchema = z.object({
  id: z.string(),
  category: z.string(),
  turns: z.array(z.string()).min(1),
  expect: z.object({
    status: z.array(z.string()),
    figures: z.array(figureSchema).default([]),
    order: z.enum(['headline', 'all', 'ordered']).default('headline'),
    sections: z.array(z.string()).default([]),
    text: z.array(z.string()).default([]),
    not_text: z.array(z.string()).default([]),
  }),
});
export type Gold = z.infer<typeof goldSchema>;

/** The turns of one conversation, first to last. */
export type Turns = readonly string[];

/** The development questions with their gold answers; none where the file is not there. */
export function developmentQuestions(): Gold[] {
  if (!existsSync(DEVELOPMENT)) return [];
  return readFileSync(DEVELOPMENT, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => goldSchema.parse(JSON.parse(line)));
}

/** Every example of the intents. */
export function exampleQuestions(base: FactBase): Turns[] {
  return base.intents.flatMap((intent) => intent.examples.map(({ ask }) => [ask].flat()));
}

/** All conversations that are timed: the examples and the development questions. */
export function timedQuestions(base: FactBase): Turns[] {
  return [...exampleQuestions(base), ...developmentQuestions().map((gold) => gold.turns)];
}
