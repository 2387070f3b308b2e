import { performance } from 'node:perf_hooks';
import { ask } from '../../src/ask.ts';
import type { FactBase } from '../../src/facts/base.ts';
import { NEW_CONVERSATION } from '../../src/model/conversation.ts';
import { toJson } from '../../src/render/json.ts';
import type { Gold } from '../questions.ts';
import { cites, judge, type Reply, type Verdict, VERDICTS } from '../score.ts';
import { median, percentile } from '../stats.ts';
import { fuseBox } from './fuse.ts';
import { minisearchBox } from './minisearch.ts';

export interface Score {
  name: string;
  questions: number;
  counts: Readonly<Record<Verdict, number>>;
  /** Right declines and the questions that the document can't answer. */
  declined: [number, number];
  /** Right citations and the answers that could have one. */
  cited: [number, number];
  /** Milliseconds from the last turn to the reply, warm. */
  p50: number;
  p99: number;
}

/** One that answers: `reply` takes all turns of a conversation and times the work for the last one. */
interface Contender {
  name: string;
  reply: (turns: readonly string[]) => { reply: Reply; ms: number };
}

function timed<T>(work: () => T): { result: T; ms: number } {
  const start = performance.now();
  const result = work();
  return { result, ms: performance.now() - start };
}

function kessan(base: FactBase): Contender {
  return {
    name: 'Kessan',
    reply: (turns) => {
      let conversation = NEW_CONVERSATION;
      for (const question of turns.slice(0, -1)) ({ conversation } = ask(base, question, conversation));
      const { result, ms } = timed(() => ask(base, turns.at(-1) ?? '', conversation));
      return { reply: toJson(base, result.answer), ms };
    },
  };
}

/** A search box is given all turns of a conversation at once. */
const searching = (name: string, search: (question: string) => Reply): Contender => ({
  name,
  reply: (turns) => {
    const { result, ms } = timed(() => search(turns.join(' ')));
    return { reply: result, ms };
  },
});

/** What a contender made of a question. */
interface Judged {
  gold: Gold;
  verdict: Verdict;
  cited: boolean | null;
  /** The median of its times, in milliseconds. */
  ms: number;
}

/** A slow contender is timed in fewer rounds: none is begun after this many milliseconds. */
const ENOUGH = 20_000;

/** Asks everything, then again for its time until enough rounds or enough time have passed. */
function judgeAll({ reply }: Contender, questions: readonly Gold[], rounds: number): Judged[] {
  const start = performance.now();
  const judged = questions.map((gold) => {
    const given = reply(gold.turns);
    const verdict = judge(gold, given.reply);
    return { gold, verdict, cited: cites(gold, given.reply), times: [given.ms] };
  });
  for (let round = 1; round < rounds && performance.now() - start < ENOUGH; round++) {
    for (const { gold, times } of judged) times.push(reply(gold.turns).ms);
  }
  return judged.map(({ times, ...rest }) => ({ ...rest, ms: median(times) }));
}

function score(name: string, judged: readonly Judged[]): Score {
  const tally = (verdict: Verdict): [Verdict, number] => [
    verdict,
    judged.filter((j) => j.verdict === verdict).length,
  ];
  const unanswerable = judged.filter(({ gold }) => !gold.expect.status.includes('answered'));
  const citable = judged.filter((j) => j.cited !== null);
  const times = judged.map((j) => j.ms);
  return {
    name,
    questions: judged.length,
    counts: Object.fromEntries(VERDICTS.map(tally)) as Record<Verdict, number>,
    declined: [unanswerable.filter((j) => j.verdict === 'correct').length, unanswerable.length],
    cited: [citable.filter((j) => j.cited).length, citable.length],
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
  };
}

/** Kessan, minisearch and fuse.js on the same questions, one after the other in this process: on all, and on those for one figure. */
export function compare(
  base: FactBase,
  questions: readonly Gold[],
  rounds: number,
): { all: Score[]; oneFigure: Score[] } {
  const contenders = [
    kessan(base),
    searching('minisearch', minisearchBox(base)),
    searching('fuse.js', fuseBox(base)),
  ].map((contender) => ({ name: contender.name, judged: judgeAll(contender, questions, rounds) }));
  return {
    all: contenders.map(({ name, judged }) => score(name, judged)),
    oneFigure: contenders.map(({ name, judged }) =>
      score(
        name,
        judged.filter(({ gold }) => isForOneFigure(gold)),
      ),
    ),
  };
}

/** Whether the answer is one figure: what a search box is good at. */
function isForOneFigure({ expect }: Gold): boolean {
  return expect.figures.length > 0 && expect.order === 'headline' && expect.status[0] === 'answered';
}
