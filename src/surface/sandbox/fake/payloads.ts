import type { Ids } from './ids.ts';
import type { Message, OpenView, Workspace } from './workspace.ts';

const APP = 'A0KESSAN';
/** Slack's verification token, which nothing may rely on any more. */
const VERIFICATION = 'verification-token';

/** What every interaction says of where it comes from. */
export const common = (workspace: Workspace, user: string): Record<string, unknown> => ({
  team: { id: workspace.team, domain: 'fake' },
  user: { id: user, username: user.toLowerCase(), name: user.toLowerCase(), team_id: workspace.team },
  api_app_id: APP,
  token: VERIFICATION,
  is_enterprise_install: false,
  enterprise: null,
});

/** An event in its wrapper. */
export function eventPayload(
  workspace: Workspace,
  ids: Ids,
  event: Readonly<Record<string, unknown>>,
  now: number,
): Record<string, unknown> {
  return {
    token: VERIFICATION,
    team_id: workspace.team,
    api_app_id: APP,
    type: 'event_callback',
    event_id: ids.id('Ev'),
    event_time: Math.floor(now / 1_000),
    is_ext_shared_channel: false,
    authorizations: [
      {
        enterprise_id: null,
        team_id: workspace.team,
        user_id: workspace.bot.user,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    event,
  };
}

export interface CommandText {
  command: string;
  text: string;
  user: string;
  channel: { id: string; name: string };
  trigger: string;
  responseUrl: string;
}

/** A slash command. */
export function commandPayload(workspace: Workspace, c: CommandText): Record<string, string> {
  return {
    token: VERIFICATION,
    team_id: workspace.team,
    team_domain: 'fake',
    channel_id: c.channel.id,
    channel_name: c.channel.name,
    user_id: c.user,
    user_name: c.user.toLowerCase(),
    command: c.command,
    text: c.text,
    api_app_id: APP,
    is_enterprise_install: 'false',
    response_url: c.responseUrl,
    trigger_id: c.trigger,
  };
}

/** A view as interactions carry it, with what was chosen in it. */
export const viewIn = (workspace: Workspace, opened: OpenView): Record<string, unknown> => ({
  ...opened.view,
  id: opened.id,
  team_id: workspace.team,
  hash: opened.hash,
  private_metadata: opened.view.private_metadata ?? '',
  state: { values: opened.values },
  root_view_id: opened.id,
  app_id: APP,
  bot_id: workspace.bot.id,
});

/** Where a press on a message happened. */
export const messageContainer = (message: Message): Record<string, unknown> => ({
  type: 'message',
  message_ts: message.ts,
  channel_id: message.channel,
  is_ephemeral: message.only !== null,
  ...(message.thread === null ? {} : { thread_ts: message.thread }),
});

/** A message as interactions carry it; of an ephemeral one Slack gives none. */
export const messageIn = (workspace: Workspace, message: Message): Record<string, unknown> => ({
  type: 'message',
  user: message.user,
  ...(message.user === workspace.bot.user ? { bot_id: workspace.bot.id } : {}),
  ts: message.ts,
  text: message.text,
  blocks: message.blocks,
  ...(message.thread === null ? {} : { thread_ts: message.thread }),
});
