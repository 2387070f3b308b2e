import type { z } from 'zod';
import {
  blocksSchema,
  type SlackBlock,
  type SlackView,
  viewSchema,
} from '../../../../render/slack/schema.ts';
import { LIMITS } from '../../../../render/slack/limits.ts';
import type { Server } from '../server.ts';
import type { Channel } from '../workspace.ts';

/** A call's arguments: text, or what its JSON held. */
export type Arguments = Readonly<Record<string, unknown>>;
export interface Answer {
  ok: true;
  [key: string]: unknown;
}

/** The method refuses, with Slack's word for why. */
export class Refusal extends Error {
  readonly messages: readonly string[];
  constructor(error: string, messages: readonly string[] = []) {
    super(error);
    this.messages = messages;
  }
}

export interface Method {
  /** The bot scope that it needs; null for none. */
  scope: string | null;
  call(server: Server, args: Arguments): Answer;
}

/** An argument as text; empty where it is missing. */
export const textOf = (args: Arguments, name: string): string => {
  const value = args[name];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
};

/** An argument that is JSON, also where a form carries it as text. */
export function jsonOf(args: Arguments, name: string): unknown {
  const value = args[name];
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    throw new Refusal('invalid_arguments', [`${name} is not JSON`]);
  }
}

const where = (error: z.ZodError): string[] =>
  error.issues.map((i) => `[ERROR] ${i.message} [json-pointer:/blocks/${i.path.join('/')}]`);

/** The text and blocks of a message, checked as Slack does. */
export function messageIn(args: Arguments): { text: string; blocks: SlackBlock[] } {
  const text = textOf(args, 'text');
  if (text.length > LIMITS.messageText) throw new Refusal('msg_too_long');
  const given = jsonOf(args, 'blocks');
  if (given === undefined || given === null || given === '') {
    if (text === '') throw new Refusal('no_text');
    return { text, blocks: [] };
  }
  const blocks = blocksSchema.safeParse(given);
  if (!blocks.success) throw new Refusal('invalid_blocks', where(blocks.error));
  return { text, blocks: blocks.data };
}

/** A view, checked as Slack does. */
export function viewIn(args: Arguments): SlackView {
  const view = viewSchema.safeParse(jsonOf(args, 'view'));
  if (!view.success) throw new Refusal('invalid_arguments', where(view.error));
  return view.data;
}

/** The conversation that an argument names, where the bot may post; a user's id stands for the direct message. */
export function channelIn({ workspace }: Server, id: string): Channel {
  const user = workspace.users.find((u) => u.id === id);
  const channel = user ? workspace.direct(user.id) : workspace.channel(id);
  if (!channel) throw new Refusal('channel_not_found');
  if (!channel.joined) throw new Refusal('not_in_channel');
  return channel;
}
