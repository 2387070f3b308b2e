import { setTimeout as wait } from 'node:timers/promises';
import type { SlackMessage } from '../../render/slack/schema.ts';
import type { Log } from './log.ts';

/** Who sees a reply, and whether it takes the place of the message that was pressed. */
export interface Reply {
  to: 'ephemeral' | 'in_channel';
  replace?: boolean;
  /** The thread that it goes into; otherwise the channel. */
  thread?: string | undefined;
}

/** Slack did not take a reply, after all tries. */
export class ReplyError extends Error {
  readonly status: number;
  constructor(status: number, body: string) {
    super(`the response_url answered ${status}: ${body.slice(0, 200)}`);
    this.status = status;
  }
}

const TRIES = 4;
const FIRST_WAIT = 250;
const LONGEST_WAIT = 30_000;
/** How long Slack may take: a reply that is given up and made again is seen twice where Slack was only slow. */
export const REPLY_TIMEOUT = 30_000;

interface Outcome {
  status: number;
  body: string;
  /** How long Slack asks to wait before the next try, in milliseconds. */
  after: number | null;
}

async function post(url: string, payload: object): Promise<Outcome> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(payload),
      signal: AbortSignal.timeout(REPLY_TIMEOUT),
    });
    const after = Number(response.headers.get('retry-after') ?? NaN);
    return {
      status: response.status,
      body: await response.text(),
      after: Number.isFinite(after) ? after * 1_000 : null,
    };
  } catch (error) {
    return { status: 0, body: error instanceof Error ? error.message : String(error), after: null };
  }
}

const passing = (status: number): boolean => status === 0 || status === 429 || status >= 500;
const refusedBlocks = ({ body }: Outcome): boolean => /invalid_blocks|invalid_attachments/.test(body);
const taken = ({ status, body }: Outcome): boolean => status === 200 && !/"ok"\s*:\s*false/.test(body);

/**
 * Posts to a response_url: again after what passes (429 as long as Slack asks, 5xx, a lost connection), as text alone
 * when Slack refuses the blocks. Throws ReplyError when it can't be delivered.
 */
export async function reply(url: string, message: SlackMessage, how: Reply, log: Log): Promise<void> {
  const base = {
    response_type: how.to,
    replace_original: how.replace === true,
    unfurl_links: false,
    unfurl_media: false,
    text: message.text,
    ...(how.thread === undefined ? {} : { thread_ts: how.thread }),
  };
  const outcome = await trying(url, { ...base, blocks: message.blocks });
  if (taken(outcome)) return;
  if (!refusedBlocks(outcome)) throw new ReplyError(outcome.status, outcome.body);
  log.warn({ reason: outcome.body.slice(0, 500) }, 'Slack refused blocks; the answer goes out as text');
  const text = await trying(url, base);
  if (!taken(text)) throw new ReplyError(text.status, text.body);
}

async function trying(url: string, payload: object): Promise<Outcome> {
  let outcome = await post(url, payload);
  for (let n = 1; n < TRIES && passing(outcome.status); n++) {
    await wait(Math.min(outcome.after ?? FIRST_WAIT * 2 ** (n - 1), LONGEST_WAIT));
    outcome = await post(url, payload);
  }
  return outcome;
}
