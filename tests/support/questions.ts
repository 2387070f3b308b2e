import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from './sources.ts';

const FILE = join(ROOT, '..', 'shared', 'questions', 'dev.jsonl');
const questionSchema = z.object({ turns: z.array(z.string()).min(1) });

/** The turns of the development questions, which may lie beside the project; null where they don't. */
export function developmentTurns(): string[][] | null {
  if (!existsSync(FILE)) return null;
  return readFileSync(FILE, 'utf8')
    .trim()
    .split('\n')
    .map((line) => questionSchema.parse(JSON.parse(line)).turns);
}
