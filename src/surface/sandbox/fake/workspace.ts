import type { SlackBlock, SlackView } from '../../../render/slack/schema.ts';
import type { Ids } from './ids.ts';

export interface User {
  id: string;
  name: string;
}
export interface Channel {
  id: string;
  name: string;
  /** The one user of a direct message with the bot; null for a channel. */
  direct: string | null;
  /** Whether the bot is a member. */
  joined: boolean;
}
export interface Message {
  ts: string;
  channel: string;
  user: string;
  text: string;
  blocks: SlackBlock[];
  thread: string | null;
  files: string[];
  /** Who alone sees it; null for all. */
  only: string | null;
}
export interface SharedFile {
  id: string;
  name: string;
  title: string;
  content: string;
}
/** A value that somebody chose in a view. */
export interface Chosen {
  type: string;
  selected_option?: unknown;
  selected_conversation?: string;
}
export interface OpenView {
  id: string;
  user: string;
  hash: string;
  view: SlackView;
  values: Record<string, Record<string, Chosen>>;
  errors: Record<string, string>;
}
export interface Prompts {
  title: string;
  prompts: { title: string; message: string }[];
}
/** Something that Slack itself tells a user, such as that a command failed. */
export interface Notice {
  user: string;
  channel: string;
  text: string;
}

export type Change =
  | { kind: 'message'; message: Message }
  | { kind: 'message-changed'; message: Message }
  | { kind: 'message-gone'; message: Message }
  | { kind: 'view'; view: OpenView }
  | { kind: 'view-closed'; id: string; user: string }
  | { kind: 'home'; user: string }
  | { kind: 'prompts'; channel: string }
  | { kind: 'notice'; notice: Notice };

export interface WorkspaceSeed {
  users: readonly User[];
  channels: readonly { id: string; name: string; joined?: boolean }[];
  bot: { user: string; id: string; name: string };
  team: string;
}

export const DEFAULT_SEED: WorkspaceSeed = {
  users: [
    { id: 'U0AIKO', name: 'Aiko' },
    { id: 'U0BEN', name: 'Ben' },
  ],
  channels: [
    { id: 'C0FINANCE', name: 'finance' },
    { id: 'C0OUTSIDE', name: 'outside', joined: false },
  ],
  bot: { user: 'U0KESSAN', id: 'B0KESSAN', name: 'Kessan' },
  team: 'T0TEAM',
};

/** What stands in a workspace: a plain, bounded state with one function for each way in which it changes. */
export interface Workspace {
  readonly bot: WorkspaceSeed['bot'];
  readonly team: string;
  readonly users: readonly User[];
  readonly channels: readonly Channel[];
  readonly messages: readonly Message[];
  readonly views: ReadonlyMap<string, OpenView>;
  readonly homes: ReadonlyMap<string, SlackView>;
  readonly files: ReadonlyMap<string, SharedFile>;
  readonly prompts: ReadonlyMap<string, Prompts>;
  readonly notices: readonly Notice[];
  channel(id: string): Channel | undefined;
  /** The direct message between a user and the bot, opened where there is none yet. */
  direct(user: string): Channel;
  message(channel: string, ts: string): Message | undefined;
  post(message: Omit<Message, 'ts'>): Message;
  update(message: Message, change: { text: string; blocks: SlackBlock[] }): void;
  remove(message: Message): void;
  open(user: string, view: SlackView): OpenView;
  fit(view: OpenView, next: SlackView): void;
  close(id: string): void;
  publish(user: string, view: SlackView): void;
  keepFile(file: SharedFile): void;
  suggest(channel: string, prompts: Prompts): void;
  notify(notice: Notice): void;
  onChange(listener: (change: Change) => void): () => void;
}

/** How many messages and notices are kept. */
const MOST = 10_000;

export function createWorkspace(seed: WorkspaceSeed, ids: Ids, most = MOST): Workspace {
  const channels: Channel[] = seed.channels.map((c) => ({ ...c, direct: null, joined: c.joined ?? true }));
  let messages: Message[] = [];
  let notices: Notice[] = [];
  const views = new Map<string, OpenView>();
  const homes = new Map<string, SlackView>();
  const files = new Map<string, SharedFile>();
  const prompts = new Map<string, Prompts>();
  const listeners = new Set<(change: Change) => void>();
  const tell = (change: Change): void => {
    for (const listener of listeners) listener(change);
  };
  const numbered = <T extends SlackBlock>(blocks: readonly T[]): T[] =>
    blocks.map((block) => ({ ...block, block_id: block.block_id ?? ids.id('b') }));
  const withIds = (view: SlackView): SlackView => ({ ...view, blocks: numbered(view.blocks) });
  return {
    bot: seed.bot,
    team: seed.team,
    users: seed.users,
    channels,
    get messages() {
      return messages;
    },
    get notices() {
      return notices;
    },
    views,
    homes,
    files,
    prompts,
    channel: (id) => channels.find((c) => c.id === id),
    direct: (user) => {
      const found = channels.find((c) => c.direct === user);
      if (found) return found;
      const opened: Channel = { id: ids.id('D'), name: user, direct: user, joined: true };
      channels.push(opened);
      return opened;
    },
    message: (channel, ts) => messages.find((m) => m.channel === channel && m.ts === ts),
    post: (draft) => {
      const message: Message = { ...draft, blocks: numbered(draft.blocks), ts: ids.ts() };
      if (messages.length >= most) messages = messages.slice(-Math.floor(most / 2));
      messages.push(message);
      tell({ kind: 'message', message });
      return message;
    },
    update: (message, { text, blocks }) => {
      Object.assign(message, { text, blocks: numbered(blocks) });
      tell({ kind: 'message-changed', message });
    },
    remove: (message) => {
      messages = messages.filter((m) => m !== message);
      tell({ kind: 'message-gone', message });
    },
    open: (user, view) => {
      const opened: OpenView = {
        id: ids.id('V'),
        user,
        hash: ids.id('h'),
        view: withIds(view),
        values: {},
        errors: {},
      };
      views.set(opened.id, opened);
      tell({ kind: 'view', view: opened });
      return opened;
    },
    fit: (view, next) => {
      Object.assign(view, { view: withIds(next), hash: ids.id('h'), errors: {} });
      tell({ kind: 'view', view });
    },
    close: (id) => {
      const view = views.get(id);
      if (!view) return;
      views.delete(id);
      tell({ kind: 'view-closed', id, user: view.user });
    },
    publish: (user, view) => {
      homes.set(user, withIds(view));
      tell({ kind: 'home', user });
    },
    keepFile: (file) => {
      files.set(file.id, file);
    },
    suggest: (channel, offered) => {
      prompts.set(channel, offered);
      tell({ kind: 'prompts', channel });
    },
    notify: (notice) => {
      notices = [...notices.slice(-most), notice];
      tell({ kind: 'notice', notice });
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
