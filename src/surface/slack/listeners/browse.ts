import type {
  AllMiddlewareArgs,
  BlockAction,
  GlobalShortcut,
  SlackActionMiddlewareArgs,
  SlackOptionsMiddlewareArgs,
  SlackShortcutMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt';
import { questionOf } from '../../../answer/catalogue.ts';
import { answerMessage } from '../../../render/slack/message.ts';
import { logOf, tell } from '../middleware/observed.ts';
import { asView, refusalOf } from '../outbox.ts';
import { pressIn } from '../press.ts';
import { reply } from '../response-url.ts';
import { type Desk, takeButton } from '../turn.ts';
import { metricsNear } from '../typeahead.ts';
import { browseView, chosenIn, type Field, FIELDS, optionOf, pickOf } from '../views/browse.ts';

/** Opens the modal from the shortcuts menu. */
export function browseShortcut(
  desk: Desk,
): (args: SlackShortcutMiddlewareArgs<GlobalShortcut> & AllMiddlewareArgs) => Promise<void> {
  return async ({ shortcut, ack, client }) => {
    await ack();
    await client.views.open({ trigger_id: shortcut.trigger_id, view: asView(browseView(desk.base, {})) });
  };
}

/** Offers the metrics near what was typed. */
export function offerMetrics(
  desk: Desk,
): (args: SlackOptionsMiddlewareArgs<'block_suggestion'> & AllMiddlewareArgs) => Promise<void> {
  return async ({ options, ack }) => {
    await ack({ options: metricsNear(desk.base, options.value).map((m) => optionOf(m.label, m.id)) });
  };
}

const fieldOf = (action: string): Field | undefined =>
  (Object.keys(FIELDS) as Field[]).find((field) => FIELDS[field] === action);

/** Fits the modal to a choice: what can be chosen next, and the answer. */
export function choose(
  desk: Desk,
): (args: SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs) => Promise<void> {
  return async ({ ack, body, client, context }) => {
    await ack();
    const { on, action, value } = pressIn(body);
    const field = fieldOf(action);
    if (on.kind !== 'modal' || field === undefined || field === 'share') return;
    const view = browseView(desk.base, { ...chosenIn(on.metadata), [field]: value });
    try {
      await client.views.update({ view_id: on.view, hash: on.hash, view: asView(view) });
    } catch (error) {
      // A later choice has overtaken this one.
      if (refusalOf(error) !== 'hash_conflict') throw error;
      logOf(context).debug('a choice was overtaken by the next one');
    }
  };
}

/** Shares the answer of the modal in the conversation that was chosen. */
export function shareChoice(
  desk: Desk,
): (args: SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs) => Promise<void> {
  return async ({ ack, body, view, context }) => {
    const [to] = body.response_urls ?? [];
    const pick = pickOf(desk.base, chosenIn(view.private_metadata));
    const question = pick && questionOf(desk.base, pick);
    if (question === null) {
      await ack({ response_action: 'errors', errors: { metric: 'Choose a metric first.' } });
      return;
    }
    if (!to) {
      await ack({ response_action: 'errors', errors: { share: 'Choose where to share the answer.' } });
      return;
    }
    await ack();
    const { answer, asked } = takeButton(desk, null, question);
    tell(context, answer);
    const message = answerMessage(desk.base, answer, { kind: 'shared', by: body.user.id }, asked);
    await reply(to.response_url, message, { to: 'in_channel' }, logOf(context));
  };
}
