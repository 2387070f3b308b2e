import { ask } from '../../src/ask.ts';
import type { FactBase } from '../../src/facts/base.ts';
import type { Answer } from '../../src/model/answer.ts';
import { type Conversation, NEW_CONVERSATION } from '../../src/model/conversation.ts';
import { toText } from '../../src/render/text.ts';
import { itemsIn } from '../../src/model/query.ts';

/** What came back for one thing said: the answer, its text, and the conversation after it. */
export interface Turn {
  said: string;
  answer: Answer;
  text: string;
  conversation: Conversation;
}

/** Asks questions one after the other in one conversation. */
export function talk(base: FactBase, questions: readonly string[]): Turn[] {
  const turns: Turn[] = [];
  for (const said of questions) {
    const before = turns.at(-1)?.conversation ?? NEW_CONVERSATION;
    const { answer, conversation } = ask(base, said, before);
    turns.push({ said, answer, text: toText(base, answer), conversation });
  }
  return turns;
}

/** The answer to the last of one or several turns. */
export function lastTurn(base: FactBase, questions: string | readonly string[]): Turn {
  const turn = talk(base, [questions].flat()).at(-1);
  if (!turn) throw new Error('nothing was asked');
  return turn;
}

/** The headline figure as "value unit" ("3998000000 JPY"), empty when an answer has none. */
export function headline(answer: Answer): string {
  const [figure] = answer.figures;
  if (!figure) return '';
  return `${typeof figure.value === 'string' ? figure.value : figure.value.toFixed()} ${figure.unit}`;
}

/** The cells that a question was read as, each "metric segment period". */
export function cellsRead(answer: Answer): string[] {
  return itemsIn(answer.query).map((i) => `${i.metric.value} ${i.segment.value} ${i.period.value}`);
}
