import { z } from 'zod';
import type { Place } from './conversations.ts';

/** Where something was pressed; `within` is the thread that it stands in. */
export type Pressed =
  /** A message that only the user sees; it can be replaced. */
  | { kind: 'ephemeral'; channel: string; ts: string; within: string | undefined; url: string }
  /** A message that stays; an answer goes into its `thread`, a private reply to where it stands. */
  | {
      kind: 'message';
      channel: string;
      thread: string | undefined;
      within: string | undefined;
      url: string;
    }
  | { kind: 'modal'; view: string; hash: string; metadata: string }
  | { kind: 'home' };

/** What was pressed, by whom and where. `value` is what the button, the option or the field carries. */
export interface Press {
  user: string;
  trigger: string;
  action: string;
  value: string;
  on: Pressed;
}

const schema = z.object({
  user: z.object({ id: z.string() }),
  trigger_id: z.string(),
  response_url: z.string().optional(),
  channel: z.object({ id: z.string() }).optional(),
  container: z.object({
    type: z.string(),
    is_ephemeral: z.boolean().optional(),
    message_ts: z.string().optional(),
    thread_ts: z.string().optional(),
  }),
  message: z.object({ ts: z.string(), thread_ts: z.string().optional() }).optional(),
  view: z
    .object({ id: z.string(), type: z.string(), hash: z.string(), private_metadata: z.string().default('') })
    .optional(),
  actions: z
    .array(
      z.object({
        action_id: z.string(),
        value: z.string().optional(),
        selected_option: z.object({ value: z.string() }).nullish(),
      }),
    )
    .min(1),
});

/** A direct message, by its id: its answers stand below each other, not in threads. */
export const isDirect = (channel: string): boolean => channel.startsWith('D');

/** Reads a block_actions payload. Throws ZodError for one that Slack does not send. */
export function pressIn(body: unknown): Press {
  const read = schema.parse(body);
  const [action] = read.actions;
  return {
    user: read.user.id,
    trigger: read.trigger_id,
    action: action?.action_id ?? '',
    value: action?.selected_option?.value ?? action?.value ?? '',
    on: pressedOn(read),
  };
}

function pressedOn({
  view,
  channel,
  message,
  container,
  response_url: url,
}: z.infer<typeof schema>): Pressed {
  if (view) {
    if (view.type === 'home') return { kind: 'home' };
    return { kind: 'modal', view: view.id, hash: view.hash, metadata: view.private_metadata };
  }
  const id = channel?.id ?? '';
  if (container.is_ephemeral === true || message === undefined)
    return {
      kind: 'ephemeral',
      channel: id,
      ts: container.message_ts ?? '',
      within: container.thread_ts,
      url: url ?? '',
    };
  const within = message.thread_ts;
  const thread = isDirect(id) ? within : (within ?? message.ts);
  return { kind: 'message', channel: id, thread, within, url: url ?? '' };
}

/** The conversation that a press belongs to; none in a view. */
export function placeOf({ user, on }: Press): Place | null {
  switch (on.kind) {
    case 'ephemeral':
      return { kind: 'asker', channel: on.channel, user };
    case 'message':
      return on.thread === undefined
        ? { kind: 'direct', channel: on.channel }
        : { kind: 'thread', channel: on.channel, thread: on.thread };
    case 'modal':
    case 'home':
      return null;
  }
}
