import { restate } from '../../answer/restate.ts';
import { ask } from '../../ask.ts';
import type { FactBase } from '../../facts/base.ts';
import type { Answer } from '../../model/answer.ts';
import type { Asked } from '../../render/slack/message.ts';
import { toText } from '../../render/text.ts';
import { type Conversations, type Place, placeKey } from './conversations.ts';

/** What every listener works with. */
export interface Desk {
  base: FactBase;
  conversations: Conversations;
}

export interface Turn {
  answer: Answer;
  asked: Asked;
}

/** Answers what somebody typed, as a follow-up to what was said in that place before. */
export function takeTurn(desk: Desk, place: Place, typed: string): Turn {
  const key = placeKey(place);
  const before = desk.conversations.of(key);
  const question = typed === '' ? 'help' : typed;
  const { answer, conversation, alone } = ask(desk.base, question, before);
  desk.conversations.keep(key, conversation);
  return { answer, asked: { question: alone ? question : standing(desk.base, question, answer) } };
}

/** Answers the question that a button carries: it stands alone, and the place goes on from it. */
export function takeButton(desk: Desk, place: Place | null, question: string): Turn {
  const { answer, conversation } = ask(desk.base, question);
  if (place) desk.conversations.keep(placeKey(place), conversation);
  return { answer, asked: { question } };
}

/** The question in words that need no conversation: as typed where that gives the same answer alone, else restated. */
function standing(base: FactBase, question: string, answer: Answer): string {
  const alone = ask(base, question).answer;
  if (answer.query === null || toText(base, alone) === toText(base, answer)) return question;
  return restate(base, answer.query);
}
