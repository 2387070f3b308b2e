import {
  loadWith,
  mutated,
  type Mutation,
  MUTATIONS,
  projectTexts,
  randomFrom,
} from '../../tests/support/mutations.ts';
import { alignRows } from '../../src/surface/cli/table.ts';
import { count } from '../table.ts';
import type { Part } from './part.ts';

/** How often each file is broken, all kinds of mutation together. */
const PER_FILE = 500;

interface Tally {
  done: number;
  reported: number;
  crashes: string[];
}

function tally(mutation: Mutation, perFile: number, seed: number): Tally {
  const texts = projectTexts();
  const random = randomFrom(seed);
  const found: Tally = { done: 0, reported: 0, crashes: [] };
  for (const [name, text] of texts) {
    for (let i = 0; i < perFile; i++) {
      const changed = mutated(text, mutation, random);
      if (changed === null || changed === text) continue;
      const taken = loadWith(texts, name, changed);
      found.done += 1;
      if (taken.how === 'reported') found.reported += 1;
      if (taken.how === 'crashed') found.crashes.push(`${name}: ${taken.message}`);
    }
  }
  return found;
}

export const mutations: Part = {
  name: 'mutations',
  measures: 'data that somebody broke: reported with file and line, or harmless',
  onlyNamed: true,
  run: ({ quick, seed }) => {
    const perFile = Math.ceil((quick ? 10 : PER_FILE) / MUTATIONS.length);
    const found = MUTATIONS.map((m) => [m, tally(m, perFile, seed)] as const);
    const rows = found.map(([m, t]) => [
      m,
      count(t.done),
      count(t.reported),
      t.done === 0 ? '' : `${((100 * t.reported) / t.done).toFixed(1)}%`,
      count(t.crashes.length),
    ]);
    const head = [`each data file, seed ${seed}`, 'mutations', 'reported', 'share', 'crashed'];
    const crashes = found.flatMap(([, t]) => t.crashes);
    return [
      alignRows([head, ...rows], new Set([1, 2, 3, 4])),
      'What is not reported loads: texts and names that no check can judge, and digits that no identity ties.',
      ...crashes,
    ].join('\n\n');
  },
};
