import { loadBase } from '../../src/facts/load.ts';
import { timedQuestions } from '../questions.ts';
import { measureSlack } from '../slack.ts';
import { measuredTable, ms, type Row } from '../table.ts';
import type { Part } from './part.ts';

async function rows(quick: boolean): Promise<Row[]> {
  const questions = timedQuestions(loadBase()).flatMap((turns) => turns.slice(0, 1));
  const { kessan, constant, p50, p99 } = await measureSlack(questions, quick);
  const ratio = (a: number, b: number): string => (a / b).toFixed(2);
  return [
    ['slash commands a second', kessan.perSecond.toFixed(0), ''],
    ['the same, of a Bolt app with a constant answer', constant.perSecond.toFixed(0), ''],
    ['ratio', ratio(kessan.perSecond, constant.perSecond), '>= 0.25'],
    ["ratio by the apps' own CPU time", ratio(kessan.perCpuSecond, constant.perCpuSecond), ''],
    ['ack at 100 a second, p50', ms(p50), ''],
    ['ack at 100 a second, p99', ms(p99), '< 50 ms'],
  ];
}

export const slack: Part = {
  name: 'slack',
  measures: 'signed slash commands over loopback, against a Bolt app with a constant answer',
  run: async ({ quick }) => measuredTable('Slack, over loopback', await rows(quick)),
};
