import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { csvName, toCsv } from '../../../render/csv.ts';
import { answerMessage, documentLine, sharedMessage } from '../../../render/slack/message.ts';
import type { SlackMessage } from '../../../render/slack/schema.ts';
import type { Log } from '../log.ts';
import { tell } from '../middleware/observed.ts';
import { asView, post, refusalOf, updateView, type WebClient } from '../outbox.ts';
import { type Press, placeOf } from '../press.ts';
import { reply } from '../response-url.ts';
import { showToAll } from '../share.ts';
import { type Desk, takeButton, type Turn } from '../turn.ts';
import { answerView } from '../views/answer.ts';
import { browseView } from '../views/browse.ts';
import { sentence } from '../views/parts.ts';
import { type Args, deliverFile, type Listener, OUTSIDE, pressed } from './pressed.ts';

/** Asks the question of a button: below a private answer, in the thread of a message, or in a modal. */
export const askQuestion = (desk: Desk): Listener =>
  pressed((press, args, log) => answerPress(desk, press, args, log, false));

/** Asks again with another value for what was assumed: a private answer gives way to the new one. */
export const changeAssumption = (desk: Desk): Listener =>
  pressed((press, args, log) => answerPress(desk, press, args, log, true));

async function answerPress(
  desk: Desk,
  press: Press,
  { client, context }: Args,
  log: Log,
  replace: boolean,
): Promise<void> {
  const turn = takeButton(desk, placeOf(press), press.value);
  tell(context, turn.answer);
  await showTurn(desk, press, turn, client, log, replace);
}

async function showTurn(
  { base }: Desk,
  { on, trigger }: Press,
  turn: Turn,
  client: WebClient,
  log: Log,
  replace: boolean,
): Promise<void> {
  const privately = (): SlackMessage => answerMessage(base, turn.answer, { kind: 'private' }, turn.asked);
  switch (on.kind) {
    case 'ephemeral':
      return reply(on.url, privately(), { to: 'ephemeral', replace, thread: on.within }, log);
    case 'message':
      try {
        await post(client, on, answerMessage(base, turn.answer, { kind: 'thread' }, turn.asked), log);
        return;
      } catch (error) {
        // An answer can be shared where the bot is no member: there it can still reply to who pressed.
        if (!OUTSIDE.includes(refusalOf(error))) throw error;
        return reply(on.url, privately(), { to: 'ephemeral', thread: on.within }, log);
      }
    case 'modal':
      return updateView(client, { view_id: on.view, view: answerView(base, turn) }, log);
    case 'home':
      await client.views.open({ trigger_id: trigger, view: asView(answerView(base, turn)) });
  }
}

/** How many shared answers are remembered. */
const MOST_SHARED = 5_000;

/**
 * Shows a private answer to the channel, with who asked; the private one stays, without the button. A second press
 * before the button is gone does nothing.
 */
export const shareAnswer = (desk: Desk): Listener => {
  const shared = new LRUCache<string, true>({ max: MOST_SHARED });
  return pressed(async ({ on, user, value }, { client, context }, log) => {
    if (on.kind !== 'ephemeral') return;
    const { channel, within: thread, url } = on;
    const key = JSON.stringify([channel, user, on.ts, value]);
    if (shared.has(key)) return;
    shared.set(key, true);
    const turn = takeButton(desk, null, value);
    tell(context, turn.answer);
    try {
      await showToAll(desk, turn, { by: user, channel, thread, url }, client, log);
    } catch (error) {
      shared.delete(key);
      throw error;
    }
    const message = sharedMessage(desk.base, turn.answer, turn.asked);
    await reply(url, message, { to: 'ephemeral', replace: true, thread }, log);
  });
};

/** Sends an answer's figures as a file: into the thread, or to the direct message of who asked privately. */
export const sendCsv = (desk: Desk): Listener =>
  pressed(async ({ on, user, value }, { client, context }, log) => {
    if (on.kind !== 'ephemeral' && on.kind !== 'message') return;
    const { answer } = takeButton(desk, null, value);
    tell(context, answer);
    const file = { name: csvName(answer), title: documentLine(desk.base), content: toCsv(desk.base, answer) };
    await deliverFile(on, user, file, client, log);
  });

/** Notes whether an answer was any good: in the log, by intent and a digest of the question, with its text at debug level only. */
export const takeFeedback = (desk: Desk): Listener =>
  pressed(async ({ on, value }, { context }, log) => {
    const good = value.startsWith('+');
    const question = value.slice(2);
    const { answer } = takeButton(desk, null, question);
    tell(context, answer);
    const digest = createHash('sha256').update(question).digest('hex').slice(0, 12);
    log.info(
      { feedback: good ? 'good' : 'bad', intent: answer.intent, status: answer.status, digest },
      'feedback',
    );
    log.debug({ digest, question }, 'feedback on');
    if (on.kind !== 'ephemeral' && on.kind !== 'message') return;
    const thanks = good
      ? 'Thank you.'
      : 'Thank you. The sections in brackets are where to check a figure; "Read as" tells how I took the question, and saying the metric, the segment and the period settles it.';
    await reply(on.url, sentence(thanks), { to: 'ephemeral', thread: on.within }, log);
  });

/** Opens the modal to choose a figure in. */
export const openBrowse = (desk: Desk): Listener =>
  pressed(async ({ trigger }, { client }) => {
    await client.views.open({ trigger_id: trigger, view: asView(browseView(desk.base, {})) });
  });
