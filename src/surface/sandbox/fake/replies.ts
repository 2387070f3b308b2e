import { messageIn, Refusal, textOf } from './api/method.ts';
import type { Server } from './server.ts';
import type { Message } from './workspace.ts';

/** How often and how long a response_url can be used. */
const USES = 5;
const LIFE = 30 * 60 * 1_000;

/** What a response_url stands for: who pressed or typed something where, and the message that it was on. */
interface Origin {
  user: string;
  channel: string;
  on: Message | null;
  uses: number;
  at: number;
}

/** The response_urls that were given out. */
export interface Replies {
  /** The paths of those that were given, which are as good as passwords. */
  paths(): string[];
  give(user: string, channel: string, on?: Message | null): string;
  /** Takes a post to a response_url. Throws a Refusal where Slack would refuse it. */
  take(server: Server, id: string, args: Readonly<Record<string, unknown>>): void;
}

export function createReplies(
  origin: () => string,
  newId: () => string,
  now: () => number,
  most = 10_000,
): Replies {
  const given = new Map<string, Origin>();
  return {
    paths: () => [...given.keys()].map((id) => `/actions/${id}`),
    give: (user, channel, on = null) => {
      const id = newId();
      given.set(id, { user, channel, on, uses: 0, at: now() });
      const [oldest] = given.keys();
      if (given.size > most && oldest !== undefined) given.delete(oldest);
      return `${origin()}/actions/${id}`;
    },
    take: (server, id, args) => {
      const from = given.get(id);
      if (!from || now() - from.at > LIFE) throw new Refusal('expired_url');
      if (from.uses >= USES) throw new Refusal('used_url');
      const { workspace } = server;
      if (args.delete_original === true && from.on) {
        from.uses += 1;
        workspace.remove(from.on);
        return;
      }
      const content = messageIn(args);
      from.uses += 1;
      if (args.replace_original === true && from.on) {
        workspace.update(from.on, content);
        return;
      }
      const only = args.response_type === 'in_channel' ? null : from.user;
      const thread = textOf(args, 'thread_ts') || null;
      workspace.post({
        channel: from.channel,
        user: workspace.bot.user,
        ...content,
        thread,
        files: [],
        only,
      });
    },
  };
}
