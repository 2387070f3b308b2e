import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { INTENTS } from '../src/model/query.ts';
import { projectBase } from './support/project.ts';
import { ROOT } from './support/sources.ts';
import { lastTurn } from './support/talk.ts';
import { kessan } from './surface/cli/run.ts';

/**
 * Examples in the documents are fenced blocks marked `console`: a line "$ npm run -s kessan -- ..."
 * and below it what it prints, where a line "..." stands for any lines left out, and "..." in a line for any words. A block without such a line is not run.
 */
interface Shown {
  document: string;
  command: string;
  output: string[];
}

const PROMPT = /^\$ npm run (?:-s )?kessan -- (?<args>.*)$/;

function examplesIn(document: string): Shown[] {
  const path = join(ROOT, document);
  if (!existsSync(path)) return [];
  const blocks = readFileSync(path, 'utf8').matchAll(/^```console\n([^]*?)^```$/gm);
  const shown: Shown[] = [];
  for (const [, block = ''] of blocks) {
    for (const line of block.trimEnd().split('\n')) {
      const args = PROMPT.exec(line)?.groups?.args;
      if (args !== undefined) shown.push({ document, command: args, output: [] });
      else if (line.startsWith('$ ')) shown.push({ document, command: '', output: [] });
      else shown.at(-1)?.output.push(line);
    }
  }
  return shown.filter((s) => s.command !== '');
}

/** The words of a command line: quotes hold words together, nothing else is special. */
function wordsIn(command: string): string[] {
  return Array.from(
    command.matchAll(/"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>\S+)/g),
    ({ groups: g = {} }) => g.double ?? g.single ?? g.bare ?? '',
  );
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** A text in which "..." stands for anything left out of its line, as a pattern. */
const elided = (text: string): string => text.split('...').map(escaped).join('.*');

/** What is shown, as a pattern over the real output: lines to the letter but for "...", and "..." alone for any lines. */
function pattern(lines: readonly string[]): RegExp {
  const text = lines
    .map((l) => (l.trim() === '...' ? '(?:.*\\n)*?' : `${elided(l.trimEnd())}\\s*\\n`))
    .join('');
  return new RegExp(`^\\s*${text}\\s*$`);
}

/** The same over the whole of a line. */
const linePattern = (text: string): RegExp => new RegExp(`^${elided(text)}$`);

/** The cells of a line of a table, without the backticks around them. */
const cellsIn = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim().replace(/^`(.*)`$/, '$1'));

/** The rows of the table with this heading. */
function tableIn(document: string, heading: readonly string[]): string[][] {
  const lines = readFileSync(join(ROOT, document), 'utf8').split('\n');
  const head = lines.findIndex((line) => cellsIn(line).join('|') === heading.join('|'));
  if (head < 0) return [];
  const end = lines.findIndex((line, i) => i > head && !line.startsWith('|'));
  return lines.slice(head + 2, end < 0 ? undefined : end).map(cellsIn);
}

const DOCUMENTS = ['README.md', 'CONTRIBUTING.md'];
const examples = DOCUMENTS.flatMap(examplesIn);

describe('the documents', () => {
  it.each(DOCUMENTS)('%s is there', (document) => {
    expect(existsSync(join(ROOT, document))).toBe(true);
  });

  it('show the command line with its answers', () => {
    expect(examples.filter((e) => e.document === 'README.md').length).toBeGreaterThanOrEqual(3);
  });

  it.each(examples)('$document: $command', async ({ command, output }) => {
    const { out, err } = await kessan(wordsIn(command));
    expect(`${out}${err}\n`).toMatch(pattern(output));
  });
});

describe('what you can ask', () => {
  const rows = tableIn('README.md', ['intent', 'ask', 'the answer begins']);

  it('is shown for every intent, in the order of the model', () => {
    expect(rows.map(([intent]) => intent)).toEqual([...INTENTS]);
  });

  it.each(rows)('%s: %s', (intent, question, begins) => {
    const { answer, text } = lastTurn(projectBase(), question);
    expect(answer.intent).toBe(intent);
    expect(text.split('\n')[0]).toMatch(linePattern(begins));
  });
});

describe('what is refused', () => {
  const rows = tableIn('README.md', ['ask', 'refusal', 'because']);

  it('is shown', () => {
    expect(rows.length).toBeGreaterThanOrEqual(5);
  });

  it.each(rows)('%s: %s', (question, code) => {
    expect(lastTurn(projectBase(), question).answer.refusal?.code).toBe(code);
  });
});

describe('the examples are read', () => {
  it('with quotes', () => {
    expect(wordsIn(`ask "operating income 3Q11" --json 'a b'`)).toEqual([
      'ask',
      'operating income 3Q11',
      '--json',
      'a b',
    ]);
  });

  it('with lines left out', () => {
    expect('a\nb\nc.\n').toMatch(pattern(['a', '...', 'c.']));
    expect('a\nb\ncd\n').not.toMatch(pattern(['a', '...', 'c.']));
  });

  it('with words left out', () => {
    expect('up 5% (a) on the year').toMatch(linePattern('up 5% ... year'));
    expect('up 51 (a) on the year').not.toMatch(linePattern('up 5. ... year'));
  });

  it('in tables', () => {
    expect(cellsIn('| `a b` | c  | `1.5%` |')).toEqual(['a b', 'c', '1.5%']);
    expect(tableIn('README.md', ['no', 'such', 'heading'])).toEqual([]);
  });
});

describe('links', () => {
  it.each(DOCUMENTS)('%s: those within the project lead somewhere', (document) => {
    const path = join(ROOT, document);
    const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
    const targets = Array.from(
      text.matchAll(/\]\((?!https?:|mailto:|#)(?<to>[^)#\s]+)/g),
      (m) => m.groups?.to ?? '',
    );
    expect(targets.filter((to) => !existsSync(join(ROOT, to)))).toEqual([]);
  });
});
