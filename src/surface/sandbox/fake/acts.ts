import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { type SlackBlock, type SlackView, viewSchema } from '../../../render/slack/schema.ts';
import type { Ack, Envelope } from './delivery/delivery.ts';
import { elementWith, elementsIn } from './elements.ts';
import { common, commandPayload, eventPayload, messageContainer, messageIn, viewIn } from './payloads.ts';
import type { Server } from './server.ts';
import type { Chosen, Message, OpenView } from './workspace.ts';

/** What somebody presses on: a message, an open modal, or the home tab. */
export type On = { message: Message } | { view: OpenView } | { home: true };

/** Delivers an envelope as often as Slack does, and gives how the app took it. */
export type Deliver = (envelope: Envelope) => Promise<Ack>;

/** What people do in Slack. Each resolves when the app has taken it, or Slack has given up. */
export interface Acts {
  /** Writes a message: in a channel the bot hears of it if it is mentioned, in a direct message always. */
  say(what: { user: string; channel: string; text: string; thread?: string | undefined }): Promise<Message>;
  command(what: { user: string; channel: string; command: string; text: string }): Promise<Ack>;
  /** Presses a button, the one with this action_id, or one of two feedback buttons. */
  press(what: { user: string; on: On; action: string; feedback?: 'positive' | 'negative' }): Promise<Ack>;
  /** Chooses an option of a select by its value, or a conversation. */
  choose(what: { user: string; on: On; action: string; value: string; label?: string }): Promise<Ack>;
  /** Types into a select that looks its options up. */
  typeahead(what: {
    user: string;
    on: On;
    action: string;
    text: string;
  }): Promise<{ label: string; value: string }[]>;
  submit(what: { view: OpenView }): Promise<Ack>;
  close(view: OpenView): void;
  openHome(what: { user: string; tab: 'home' | 'messages' }): Promise<Ack>;
  shortcut(what: { user: string; callback: string }): Promise<Ack>;
  messageShortcut(what: { user: string; callback: string; message: Message }): Promise<Ack>;
}

const FAILED = 'The app did not answer in time.';

const optionsSchema = z.object({
  options: z.array(z.object({ text: z.object({ text: z.string() }), value: z.string() })),
});
const submissionSchema = z
  .object({
    response_action: z.enum(['errors', 'update', 'push', 'clear']),
    errors: z.record(z.string(), z.string()).optional(),
    view: viewSchema.optional(),
  })
  .nullable()
  .catch(null);

export function createActs(
  server: Server,
  deliver: Deliver,
  now: () => number,
  commands: readonly string[] | null,
): Acts {
  const { workspace, ids, triggers, replies } = server;
  const event = (payload: Readonly<Record<string, unknown>>): Promise<Ack> =>
    deliver({ kind: 'event', payload: eventPayload(workspace, ids, payload, now()) });
  const interaction = async (
    user: string,
    channel: string,
    payload: Readonly<Record<string, unknown>>,
  ): Promise<Ack> => {
    const ack = await deliver({ kind: 'interaction', payload: { ...common(workspace, user), ...payload } });
    if (!ack.ok) workspace.notify({ user, channel, text: FAILED });
    return ack;
  };
  const blocksOf = (on: On, user: string): readonly SlackBlock[] =>
    'message' in on ? on.message.blocks : 'view' in on ? on.view.view.blocks : homeOf(user).blocks;
  const homeOf = (user: string): SlackView => {
    const home = workspace.homes.get(user);
    if (!home) throw new Error('the home tab was never published');
    return home;
  };
  const whereOf = (on: On, user: string): Record<string, unknown> => {
    if ('view' in on)
      return { container: { type: 'view', view_id: on.view.id }, view: viewIn(workspace, on.view) };
    if ('home' in on) {
      const opened: OpenView = {
        id: `home-${user}`,
        user,
        hash: 'home',
        view: homeOf(user),
        values: {},
        errors: {},
      };
      return { container: { type: 'view', view_id: opened.id }, view: viewIn(workspace, opened) };
    }
    const { message } = on;
    return {
      container: messageContainer(message),
      channel: { id: message.channel, name: workspace.channel(message.channel)?.name ?? '' },
      response_url: replies.give(user, message.channel, message),
      ...(message.only === null ? { message: messageIn(workspace, message) } : {}),
    };
  };
  const act = (user: string, on: On, action: Record<string, unknown>): Promise<Ack> =>
    interaction(user, 'message' in on ? on.message.channel : '', {
      type: 'block_actions',
      trigger_id: triggers.give(user),
      ...whereOf(on, user),
      actions: [{ ...action, action_ts: ids.ts() }],
    });
  const keep = (on: On, blockId: string, actionId: string, chosen: Chosen): void => {
    if ('view' in on) (on.view.values[blockId] ??= {})[actionId] = chosen;
  };

  return {
    say: async ({ user, channel, text, thread }) => {
      const message = workspace.post({
        channel,
        user,
        text,
        blocks: [],
        thread: thread ?? null,
        files: [],
        only: null,
      });
      const direct = workspace.channel(channel)?.direct !== null;
      const mentioned = text.includes(`<@${workspace.bot.user}>`);
      const post = {
        user,
        text,
        ts: message.ts,
        channel,
        event_ts: message.ts,
        team: workspace.team,
        ...(thread === undefined ? {} : { thread_ts: thread }),
      };
      const events = [
        ...(direct ? [{ ...post, type: 'message', channel_type: 'im' }] : []),
        ...(mentioned ? [{ ...post, type: 'app_mention' }] : []),
      ];
      await Promise.all(events.map(event));
      return message;
    },
    command: async ({ user, channel, command, text }) => {
      if (commands && !commands.includes(command)) {
        workspace.notify({ user, channel, text: `${command} is not a command here.` });
        return { ok: false, reason: 'no such command' };
      }
      const { id, name } = workspace.channel(channel) ?? { id: channel, name: '' };
      const payload = commandPayload(workspace, {
        command,
        text,
        user,
        channel: { id, name },
        trigger: triggers.give(user),
        responseUrl: replies.give(user, channel),
      });
      const ack = await deliver({ kind: 'command', payload });
      if (!ack.ok) workspace.notify({ user, channel, text: `${command} failed: ${FAILED}` });
      return ack;
    },
    press: ({ user, on, action, feedback }) => {
      const { blockId, element } = elementWith(blocksOf(on, user), action);
      const side =
        feedback === undefined ? element : (element[`${feedback}_button`] as Record<string, unknown>);
      return act(user, on, {
        type: element.type,
        action_id: action,
        block_id: blockId,
        text: side.text,
        value: side.value,
      });
    },
    choose: ({ user, on, action, value, label = value }) => {
      const { blockId, element } = elementWith(blocksOf(on, user), action);
      const chosen: Chosen =
        element.type === 'conversations_select'
          ? { type: element.type, selected_conversation: value }
          : { type: element.type, selected_option: { text: { type: 'plain_text', text: label }, value } };
      keep(on, blockId, action, chosen);
      if ('view' in on && !dispatches(on.view.view, blockId))
        return Promise.resolve({ ok: true, body: null });
      return act(user, on, { action_id: action, block_id: blockId, ...chosen });
    },
    typeahead: async ({ user, on, action, text }) => {
      const { blockId } = elementWith(blocksOf(on, user), action);
      const ack = await interaction(user, '', {
        type: 'block_suggestion',
        action_id: action,
        block_id: blockId,
        value: text,
        ...whereOf(on, user),
      });
      const options = ack.ok ? optionsSchema.safeParse(ack.body) : null;
      if (options?.success !== true) throw new Error('the app gave no options');
      return options.data.options.map((o) => ({ label: o.text.text, value: o.value }));
    },
    submit: async ({ view }) => {
      const ack = await interaction(view.user, '', {
        type: 'view_submission',
        trigger_id: triggers.give(view.user),
        view: viewIn(workspace, view),
        response_urls: responseUrls(view, (channel) => replies.give(view.user, channel)),
      });
      if (!ack.ok) return ack;
      const answer = submissionSchema.parse(ack.body);
      if (answer === null || answer.response_action === 'clear') workspace.close(view.id);
      else if (answer.response_action === 'errors') view.errors = answer.errors ?? {};
      else if (answer.view) workspace.fit(view, answer.view);
      return ack;
    },
    close: (view) => {
      workspace.close(view.id);
    },
    openHome: async ({ user, tab }) => {
      const channel = workspace.direct(user).id;
      const ack = await event({ type: 'app_home_opened', user, channel, tab, event_ts: ids.ts() });
      await wait(0);
      return ack;
    },
    shortcut: ({ user, callback }) =>
      interaction(user, '', {
        type: 'shortcut',
        callback_id: callback,
        trigger_id: triggers.give(user),
        action_ts: ids.ts(),
      }),
    messageShortcut: ({ user, callback, message }) =>
      interaction(user, message.channel, {
        type: 'message_action',
        callback_id: callback,
        trigger_id: triggers.give(user),
        action_ts: ids.ts(),
        message_ts: message.ts,
        channel: { id: message.channel, name: workspace.channel(message.channel)?.name ?? '' },
        message: messageIn(workspace, message),
        response_url: replies.give(user, message.channel),
      }),
  };
}

/** Whether a choice in a block of a view is told to the app at once: an input only where it asks for that. */
function dispatches(view: SlackView, blockId: string): boolean {
  const block = view.blocks.find((b) => b.block_id === blockId);
  return block?.type !== 'input' || block.dispatch_action === true;
}

/** A response_url for each conversation that was chosen in a select that asks for one. */
function responseUrls(view: OpenView, give: (channel: string) => string): Record<string, unknown>[] {
  return elementsIn(view.view.blocks).flatMap(({ blockId, element }) => {
    const channel = view.values[blockId]?.[element.action_id]?.selected_conversation;
    if (
      element.type !== 'conversations_select' ||
      element.response_url_enabled !== true ||
      channel === undefined
    )
      return [];
    return [
      { block_id: blockId, action_id: element.action_id, channel_id: channel, response_url: give(channel) },
    ];
  });
}
