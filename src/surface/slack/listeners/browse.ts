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
import { acked } from '../ack.ts';
import { logOf, tell } from '../middleware/observed.ts';
import { asView, updateView } from '../outbox.ts';
import { pressIn } from '../press.ts';
import { showToAll } from '../share.ts';
import { type Desk, takeButton } from '../turn.ts';
import { metricsNear } from '../typeahead.ts';
import { browseView, chosenIn, type Field, FIELDS, optionOf, pickOf } from '../views/browse.ts';

/** Opens the modal from the shortcuts menu. */
export function browseShortcut(
  desk: Desk,
): (args: SlackShortcutMiddlewareArgs<GlobalShortcut> & AllMiddlewareArgs) => Promise<void> {
  return async ({ shortcut, ack, client, context }) => {
    await acked(ack, logOf(context));
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
    const log = logOf(context);
    await acked(ack, log);
    const { on, action, value } = pressIn(body);
    const field = fieldOf(action);
    if (on.kind !== 'modal' || field === undefined || field === 'share') return;
    const view = browseView(desk.base, { ...chosenIn(on.metadata), [field]: value });
    await updateView(client, { view_id: on.view, hash: on.hash, view }, log);
  };
}

/** Shares the answer of the modal in the conversation that was chosen. */
export function shareChoice(
  desk: Desk,
): (args: SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs) => Promise<void> {
  return async ({ ack, body, view, client, context }) => {
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
    const log = logOf(context);
    await acked(ack, log);
    const turn = takeButton(desk, null, question);
    tell(context, turn.answer);
    const where = { by: body.user.id, channel: to.channel_id, url: to.response_url };
    await showToAll(desk, turn, where, client, log);
  };
}
