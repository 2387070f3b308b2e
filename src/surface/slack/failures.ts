import type { SlackMessage } from '../../render/slack/schema.ts';
import type { Log } from './log.ts';
import { post, type WebClient } from './outbox.ts';
import { isDirect } from './press.ts';
import { reply } from './response-url.ts';

const TEXT =
  'Something went wrong here, and your answer got lost. Please ask again; if it happens twice, tell whoever runs this app.';
const SORRY: SlackMessage = {
  text: TEXT,
  blocks: [{ type: 'section', text: { type: 'plain_text', text: TEXT } }],
};

interface Failed {
  response_url?: unknown;
  event?: { channel?: unknown; ts?: unknown; thread_ts?: unknown; type?: unknown };
}

/** Tells the user in a sentence that an answer got lost, if Slack can be reached: where the question came from. */
export async function tellUser(body: unknown, client: WebClient, log: Log): Promise<void> {
  const { response_url: url, event } = (body ?? {}) as Failed;
  try {
    if (typeof url === 'string') {
      await reply(url, SORRY, { to: 'ephemeral' }, log);
      return;
    }
    const { channel, ts, thread_ts: thread, type } = event ?? {};
    if (typeof channel !== 'string' || (type !== 'message' && type !== 'app_mention')) return;
    const at =
      typeof thread === 'string' ? thread : typeof ts === 'string' && !isDirect(channel) ? ts : undefined;
    await post(client, { channel, thread: at }, SORRY, log);
  } catch (error) {
    log.error({ err: error }, 'the user could not be told that the answer got lost');
  }
}
