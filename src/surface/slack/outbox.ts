import { webApi } from '@slack/bolt';
import type { SlackBlock, SlackMessage, SlackView } from '../../render/slack/schema.ts';
import type { Log } from './log.ts';

export type WebClient = webApi.WebClient;
type Blocks = NonNullable<
  Extract<Parameters<WebClient['chat']['postMessage']>[0], { blocks?: unknown }>['blocks']
>;
type View = Parameters<WebClient['views']['publish']>[0]['view'];

/** Blocks and views as the Web API's types have them: ours are stricter, and know a block that those don't yet. */
const asBlocks = (blocks: readonly SlackBlock[]): Blocks => blocks as unknown as Blocks;
export const asView = (view: SlackView): View => view as unknown as View;

/** Slack's word for why it refused a call, or null when the call failed otherwise. */
export const refusalOf = (error: unknown): string | null =>
  error instanceof webApi.WebAPIPlatformError ? error.data.error : null;

const BAD_BLOCKS = new Set(['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long']);

/**
 * Posts a message, in a thread if one is given; as text alone when Slack refuses its blocks, so that no
 * answer is lost. Gives its time, which names its thread.
 */
export async function post(
  client: WebClient,
  to: { channel: string; thread?: string | undefined },
  message: SlackMessage,
  log: Log,
): Promise<string> {
  const base = {
    channel: to.channel,
    text: message.text,
    unfurl_links: false,
    unfurl_media: false,
    ...(to.thread === undefined ? {} : { thread_ts: to.thread }),
  };
  try {
    return timeOf(await client.chat.postMessage({ ...base, blocks: asBlocks(message.blocks) }));
  } catch (error) {
    const reason = refusalOf(error);
    if (reason === null || !BAD_BLOCKS.has(reason)) throw error;
    log.warn({ reason, detail: messagesOf(error) }, 'Slack refused blocks; the answer goes out as text');
    return timeOf(await client.chat.postMessage(base));
  }
}

function timeOf({ ts }: { ts?: string | undefined }): string {
  if (ts === undefined) throw new Error('chat.postMessage gave no ts');
  return ts;
}

const messagesOf = (error: unknown): readonly string[] =>
  error instanceof webApi.WebAPIPlatformError ? (error.data.response_metadata?.messages ?? []) : [];

/** Slack's words for a modal that has been closed, or that a later choice has changed. */
const OVERTAKEN: readonly (string | null)[] = ['not_found', 'hash_conflict'];

/** Changes an open modal. Nothing is lost where its user has closed it or gone on in the meantime. */
export async function updateView(
  client: WebClient,
  { view, ...which }: { view_id: string; hash?: string; view: SlackView },
  log: Log,
): Promise<void> {
  try {
    await client.views.update({ ...which, view: asView(view) });
  } catch (error) {
    const reason = refusalOf(error);
    if (!OVERTAKEN.includes(reason)) throw error;
    log.debug({ reason }, 'a modal was closed or changed before its update');
  }
}

/** Shares a file in a conversation, in a thread if one is given. */
export async function shareFile(
  client: WebClient,
  to: { channel: string; thread?: string | undefined },
  file: { name: string; title: string; content: string },
): Promise<void> {
  const what = { channel_id: to.channel, filename: file.name, title: file.title, content: file.content };
  await client.filesUploadV2(to.thread === undefined ? what : { ...what, thread_ts: to.thread });
}

/** The direct message between the bot and a user. */
export async function directMessage(client: WebClient, user: string): Promise<string> {
  const { channel } = await client.conversations.open({ users: user });
  if (channel?.id === undefined) throw new Error('conversations.open gave no channel');
  return channel.id;
}
