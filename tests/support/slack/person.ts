import { expect } from 'vitest';
import type { Message } from '../../../src/surface/sandbox/fake/workspace.ts';
import { CHANNEL, last, type Rig, USER } from './rig.ts';

/** What a person does at a rig; each step is over when all that was asked has been answered. */
export interface Person {
  /** Gives the slash command, which has to be acknowledged, and the message that came last then. */
  command: (text: string, channel?: string) => Promise<Message>;
  /** Writes a message and gives it. */
  say: (text: string, channel?: string, thread?: string) => Promise<Message>;
  /** Presses a button of a message, by its action. */
  press: (message: Message, action: string, user?: string) => Promise<void>;
}

/** A person at the rig that there is when something is done. */
export const personAt = (rig: () => Rig): Person => ({
  command: async (text, channel = CHANNEL) => {
    const { act, workspace } = rig().slack;
    const ack = await act.command({ user: USER, channel, command: '/iij', text });
    expect(ack).toEqual({ ok: true, body: null });
    await rig().settled();
    return last(workspace.messages);
  },
  say: async (text, channel = CHANNEL, thread) => {
    const message = await rig().slack.act.say({ user: USER, channel, text, thread });
    await rig().settled();
    return message;
  },
  press: async (message, action, user = USER) => {
    await rig().slack.act.press({ user, on: { message }, action });
    await rig().settled();
  },
});
