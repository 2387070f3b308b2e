import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { acked } from '../ack.ts';
import type { Log } from '../log.ts';
import { logOf } from '../middleware/observed.ts';
import { directMessage, refusalOf, shareFile, type WebClient } from '../outbox.ts';
import { type Press, type Pressed, pressIn } from '../press.ts';
import { reply } from '../response-url.ts';
import { sentence } from '../views/parts.ts';

export type Args = SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs;
export type Listener = (args: Args) => Promise<void>;

/** A listener that has acknowledged, with what was pressed. */
export const pressed =
  (handle: (press: Press, args: Args, log: Log) => Promise<void>): Listener =>
  async (args) => {
    const log = logOf(args.context);
    await acked(args.ack, log);
    await handle(pressIn(args.body), args, log);
  };

/** Slack's words for a conversation that the bot can't post to. */
export const OUTSIDE: readonly (string | null)[] = ['not_in_channel', 'channel_not_found', 'is_archived'];

/** Sends a file into the thread of a message, or to the direct message of who pressed, where only they see it. */
export async function deliverFile(
  on: Extract<Pressed, { url: string }>,
  user: string,
  file: { name: string; title: string; content: string },
  client: WebClient,
  log: Log,
): Promise<void> {
  if (on.kind === 'message') {
    try {
      await shareFile(client, on, file);
      return;
    } catch (error) {
      if (!OUTSIDE.includes(refusalOf(error))) throw error;
    }
  }
  await shareFile(client, { channel: await directMessage(client, user) }, file);
  const told = sentence(`I sent you ${file.name} as a direct message.`);
  await reply(on.url, told, { to: 'ephemeral', thread: on.within }, log);
}
