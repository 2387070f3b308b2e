import { LRUCache } from 'lru-cache';
import { claimsCsv } from '../../../render/claims-csv.ts';
import { documentLine } from '../../../render/slack/message.ts';
import type { SlackMessage } from '../../../render/slack/schema.ts';
import { type CheckDesk, checkedMessage, reportOn } from '../checking.ts';
import type { Checked } from '../checked-texts.ts';
import type { Log } from '../log.ts';
import { post, refusalOf, type WebClient } from '../outbox.ts';
import type { Press } from '../press.ts';
import { reply } from '../response-url.ts';
import { messageToAll } from '../share.ts';
import { sentence } from '../views/parts.ts';
import { deliverFile, type Listener, OUTSIDE, pressed } from './pressed.ts';

const GONE = sentence('I no longer have the text that was checked. Please have it checked again.');
const NO_MEMBER = sentence('I can’t post there. Invite me to the channel, and press the button again.');

/** How many shown reports are remembered. */
const MOST_SHOWN = 5_000;

/** Where something on a message was pressed: it can be replied to. */
type OnMessage = Extract<Press['on'], { url: string }>;

const answered = (on: OnMessage, message: SlackMessage, log: Log): Promise<void> =>
  reply(on.url, message, { to: 'ephemeral', thread: on.within }, log);

/**
 * Shows to all what was found in a text, with who wanted to know: under the message that was checked, or in the
 * channel. What was shown privately stays, without the button. A second press before it is gone does nothing.
 */
export const showClaims = (desk: CheckDesk): Listener => {
  const shown = new LRUCache<string, true>({ max: MOST_SHOWN });
  return pressed(async ({ on, user, value }, { client }, log) => {
    if (on.kind !== 'ephemeral' && on.kind !== 'message') return;
    const checked = desk.texts.of(value);
    if (!checked) return answered(on, GONE, log);
    const key = JSON.stringify([on.channel, user, on.kind === 'ephemeral' ? on.ts : '', value]);
    if (shown.has(key)) return;
    shown.set(key, true);
    try {
      if (!(await showTo(desk, checked, on, user, client, log))) {
        shown.delete(key);
        await answered(on, NO_MEMBER, log);
        return;
      }
    } catch (error) {
      shown.delete(key);
      throw error;
    }
    const kept = checkedMessage(desk, checked, { kind: 'private', shows: 'done' });
    await reply(on.url, kept, { to: 'ephemeral', replace: true, thread: on.within }, log);
  });
};

/** Shows a report where it belongs; false where the bot can't post there, and the press came from elsewhere. */
async function showTo(
  desk: CheckDesk,
  checked: Checked,
  on: OnMessage,
  by: string,
  client: WebClient,
  log: Log,
): Promise<boolean> {
  const { channel, thread } = checked.at ?? { channel: on.channel, thread: on.within };
  const quote = checked.at ? null : checked.text;
  const message = checkedMessage(desk, checked, { kind: 'shared', by, quote });
  if (on.channel === channel) {
    await messageToAll({ channel, thread, url: on.url }, message, client, log);
    return true;
  }
  try {
    await post(client, { channel, thread }, message, log);
    return true;
  } catch (error) {
    if (!OUTSIDE.includes(refusalOf(error))) throw error;
    return false;
  }
}

/** Sends every claim of a checked text as a file: into the thread, or to the direct message of who asked privately. */
export const sendClaims = (desk: CheckDesk): Listener =>
  pressed(async ({ on, user, value }, { client }, log) => {
    if (on.kind !== 'ephemeral' && on.kind !== 'message') return;
    const checked = desk.texts.of(value);
    if (!checked) return answered(on, GONE, log);
    const file = {
      name: 'checked-figures.csv',
      title: documentLine(desk.base),
      content: claimsCsv(desk.base, reportOn(desk.base, checked.text)),
    };
    await deliverFile(on, user, file, client, log);
  });
