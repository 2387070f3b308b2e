import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { MAX_LENGTH } from '../src/understand/understand.ts';
import { ROOT, sourceFiles } from './support/sources.ts';

interface Pattern {
  source: string;
  flags: string;
  where: string;
}

/** The regular expressions written in a source file. */
function literalsIn(path: string, text: string): Pattern[] {
  const found: Pattern[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      found.push({ source: node.text.slice(1, end), flags: node.text.slice(end + 1), where: path });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest));
  return found;
}

/** Those that are built from strings when the data is loaded. */
function madeAtStart(): Pattern[] {
  const script = join(ROOT, 'tests', 'support', 'made-regexps.ts');
  const printed = execFileSync(process.execPath, [script], { encoding: 'utf8' });
  const pairs = z.array(z.tuple([z.string(), z.string()])).parse(JSON.parse(printed));
  return pairs.map(([source, flags]) => ({ source, flags, where: 'built at the start' }));
}

/** Characters that the classes of the expressions are about, and of those that end a match too late. */
const COMMON = [' ', 'a', 'a ', '1', '1,', '-', "'", '(', ', ', '*', '<', ':', '.', '→', '\n'];
const MOST_WORDS = 8;

/** What may be repeated to lead an expression astray: its own words, alone and with a space. */
function unitsFor(source: string): string[] {
  const words = [...new Set(source.replace(/\\[a-zA-Z]/g, ' ').match(/[A-Za-z0-9]+/g) ?? [])];
  return [...words.slice(0, MOST_WORDS).flatMap((w) => [w, `${w} `]), ...COMMON];
}

/** Milliseconds to find everything in a text. */
function timeOf(pattern: RegExp, text: string): number {
  const start = performance.now();
  text.replace(pattern, '');
  return performance.now() - start;
}

/** Whether something in it may be repeated without end: what may not takes the same time at each place of a text. */
const mayRepeat = ({ source }: Pattern): boolean => /[*+]|\{\d+,\}/.test(source);

/** In steps so small that what is exponential is told before it takes long, on a fast machine, too. */
const STEPS = [20, 26, 32, 38, 44, 52, 62, 80, 120, 500];
/** Too short a time to tell growth from noise, in milliseconds. */
const NOISE = 4;
/** Four times the length: 4 times as long where time is linear, 16 quadratic, 64 cubic. */
const QUADRATIC = 40;

/** The least of several times: the others may have waited for the machine. */
const leastTime = (pattern: RegExp, text: string): number =>
  Math.min(...[1, 2, 3, 4, 5].map(() => timeOf(pattern, text)));

/** How many times as long a longer text takes, at the least of some tries; 1 where the time is too short to tell. */
function growth(pattern: RegExp, shorter: string, longer: string): number {
  let least = Infinity;
  for (let tries = 0; tries < 5 && least > QUADRATIC; tries++) {
    if (timeOf(pattern, longer) < NOISE) return 1;
    least = Math.min(least, leastTime(pattern, longer) / leastTime(pattern, shorter));
  }
  return least;
}

/** The repeated text that an expression takes more than quadratic time for; null where there is none. */
function led(pattern: RegExp, units: readonly string[]): string | null {
  const slow = (unit: string, start: string): boolean => {
    const text = (times: number): string => `${start}${unit.repeat(times)}\u0001`;
    // The short ones first: what is exponential is found out while it still ends.
    const most = Math.floor(MAX_LENGTH / unit.length);
    return [...STEPS, most].some(
      (times) => times <= most && growth(pattern, text(Math.floor(times / 4)), text(times)) > QUADRATIC,
    );
  };
  return units.find((unit) => slow(unit, '') || slow(unit, units[0] ?? '')) ?? null;
}

const written = sourceFiles().flatMap(({ path, text }) => literalsIn(path, text));

describe('regular expressions', () => {
  it('are found', () => {
    expect(written.length).toBeGreaterThan(200);
  });

  it('that backtrack without end are caught by this test', () => {
    expect(led(/^(?:a+)+$/, unitsFor('a'))).not.toBeNull();
    expect(led(/a\s*\s*\s*\s*\s*$/, ['a', ' '])).not.toBeNull();
    expect(led(/^a+$/, unitsFor('a'))).toBeNull();
  });

  it('take no more than quadratic time for what is repeated', () => {
    const all = [...written, ...madeAtStart()].filter(mayRepeat);
    const bad = all.flatMap(({ source, flags, where }) => {
      const unit = led(new RegExp(source, flags), unitsFor(source));
      return unit === null ? [] : [`${where}: /${source}/${flags} on ${JSON.stringify(unit)}`];
    });
    expect(bad).toEqual([]);
  }, 120_000);
});
