import { Writable } from 'node:stream';
import type { FactBase } from '../../../src/facts/base.ts';
import type { SlackBlock } from '../../../src/render/slack/schema.ts';
import {
  startFakeSlack,
  type FakeSlack,
  type FakeSlackOptions,
} from '../../../src/surface/sandbox/fake/fake-slack.ts';
import type { Message, OpenView } from '../../../src/surface/sandbox/fake/workspace.ts';
import { createSlackApp, type SlackApp } from '../../../src/surface/slack/app.ts';
import type { SlackConfig } from '../../../src/surface/slack/config.ts';
import { createLog } from '../../../src/surface/slack/log.ts';
import { EVENTS_PATH } from '../../../src/surface/slack/receiver.ts';
import { projectBase } from '../project.ts';

export type Mode = 'socket' | 'http';
export const MODES: readonly Mode[] = ['socket', 'http'];

export const USER = 'U0AIKO';
export const OTHER = 'U0BEN';
export const CHANNEL = 'C0FINANCE';
export const OUTSIDE = 'C0OUTSIDE';

/** The real app and a Slack of our own, put together. */
export interface Rig {
  slack: FakeSlack;
  app: SlackApp;
  mode: Mode;
  /** The URL that Slack delivers to, over HTTP. */
  url: string;
  /** The lines that were logged. */
  logged: Record<string, unknown>[];
  /** Resolves when everything that was asked has been answered. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

export interface RigOptions extends FakeSlackOptions {
  logLevel?: SlackConfig['logLevel'];
  /** Another document than the project's. */
  base?: FactBase;
}

export async function startRig(mode: Mode, options: RigOptions = {}): Promise<Rig> {
  const slack = await startFakeSlack({ retryDelays: [20, 40, 80], ...options });
  const logged: Record<string, unknown>[] = [];
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      for (const line of chunk.toString().trim().split('\n'))
        logged.push(JSON.parse(line) as Record<string, unknown>);
      done();
    },
  });
  const config: SlackConfig = {
    botToken: slack.botToken,
    apiUrl: slack.apiUrl,
    logLevel: options.logLevel ?? 'info',
    connection:
      mode === 'socket'
        ? { mode, appToken: slack.appToken, healthPort: null }
        : { mode, signingSecret: slack.signingSecret, port: 0 },
  };
  const log = createLog(config.logLevel, stream);
  const app = createSlackApp({ base: options.base ?? projectBase(), config, log, reconnectAfter: 100 });
  const { port } = await app.start();
  const url = `http://127.0.0.1:${port ?? 0}${EVENTS_PATH}`;
  if (mode === 'http') slack.deliverTo(url);
  return {
    slack,
    app,
    mode,
    url,
    logged,
    settled: async () => {
      await slack.idle();
      await app.idle();
      await slack.idle();
    },
    stop: async () => {
      await app.stop();
      await slack.stop();
    },
  };
}

/** What the bot posted in a channel for all to see, oldest first; in a thread if one is given. */
export function posted({ slack: { workspace } }: Rig, channel: string, thread?: string): Message[] {
  return workspace.messages.filter(
    (m) =>
      m.channel === channel &&
      m.user === workspace.bot.user &&
      m.only === null &&
      (thread === undefined || m.thread === thread),
  );
}

/** What the bot showed to one user alone. */
export const shownTo = ({ slack: { workspace } }: Rig, user: string): Message[] =>
  workspace.messages.filter((m) => m.only === user);

/** The last of some messages. Throws when there is none. */
export function last<T>(list: readonly T[]): T {
  const found = list.at(-1);
  if (found === undefined) throw new Error('there is none');
  return found;
}

/** The modal that a user has open. */
export function modalOf({ slack: { workspace } }: Rig, user: string): OpenView {
  return last([...workspace.views.values()].filter((v) => v.user === user));
}

/** The labels of the buttons in some blocks, with their action ids. */
export function buttonsIn(blocks: readonly SlackBlock[]): { label: string; action: string }[] {
  return blocks.flatMap((b) => {
    const elements =
      b.type === 'actions' ? b.elements : b.type === 'section' && b.accessory ? [b.accessory] : [];
    return elements.flatMap((e) =>
      e.type === 'button' ? [{ label: e.text.text, action: e.action_id }] : [],
    );
  });
}

/** The action id of the button with a label. Throws when there is none. */
export function buttonNamed(blocks: readonly SlackBlock[], label: string): string {
  const all = buttonsIn(blocks);
  const found = all.find((b) => b.label === label);
  if (!found) throw new Error(`no button "${label}"; there are ${all.map((b) => b.label).join(', ')}`);
  return found.action;
}

/** The large text that opens some blocks. */
export const headerOf = (blocks: readonly SlackBlock[]): string =>
  blocks.flatMap((b) => (b.type === 'header' ? [b.text.text] : []))[0] ?? '';
