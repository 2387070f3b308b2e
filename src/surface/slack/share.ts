import { answerMessage } from '../../render/slack/message.ts';
import type { Log } from './log.ts';
import { post, refusalOf, type WebClient } from './outbox.ts';
import { reply } from './response-url.ts';
import type { Desk, Turn } from './turn.ts';

/** Where an answer is shown to all, and who wants it shown. */
export interface Share {
  by: string;
  channel: string;
  /** The thread that it was asked in. */
  thread?: string | undefined;
  /** A response_url of the channel. */
  url: string;
}

/**
 * Shows an answer to a channel with who asked: as a post, so that mentions in its thread can follow up on it, or by the
 * response_url where Slack refuses that, as it does where the bot is no member. Throws when it can't be delivered.
 */
export async function showToAll(
  { base, conversations }: Desk,
  { answer, asked, conversation }: Turn,
  { by, channel, thread, url }: Share,
  client: WebClient,
  log: Log,
): Promise<void> {
  const message = answerMessage(base, answer, { kind: 'shared', by }, asked);
  try {
    const ts = await post(client, { channel, thread }, message, log);
    conversations.keep({ kind: 'thread', channel, thread: thread ?? ts }, conversation);
  } catch (error) {
    if (refusalOf(error) === null) throw error;
    await reply(url, message, { to: 'in_channel', thread }, log);
  }
}
