import { loadBase } from '../../src/facts/load.ts';
import { compare, type Score } from '../peers/compare.ts';
import { developmentQuestions } from '../questions.ts';
import { markdownTable, ms, percent } from '../table.ts';
import type { Part } from './part.ts';

const HEAD = ['development questions', '', 'correct', 'wrong', 'missed', 'hallucinated', 'declined rightly', 'cited', 'p50', 'p99']; // prettier-ignore

const part = ([right, all]: readonly [number, number]): string => (all === 0 ? '' : percent(right, all));

function rows(title: string, scores: readonly Score[]): string[][] {
  return scores.map((s, i) => [
    i === 0 ? `${title} (${s.questions})` : '',
    s.name,
    percent(s.counts.correct, s.questions),
    percent(s.counts.wrong, s.questions),
    percent(s.counts.missed, s.questions),
    percent(s.counts.hallucinated, s.questions),
    part(s.declined),
    part(s.cited),
    ms(s.p50),
    ms(s.p99),
  ]);
}

export const sideBySide: Part = {
  name: 'compare',
  measures: 'Kessan beside minisearch and fuse.js on the development questions',
  run: ({ quick }) => {
    const questions = developmentQuestions();
    if (questions.length === 0)
      return 'Skipped: the development questions do not lie beside the project, so that nothing was compared.';
    const { all, oneFigure } = compare(loadBase(), questions, quick ? 3 : 7);
    return markdownTable(HEAD, [
      ...rows('all', all),
      ...rows('for one figure', oneFigure),
      ['aim', 'Kessan', '>= 96%', '<= 1%', '', '0', '', '>= 99%', '<= 1.5 ms', '<= 6 ms'],
    ]);
  },
};
