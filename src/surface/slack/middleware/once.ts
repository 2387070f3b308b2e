import type { AnyMiddlewareArgs, Middleware } from '@slack/bolt';
import { LRUCache } from 'lru-cache';

/** How many deliveries are remembered, and how long: Slack delivers an event again for up to an hour. */
const MOST = 20_000;
const ONE_HOUR = 60 * 60 * 1_000;

const stringAt = (value: unknown, key: string): string | null => {
  if (typeof value !== 'object' || value === null) return null;
  const found = (value as Record<string, unknown>)[key];
  return typeof found === 'string' && found !== '' ? found : null;
};

/** Subtypes of a post that somebody writes: plain, with a file, also sent to the channel. */
const WRITTEN: readonly (string | null)[] = [null, 'file_share', 'thread_broadcast'];

/**
 * What a delivery is known by: an event by its event_id, and a post also by its channel and time, since a mention comes
 * as `app_mention` and, in a direct message, as `message` too; everything that is pressed or typed by its trigger_id.
 */
export function deliveryKeys(body: unknown): string[] {
  const event = stringAt(body, 'event_id');
  if (event !== null) {
    const inner = (body as { event?: unknown }).event;
    const [type, channel, ts, subtype = null] = ['type', 'channel', 'ts', 'subtype'].map((key) =>
      stringAt(inner, key),
    );
    const written = (type === 'message' || type === 'app_mention') && WRITTEN.includes(subtype);
    const post = written && channel && ts;
    return [`event ${event}`, ...(post ? [`post ${channel} ${ts}`] : [])];
  }
  const trigger = stringAt(body, 'trigger_id');
  return trigger === null ? [] : [`trigger ${trigger}`];
}

/** Lets each delivery through once; a repeated one is acknowledged and dropped. */
export function once(most = MOST, ttl = ONE_HOUR): Middleware<AnyMiddlewareArgs> {
  const seen = new LRUCache<string, true>({ max: most, ttl });
  return async (args) => {
    const keys = deliveryKeys(args.body);
    const known = keys.some((key) => seen.has(key));
    for (const key of keys) seen.set(key, true);
    if (!known) return args.next();
    args.logger.info(`a delivery came again and was dropped (${keys[0] ?? ''})`);
    if ('ack' in args && typeof args.ack === 'function') await args.ack();
  };
}
