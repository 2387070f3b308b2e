import type { FactBase } from '../facts/base.ts';
import type { Refusal } from '../model/answer.ts';
import type { Conversation } from '../model/conversation.ts';
import type { Intent, Query } from '../model/query.ts';
import type { Said } from '../understand/said.ts';
import { bindQuery } from './bind/query.ts';
import { decide } from './decide.ts';
import { type Frame, frameOf } from './frame.ts';
import { operate } from './operate.ts';
import type { Bound, Caveat, Outcome } from './outcome.ts';

export type Resolved = { kind: 'found'; query: Query; outcome: Outcome; caveats: readonly Caveat[] } | { kind: 'refused'; refusal: Refusal; query?: Query } | Extract<Bound, { kind: 'choose' }>;

/** From what was said to figures: the intent, the bound query and what it yields, or why not. */
export function resolve(base: FactBase, said: Said, conversation: Conversation): { intent: Intent; result: Resolved } {
  const frame = frameOf(base, said, conversation);
  const intent = decide(base, frame);
  const refusal = refuse(base, frame, intent);
  if (refusal) {
    const topic = topicInstead(base, frame, intent, refusal);
    return topic ?? { intent, result: { kind: 'refused', refusal } };
  }
  const bound = bindQuery(base, frame, intent);
  if (bound.kind !== 'query') return { intent, result: bound.kind === 'refused' ? bound : bound };
  const outcome = operate(base, bound.query);
  const spelling = said.corrections.map((c): Caveat => ({ kind: 'read-as', ...c }));
  return { intent: bound.query.intent, result: { kind: 'found', query: bound.query, outcome, caveats: [...spelling, ...bound.caveats] } };
}

/** What must be refused before any figure is looked up: nothing asked, another currency, words that matter and are not understood. */
function refuse(base: FactBase, frame: Frame, intent: Intent): Refusal | null {
  const { said } = frame;
  if (said.text.replace(/[^\p{L}\p{N}]/gu, '') === '') return { code: 'empty' };
  if (said.japanese && frame.items.length === 0) return { code: 'japanese' };
  const currencies = said.restrictions.filter((w) => (base.words.Currency ?? []).includes(w));
  if (currencies.length > 0) return { code: 'currency', words: currencies };
  if (intent === 'explain' || intent === 'define' || intent === 'list' || intent === 'source') return null;
  if (said.restrictions.length > 0) return { code: 'restriction', words: said.restrictions };
  if (said.unknown.length > 0) return { code: 'not-understood', words: said.unknown };
  if (intent === 'help') return { code: 'chat' };
  const nothing = frame.items.every((i) => i.metric === null && i.segment === null);
  return nothing && frame.items.length === 0 && intent !== 'target' ? { code: frame.previous === null && frame.said.mentions.length > 0 ? 'no-context' : 'chat' } : null;
}

/** A question that names no figure may still be about something the document says in words: a contact, a plan, a client. */
function topicInstead(base: FactBase, frame: Frame, intent: Intent, refusal: Refusal): { intent: Intent; result: Resolved } | null {
  if (refusal.code !== 'not-understood' && refusal.code !== 'chat' && refusal.code !== 'no-context') return null;
  void base;
  void intent;
  return null;
}

