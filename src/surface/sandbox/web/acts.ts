import { z } from 'zod';
import { CHECK_SHORTCUT } from '../../slack/listeners/register.ts';
import type { FakeSlack } from '../fake/fake-slack.ts';
import type { On } from '../fake/acts.ts';
import type { OpenView } from '../fake/workspace.ts';
import type { Person } from './panes.ts';

/** What the page asks for when a person does something. */
export const actSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('look') }),
  z.strictObject({ kind: z.literal('arrive'), text: z.string().max(4_000) }),
  z.strictObject({ kind: z.literal('send'), text: z.string().max(4_000) }),
  z.strictObject({
    kind: z.literal('press'),
    on: z.string(),
    action: z.string(),
    feedback: z.enum(['positive', 'negative']).optional(),
  }),
  z.strictObject({
    kind: z.literal('choose'),
    on: z.string(),
    action: z.string(),
    value: z.string(),
    label: z.string(),
  }),
  z.strictObject({ kind: z.literal('shortcut'), on: z.string() }),
  z.strictObject({ kind: z.literal('submit'), on: z.string() }),
  z.strictObject({ kind: z.literal('close'), on: z.string() }),
]);
export type Act = z.infer<typeof actSchema>;

/** Where the person is: a channel by its id, with the thread that is open; null on the home tab. */
export interface Spot {
  channel: string | null;
  thread: string | null;
}

/** The page asked for something that is no longer there. */
export class Gone extends Error {}

/** What "message CHANNEL TS", "view ID" or "home" means in the workspace now. Throws Gone where it is no longer there. */
export function onOf({ workspace }: FakeSlack, person: Person, text: string): On {
  const [kind, a = '', b = ''] = text.split(' ');
  if (kind === 'home') return { home: true };
  const view = workspace.views.get(a);
  if (kind === 'view' && view?.user === person.id) return { view };
  const message = workspace.message(a, b);
  if (kind === 'message' && message && (message.only === null || message.only === person.id))
    return { message };
  throw new Gone(`"${text}" is no longer there`);
}

function viewOf(slack: FakeSlack, person: Person, text: string): OpenView {
  const on = onOf(slack, person, text);
  if ('view' in on) return on.view;
  throw new Gone(`"${text}" is no longer there`);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Typed text as Slack's client sends it: escaped, with the bot's name as a mention. */
function asSent({ workspace }: FakeSlack, text: string): string {
  const escaped = text.replace(/[&<>]/g, (c) => ENTITIES[c] ?? c);
  const name = new RegExp(`@${workspace.bot.name}\\b`, 'gi');
  return escaped.replace(name, `<@${workspace.bot.user}>`);
}

/** What came of an act beyond what stands in the workspace: a thread that it opens, and a hint to whoever did it. */
export interface Done {
  opens: string | null;
  hint: string | null;
}
const DONE: Done = { opens: null, hint: null };

/** Does in Slack what the person does on the page. */
export async function perform(slack: FakeSlack, person: Person, spot: Spot, act: Act): Promise<Done> {
  const user = person.id;
  switch (act.kind) {
    case 'look':
      return DONE;
    case 'arrive':
      for (const view of slack.workspace.views.values()) if (view.user === user) slack.act.close(view);
      return send(slack, user, spot, act.text);
    case 'send':
      return send(slack, user, spot, act.text);
    case 'press': {
      const on = onOf(slack, person, act.on);
      const what = { user, on, action: act.action };
      await slack.act.press(act.feedback === undefined ? what : { ...what, feedback: act.feedback });
      return DONE;
    }
    case 'choose':
      await slack.act.choose({
        user,
        on: onOf(slack, person, act.on),
        action: act.action,
        value: act.value,
        label: act.label,
      });
      return DONE;
    case 'shortcut': {
      const on = onOf(slack, person, act.on);
      if ('message' in on)
        await slack.act.messageShortcut({ user, callback: CHECK_SHORTCUT, message: on.message });
      return DONE;
    }
    case 'submit':
      await slack.act.submit({ view: viewOf(slack, person, act.on) });
      return DONE;
    case 'close':
      slack.act.close(viewOf(slack, person, act.on));
      return DONE;
  }
}

async function send(slack: FakeSlack, user: string, { channel, thread }: Spot, typed: string): Promise<Done> {
  const text = typed.trim();
  if (text === '' || channel === null) return DONE;
  const { command, rest = '' } = /^(?<command>\/\S+)\s*(?<rest>[^]*)$/.exec(text)?.groups ?? {};
  if (command !== undefined) {
    await slack.act.command({ user, channel, command, text: rest });
    return DONE;
  }
  const sent = asSent(slack, text);
  const { workspace } = slack;
  const message = await slack.act.say({ user, channel, text: sent, thread: thread ?? undefined });
  if (workspace.channel(channel)?.direct !== null) return DONE;
  const { name, user: bot } = workspace.bot;
  return sent.includes(`<@${bot}>`)
    ? { opens: thread ?? message.ts, hint: null }
    : {
        opens: null,
        hint: `${name} reads no messages here but those that mention @${name}. Check figures, below it, works all the same.`,
      };
}
