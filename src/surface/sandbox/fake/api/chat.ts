import { channelIn, type Method, messageIn, Refusal, textOf } from './method.ts';

const postMessage: Method = {
  scope: 'chat:write',
  call: (server, args) => {
    const channel = channelIn(server, textOf(args, 'channel'));
    const { text, blocks } = messageIn(args);
    const thread = textOf(args, 'thread_ts') || null;
    const { bot } = server.workspace;
    const message = server.workspace.post({
      channel: channel.id,
      user: bot.user,
      text,
      blocks,
      thread,
      files: [],
      only: null,
    });
    return {
      ok: true,
      channel: channel.id,
      ts: message.ts,
      message: { text, ts: message.ts, user: bot.user, bot_id: bot.id },
    };
  },
};

const postEphemeral: Method = {
  scope: 'chat:write',
  call: (server, args) => {
    const channel = channelIn(server, textOf(args, 'channel'));
    const { text, blocks } = messageIn(args);
    const only = textOf(args, 'user');
    if (only === '') throw new Refusal('user_not_in_channel');
    const { bot } = server.workspace;
    const thread = textOf(args, 'thread_ts') || null;
    const message = server.workspace.post({
      channel: channel.id,
      user: bot.user,
      text,
      blocks,
      thread,
      files: [],
      only,
    });
    return { ok: true, message_ts: message.ts };
  },
};

const update: Method = {
  scope: 'chat:write',
  call: ({ workspace }, args) => {
    const message = workspace.message(textOf(args, 'channel'), textOf(args, 'ts'));
    if (message?.only !== null) throw new Refusal('message_not_found');
    if (message.user !== workspace.bot.user) throw new Refusal('cant_update_message');
    workspace.update(message, messageIn(args));
    return { ok: true, channel: message.channel, ts: message.ts, text: message.text };
  },
};

const remove: Method = {
  scope: 'chat:write',
  call: ({ workspace }, args) => {
    const message = workspace.message(textOf(args, 'channel'), textOf(args, 'ts'));
    if (!message) throw new Refusal('message_not_found');
    workspace.remove(message);
    return { ok: true, channel: message.channel, ts: message.ts };
  },
};

export const CHAT: Readonly<Record<string, Method>> = {
  'chat.postMessage': postMessage,
  'chat.postEphemeral': postEphemeral,
  'chat.update': update,
  'chat.delete': remove,
};
