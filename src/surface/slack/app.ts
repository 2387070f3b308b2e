import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { App, type Context } from '@slack/bolt';
import type { FactBase } from '../../facts/base.ts';
import type { SlackConfig } from './config.ts';
import { createConversations } from './conversations.ts';
import { tellUser } from './failures.ts';
import { createInFlight } from './in-flight.ts';
import { registerListeners } from './listeners/register.ts';
import { boltLogger, type Log } from './log.ts';
import { observed, requestLog, settle } from './middleware/observed.ts';
import { once } from './middleware/once.ts';
import { clientOptions, createReceiver } from './receiver.ts';

export interface SlackApp {
  /** Verifies the token and begins to take questions. Gives the port that it listens on, over HTTP. */
  start(): Promise<{ port: number | null }>;
  /** Takes no more questions and waits for those under way, at most until the deadline. */
  stop(deadline?: number): Promise<{ abandoned: number }>;
  /** Resolves when no request is under way. */
  idle(): Promise<void>;
}

export interface SlackAppOptions {
  base: FactBase;
  config: SlackConfig;
  log: Log;
  /** How long until a lost socket is opened again, in milliseconds. */
  reconnectAfter?: number;
}

/** How long a stop waits for what is under way. */
const DEADLINE = 8_000;

/** The Slack app: receiver, middleware and listeners put together. Nothing is reached before `start`. */
export function createSlackApp({ base, config, log, reconnectAfter }: SlackAppOptions): SlackApp {
  let state: 'starting' | 'running' | 'stopping' = 'starting';
  const inFlight = createInFlight();
  const slack = createReceiver(config, log, () => ({ ok: state === 'running', state }), reconnectAfter);
  const app = new App({
    token: config.botToken,
    receiver: slack.receiver,
    logger: boltLogger(log),
    clientOptions: clientOptions(config),
    convoStore: false,
    deferInitialization: true,
    extendedErrorHandler: true,
  });
  app.use(once());
  app.use(observed(log, inFlight));
  registerListeners(app, { base, conversations: createConversations() });
  app.error(async ({ error, body, context }: { error: Error; body: unknown; context: Context }) => {
    // What failed in a listener has been logged there, with the request's id.
    const own = requestLog(context);
    if (!own) log.error({ err: error }, 'a request failed before it was read');
    await tellUser(body, app.client, own ?? log);
    settle(context);
  });
  return {
    start: async () => {
      await app.init();
      const server = await app.start();
      state = 'running';
      const port = slack.mode === 'http' ? portOf(server) : null;
      log.info({ mode: slack.mode, port, document: base.document.id }, 'taking questions');
      return { port };
    },
    stop: async (deadline = DEADLINE) => {
      const running = state === 'running';
      state = 'stopping';
      if (!running) return { abandoned: inFlight.count };
      const late = new AbortController();
      const limit = wait(deadline, undefined, { signal: late.signal }).catch(() => undefined);
      await Promise.race([Promise.all([app.stop(), inFlight.idle()]), limit]);
      late.abort();
      return { abandoned: inFlight.count };
    },
    idle: () => inFlight.idle(),
  };
}

function portOf(server: unknown): number | null {
  if (typeof server !== 'object' || server === null || !('address' in server)) return null;
  const address = (server.address as () => AddressInfo | string | null)();
  return typeof address === 'object' && address !== null ? address.port : null;
}
