import { restate } from '../../answer/restate.ts';
import { ask } from '../../ask.ts';
import type { FactBase } from '../../facts/base.ts';
import type { Answer } from '../../model/answer.ts';
import type { Conversation } from '../../model/conversation.ts';
import type { Asked } from '../../render/slack/message.ts';
import { toText } from '../../render/text.ts';
import type { Conversations, Place } from './conversations.ts';

/** What every listener works with. */
export interface Desk {
  base: FactBase;
  conversations: Conversations;
}

export interface Turn {
  answer: Answer;
  asked: Asked;
  /** What a follow-up leans on. */
  conversation: Conversation;
}

/** Answers what somebody typed, as a follow-up to what was said in that place before. */
export function takeTurn(desk: Desk, place: Place, typed: string): Turn {
  const before = desk.conversations.of(place);
  const question = typed === '' ? 'help' : typed;
  const { answer, conversation, alone } = ask(desk.base, question, before);
  desk.conversations.keep(place, conversation);
  const asked = { question: alone ? question : standing(desk.base, question, answer) };
  return { answer, asked, conversation };
}

/** Answers the question that a button carries: it stands alone, and the place goes on from it. */
export function takeButton(desk: Desk, place: Place | null, question: string): Turn {
  const { answer, conversation } = ask(desk.base, question);
  if (place) desk.conversations.keep(place, conversation);
  return { answer, asked: { question }, conversation };
}

/** The question in words that need no conversation: as typed where that gives the same answer alone, else restated. */
function standing(base: FactBase, question: string, answer: Answer): string {
  const alone = ask(base, question).answer;
  if (answer.query === null || toText(base, alone) === toText(base, answer)) return question;
  return restate(base, answer.query);
}
