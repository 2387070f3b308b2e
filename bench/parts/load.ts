import { loadBase } from '../../src/facts/load.ts';
import { loadTables } from '../load.ts';
import { timedQuestions } from '../questions.ts';
import type { Part } from './part.ts';

const underLoad = (kind: 'load' | 'soak', measures: string): Part => ({
  name: kind,
  measures,
  onlyNamed: true,
  run: ({ quick, seconds }) => {
    const questions = timedQuestions(loadBase()).flatMap((turns) => turns.slice(0, 1));
    return loadTables([kind], questions, seconds ?? (quick ? 10 : null));
  },
});

export const load = underLoad('load', 'the Slack app at 200 signed commands a second, for a minute');
export const soak = underLoad('soak', 'the Slack app at 50 signed commands a second, for 20 minutes');
