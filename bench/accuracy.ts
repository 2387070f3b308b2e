import { ask } from '../src/ask.ts';
import type { FactBase } from '../src/facts/base.ts';
import { NEW_CONVERSATION } from '../src/model/conversation.ts';
import { toJson } from '../src/render/json.ts';
import { buildSearchBox } from './baseline.ts';
import type { Gold } from './questions.ts';
import { cites, judge, type Reply, type Verdict, VERDICTS } from './score.ts';

export interface Score {
  questions: number;
  counts: Readonly<Record<Verdict, number>>;
  /** Right citations and the answers that could have one. */
  cited: [number, number];
}

export interface Comparison {
  kessan: Score;
  search: Score;
}

/** Kessan's reply to the last turn. */
function kessanReply(base: FactBase, turns: readonly string[]): Reply {
  let conversation = NEW_CONVERSATION;
  let reply: Reply = { status: '', figures: [], sections: [], text: '' };
  for (const question of turns) {
    const turn = ask(base, question, conversation);
    conversation = turn.conversation;
    reply = toJson(base, turn.answer);
  }
  return reply;
}

function score(questions: readonly Gold[], reply: (gold: Gold) => Reply): Score {
  const judged = questions.map((gold) => {
    const given = reply(gold);
    return { verdict: judge(gold, given), cited: cites(gold, given) };
  });
  const count = (verdict: Verdict): [Verdict, number] => [
    verdict,
    judged.filter((j) => j.verdict === verdict).length,
  ];
  const citable = judged.filter((j) => j.cited !== null);
  return {
    questions: questions.length,
    counts: Object.fromEntries(VERDICTS.map(count)) as Record<Verdict, number>,
    cited: [citable.filter((j) => j.cited).length, citable.length],
  };
}

/** Kessan and a search box on the same questions; the search box is given all turns of a conversation at once. */
export function compare(base: FactBase, questions: readonly Gold[]): Comparison {
  const search = buildSearchBox(base);
  return {
    kessan: score(questions, (gold) => kessanReply(base, gold.turns)),
    search: score(questions, (gold) => search(gold.turns.join(' '))),
  };
}

/** The questions whose answer is one figure: what a search box is good at. */
export function forOneFigure(questions: readonly Gold[]): Gold[] {
  return questions.filter(
    ({ expect }) =>
      expect.figures.length > 0 && expect.order === 'headline' && expect.status[0] === 'answered',
  );
}
