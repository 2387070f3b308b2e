import { LRUCache } from 'lru-cache';
import { type Conversation, NEW_CONVERSATION } from '../../model/conversation.ts';

/** How many conversations are kept, and for how long after their last question. */
const MOST = 5_000;
const TWELVE_HOURS = 12 * 60 * 60 * 1_000;

/** What each thread, direct message or asker last talked about. Bounded in number and time. */
export interface Conversations {
  of(place: string): Conversation;
  keep(place: string, conversation: Conversation): void;
}

export function createConversations(most = MOST, ttl = TWELVE_HOURS): Conversations {
  const kept = new LRUCache<string, Conversation>({ max: most, ttl, updateAgeOnGet: true });
  return {
    of: (place) => kept.get(place) ?? NEW_CONVERSATION,
    keep: (place, conversation) => {
      kept.set(place, conversation);
    },
  };
}

/** Where a conversation takes place: what follows up on what. */
export type Place =
  | { kind: 'thread'; channel: string; thread: string }
  | { kind: 'direct'; channel: string }
  | { kind: 'asker'; channel: string; user: string };

/** One key a place. Channel and user ids are unique over workspaces, so the team is not needed. */
export function placeKey(place: Place): string {
  switch (place.kind) {
    case 'thread':
      return `thread ${place.channel} ${place.thread}`;
    case 'direct':
      return `direct ${place.channel}`;
    case 'asker':
      return `asker ${place.channel} ${place.user}`;
  }
}
