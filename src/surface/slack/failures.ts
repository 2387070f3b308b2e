import { z } from 'zod';
import type { SlackMessage } from '../../render/slack/schema.ts';
import type { Log } from './log.ts';
import { directMessage, post, type WebClient } from './outbox.ts';
import { isDirect } from './press.ts';
import { reply } from './response-url.ts';

const TEXT =
  'Something went wrong here, and your answer got lost. Please ask again; if it happens twice, tell whoever runs this app.';
const SORRY: SlackMessage = {
  text: TEXT,
  blocks: [{ type: 'section', text: { type: 'plain_text', text: TEXT } }],
};

const threaded = z.object({ thread_ts: z.string().optional() });
/** A command, or a press on a message. */
const answerable = z.object({ response_url: z.url(), container: threaded.optional() });
/** A message. */
const written = z.object({
  event: threaded.extend({
    type: z.enum(['message', 'app_mention']),
    channel: z.string(),
    ts: z.string(),
  }),
});
/** A press in a view, a view that is sent, or a shortcut. */
const acted = z.object({
  type: z.enum(['block_actions', 'view_submission', 'shortcut']),
  user: z.object({ id: z.string() }),
});

/**
 * Tells the user in a sentence that an answer got lost, if Slack can be reached: where the question came from, or by a
 * direct message where no message can follow.
 */
export async function tellUser(body: unknown, client: WebClient, log: Log): Promise<void> {
  try {
    const command = answerable.safeParse(body).data;
    if (command) {
      const thread = command.container?.thread_ts;
      await reply(command.response_url, SORRY, { to: 'ephemeral', thread }, log);
      return;
    }
    const message = written.safeParse(body).data?.event;
    if (message) {
      const { channel, ts, thread_ts: within } = message;
      await post(client, { channel, thread: within ?? (isDirect(channel) ? undefined : ts) }, SORRY, log);
      return;
    }
    const user = acted.safeParse(body).data?.user.id;
    if (user !== undefined) await post(client, { channel: await directMessage(client, user) }, SORRY, log);
  } catch (error) {
    log.error({ err: error }, 'the user could not be told that the answer got lost');
  }
}
