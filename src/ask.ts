import type { FactBase } from './facts/base.ts';
import { clarify, compose, decline } from './answer/compose.ts';
import type { Answer } from './model/answer.ts';
import { type Conversation, NEW_CONVERSATION, RECENT } from './model/conversation.ts';
import { resolve } from './resolve/resolve.ts';
import { itemsIn } from './model/query.ts';
import { MAX_LENGTH, understand } from './understand/understand.ts';

/**
 * Answers a question: understand, resolve, answer. Pure: the same question, conversation and base give the same answer.
 * The conversation comes back with what the next turn may lean on; small talk and declines leave it as it was, a choice adds its readings. `alone` is
 * true where the answer is the same without the conversation.
 */
export function ask(
  base: FactBase,
  question: string,
  conversation: Conversation = NEW_CONVERSATION,
): { answer: Answer; conversation: Conversation; alone: boolean } {
  if (question.length > MAX_LENGTH)
    return { answer: decline(base, 'help', { code: 'too-long' }), conversation, alone: true };
  const said = understand(base, question);
  const { intent, result, alone } = resolve(base, said, conversation);
  switch (result.kind) {
    case 'refused':
      return {
        answer: decline(base, intent, result.refusal),
        conversation: { query: result.query ?? conversation.query, recent: conversation.recent },
        alone,
      };
    case 'choose':
      return {
        answer: clarify(base, intent, result),
        conversation: { query: conversation.query, recent: conversation.recent, open: result.options },
        alone,
      };
    case 'found': {
      const answer = compose(base, result.query, result.outcome, result.caveats);
      const recent = [...conversation.recent, ...itemsIn(result.query)].slice(-RECENT);
      return {
        answer,
        conversation: result.query.intent === 'help' ? conversation : { query: result.query, recent },
        alone,
      };
    }
  }
}
