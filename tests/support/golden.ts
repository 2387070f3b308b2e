import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One golden answer: the turns asked, and the whole text of the answer to the last. */
export interface Golden {
  file: string;
  turns: string[];
  text: string;
}

const PROMPT = '> ';

/** A file's turns stand on lines with "> " before the first empty line; the rest is the answer, to the letter. */
export function readGolden(folder: string): Golden[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => {
      const [head = '', ...rest] = readFileSync(join(folder, name), 'utf8').split('\n\n');
      const turns = head.split('\n').map((line) => line.slice(PROMPT.length));
      return { file: join(folder, name), turns, text: rest.join('\n\n').replace(/\n$/, '') };
    });
}

/** Writes an answer beside its question. */
export function writeGolden({ file, turns }: Golden, text: string): void {
  writeFileSync(file, `${turns.map((t) => PROMPT + t).join('\n')}\n\n${text}\n`);
}
