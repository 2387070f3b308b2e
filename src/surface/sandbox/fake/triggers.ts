import { Refusal } from './api/method.ts';
import type { Ids } from './ids.ts';

/** The trigger_ids of what people press: each opens one modal, in good time. */
export interface Triggers {
  give(user: string): string;
  /** The user whose modal it opens. Throws a Refusal where it can't be used. */
  exchange(id: string): string;
}

/** `life` is how long a trigger_id can be exchanged for a modal, in milliseconds. */
export function createTriggers(ids: Ids, now: () => number, life: number, most = 1_000): Triggers {
  const given = new Map<string, { user: string; at: number; used: boolean }>();
  return {
    give: (user) => {
      const id = ids.id('trigger.');
      given.set(id, { user, at: now(), used: false });
      const [oldest] = given.keys();
      if (given.size > most && oldest !== undefined) given.delete(oldest);
      return id;
    },
    exchange: (id) => {
      const trigger = given.get(id);
      if (!trigger) throw new Refusal('invalid_trigger_id');
      if (trigger.used) throw new Refusal('exchanged_trigger_id');
      if (now() - trigger.at > life) throw new Refusal('expired_trigger_id');
      trigger.used = true;
      return trigger.user;
    },
  };
}
