import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadFrom, PROJECT_DATA } from '../../src/facts/load.ts';
import { DataError } from '../../src/facts/problem.ts';
import { memorySource } from '../../src/facts/source.ts';

/** What is done to a file of the data, by somebody careless. */
export const MUTATIONS = ['dropped field', 'wrong type', 'duplicate id', 'unknown section', 'changed digit'] as const; // prettier-ignore
export type Mutation = (typeof MUTATIONS)[number];

/** Numbers from 0 to 1 that a seed settles: the same mutations on every machine. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function textsIn(folder: string, name: string): [string, string][] {
  return readdirSync(join(folder, name), { withFileTypes: true }).flatMap((entry): [string, string][] => {
    const path = name === '' ? entry.name : `${name}/${entry.name}`;
    if (entry.isDirectory()) return textsIn(folder, path);
    return entry.name.endsWith('.yml') ? [[path, readFileSync(join(folder, path), 'utf8')]] : [];
  });
}

/** The texts of the project's data, by root and name. */
export function projectTexts(): Map<string, string> {
  return new Map([
    ...textsIn(PROJECT_DATA.data, '').map(([name, text]): [string, string] => [`data/${name}`, text]),
    ...textsIn(PROJECT_DATA.intents, '').map(([name, text]): [string, string] => [`intents/${name}`, text]),
  ]);
}

const pick = <T>(list: readonly T[], random: () => number): T | undefined =>
  list[Math.floor(random() * list.length)];

/** Where a pattern matches in a text, one of the places at random; null where it nowhere does. */
function placeOf(text: string, pattern: RegExp, random: () => number): RegExpExecArray | null {
  return pick([...text.matchAll(pattern)], random) ?? null;
}

const put = (text: string, at: number, old: string, now: string): string =>
  text.slice(0, at) + now + text.slice(at + old.length);

/** A file's text with one mutation; null where the file has nothing that it could be done to. */
export function mutated(text: string, mutation: Mutation, random: () => number): string | null {
  switch (mutation) {
    case 'dropped field': {
      const line = placeOf(text, /^ *(?:- )?[\w-]+: [^\n]*\n/gm, random);
      return line && put(text, line.index, line[0], '');
    }
    case 'wrong type': {
      const field = placeOf(text, /(?<=^ *(?:- )?[\w-]+: )[^\s[{>|'"][^\n]*$/gm, random);
      return field && put(text, field.index, field[0], '{ is: [wrong] }');
    }
    case 'duplicate id': {
      const ids = [...text.matchAll(/(?<=\bid: )[\w-]+/g)];
      const [one, other] = [pick(ids, random), pick(ids, random)];
      return one && other && one[0] !== other[0] ? put(text, one.index, one[0], other[0]) : null;
    }
    case 'unknown section': {
      const section = placeOf(text, /(?<=\bsections?: \[?)[IVX]+(?:-\d+)?\b/g, random);
      return section && put(text, section.index, section[0], 'IX-9');
    }
    case 'changed digit': {
      const cell = placeOf(text, /(?<=cells: \[[^\n]*)\d/g, random);
      if (!cell) return null;
      return put(text, cell.index, cell[0], String((Number(cell[0]) + 1 + Math.floor(random() * 9)) % 10));
    }
  }
}

/** How loading takes a mutation: reported with file and line, taken, or, which must not be, thrown as anything else. */
export type Taken = { how: 'reported' } | { how: 'taken' } | { how: 'crashed'; message: string };

/** Loads the data with one text changed. */
export function loadWith(texts: ReadonlyMap<string, string>, name: string, text: string): Taken {
  const [document = ''] = [...texts.keys()].flatMap((n) => /^data\/documents\/([^/]+)\//.exec(n)?.[1] ?? []);
  try {
    loadFrom(memorySource(document, new Map([...texts, [name, text]])));
    return { how: 'taken' };
  } catch (error) {
    if (!(error instanceof DataError)) return { how: 'crashed', message: String(error) };
    const lost = error.problems.find((p) => p.file === '' || p.line < 1);
    return lost ? { how: 'crashed', message: `no place: ${lost.what}` } : { how: 'reported' };
  }
}
