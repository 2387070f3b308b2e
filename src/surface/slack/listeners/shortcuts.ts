import type { AllMiddlewareArgs, MessageShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import { acked } from '../ack.ts';
import { type CheckDesk, checkedMessage } from '../checking.ts';
import { logOf, tell } from '../middleware/observed.ts';
import { directMessage, post } from '../outbox.ts';
import { reply, ReplyError } from '../response-url.ts';
import { draftIn } from '../text.ts';

/** A message that somebody chose something for, as far as it matters here. */
const chosenSchema = z.object({
  user: z.object({ id: z.string() }),
  channel: z.object({ id: z.string() }),
  response_url: z.string(),
  message: z.object({
    ts: z.string(),
    thread_ts: z.string().optional(),
    text: z.string().default(''),
    attachments: z
      .array(z.object({ text: z.string().optional(), fallback: z.string().optional() }))
      .default([]),
  }),
});
type Chosen = z.infer<typeof chosenSchema>['message'];

/** The words of a message: its text, or, where an integration has posted it without, those of its attachments. */
const wordsOf = ({ text, attachments }: Chosen): string =>
  text.trim() === '' ? attachments.map((a) => a.text ?? a.fallback ?? '').join('\n') : text;

/**
 * Checks the figures of a message, and shows what was found to who wanted to know alone: where the message stands, or
 * in a direct message where Slack doesn't let a reply through.
 */
export function checkFigures(
  desk: CheckDesk,
): (args: SlackShortcutMiddlewareArgs<MessageShortcut> & AllMiddlewareArgs) => Promise<void> {
  return async ({ ack, body, client, context }) => {
    const log = logOf(context);
    await acked(ack, log);
    const { user, channel, message, response_url: url } = chosenSchema.parse(body);
    const { ts, thread_ts: thread = ts } = message;
    const checked = { text: draftIn(wordsOf(message)), at: { channel: channel.id, thread } };
    const found = checkedMessage(desk, checked, { kind: 'private', shows: 'in thread' });
    tell(context, { intent: 'check', status: 'answered' });
    try {
      await reply(url, found, { to: 'ephemeral', thread: thread === ts ? undefined : thread }, log);
    } catch (error) {
      if (!(error instanceof ReplyError)) throw error;
      await post(client, { channel: await directMessage(client, user.id) }, found, log);
    }
  };
}
