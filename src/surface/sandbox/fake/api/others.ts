import { z } from 'zod';
import { jsonOf, type Method, Refusal, textOf } from './method.ts';

const authTest: Method = {
  scope: null,
  call: ({ workspace, origin }) => ({
    ok: true,
    url: `${origin}/`,
    team: 'Fake workspace',
    team_id: workspace.team,
    user: workspace.bot.name,
    user_id: workspace.bot.user,
    bot_id: workspace.bot.id,
  }),
};

const openConversation: Method = {
  scope: 'im:write',
  call: ({ workspace }, args) => {
    const user = textOf(args, 'users');
    if (!workspace.users.some((u) => u.id === user)) throw new Refusal('user_not_found');
    return { ok: true, channel: { id: workspace.direct(user).id } };
  },
};

const promptSchema = z
  .array(z.object({ title: z.string().min(1), message: z.string().min(1) }))
  .min(1)
  .max(4);

const setSuggestedPrompts: Method = {
  scope: 'assistant:write',
  call: ({ workspace }, args) => {
    const channel = workspace.channel(textOf(args, 'channel_id'));
    if (typeof channel?.direct !== 'string') throw new Refusal('channel_not_found');
    const prompts = promptSchema.safeParse(jsonOf(args, 'prompts'));
    if (!prompts.success) throw new Refusal('invalid_arguments');
    // In the agent view a thread_ts makes the call do nothing, without a word.
    if (textOf(args, 'thread_ts') === '')
      workspace.suggest(channel.id, { title: textOf(args, 'title'), prompts: prompts.data });
    return { ok: true };
  },
};

export const OTHERS: Readonly<Record<string, Method>> = {
  'auth.test': authTest,
  'conversations.open': openConversation,
  'assistant.threads.setSuggestedPrompts': setSuggestedPrompts,
};
