import { answerMessage } from '../../render/slack/message.ts';
import type { SlackMessage } from '../../render/slack/schema.ts';
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

/** Shows an answer to a channel with who asked; where it is a post, mentions in its thread can follow up on it. */
export async function showToAll(
  { base, conversations }: Desk,
  { answer, asked, conversation }: Turn,
  { by, channel, thread, url }: Share,
  client: WebClient,
  log: Log,
): Promise<void> {
  const message = answerMessage(base, answer, { kind: 'shared', by }, asked);
  const ts = await messageToAll({ channel, thread, url }, message, client, log);
  if (ts !== null) conversations.keep({ kind: 'thread', channel, thread: thread ?? ts }, conversation);
}

/**
 * Posts a message for all, or replies with it by the response_url where Slack refuses the post, as it does where the
 * bot is no member. Gives the time of the post, null for a reply. Throws when it can't be delivered.
 */
export async function messageToAll(
  { channel, thread, url }: Omit<Share, 'by'>,
  message: SlackMessage,
  client: WebClient,
  log: Log,
): Promise<string | null> {
  try {
    return await post(client, { channel, thread }, message, log);
  } catch (error) {
    if (refusalOf(error) === null) throw error;
    await reply(url, message, { to: 'in_channel', thread }, log);
    return null;
  }
}
