import { LRUCache } from 'lru-cache';
import { type Conversation, NEW_CONVERSATION } from '../../model/conversation.ts';

/** Where a conversation takes place: what follows up on what. */
export type Place =
  | { kind: 'thread'; channel: string; thread: string }
  | { kind: 'direct'; channel: string }
  | { kind: 'asker'; channel: string; user: string };

/** How many conversations are kept. */
const MOST = 5_000;
const MINUTE = 60_000;

/**
 * How long after its last question a conversation is kept, in milliseconds. A thread shows what was said in it; of a
 * command's private answers nothing stays in sight, so that a later one soon means something new.
 */
const LIFE: Readonly<Record<Place['kind'], number>> = {
  thread: 12 * 60 * MINUTE,
  direct: 12 * 60 * MINUTE,
  asker: 15 * MINUTE,
};

/** What each thread, direct message or asker last talked about. Bounded in number and time. */
export interface Conversations {
  of(place: Place): Conversation;
  keep(place: Place, conversation: Conversation): void;
}

/** `clock` counts milliseconds. */
export function createConversations(most = MOST, clock: { now(): number } = performance): Conversations {
  const kept = new LRUCache<string, Conversation>({
    max: most,
    updateAgeOnGet: true,
    ttlResolution: 0,
    perf: clock,
  });
  return {
    of: (place) => kept.get(placeKey(place)) ?? NEW_CONVERSATION,
    keep: (place, conversation) => {
      kept.set(placeKey(place), conversation, { ttl: LIFE[place.kind] });
    },
  };
}

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
