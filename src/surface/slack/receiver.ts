import type { IncomingMessage, ServerResponse } from 'node:http';
import { type CustomRoute, HTTPReceiver, SocketModeReceiver, type webApi } from '@slack/bolt';
import type { SlackConfig } from './config.ts';
import { boltLogger, type Log } from './log.ts';

export type SlackReceiver =
  { mode: 'http'; receiver: HTTPReceiver; port: number } | { mode: 'socket'; receiver: SocketModeReceiver };

/** What `/healthz` tells. */
export type Health = () => { ok: boolean; state: string };

/** The path on which Slack delivers events, commands and interactions. */
export const EVENTS_PATH = '/slack/events';

/** Calls of the Web API: tried again over about half a minute after what passes. */
const RETRIES = { retries: 6, factor: 2, minTimeout: 300, maxTimeout: 15_000 };
/** Opening a socket: tried again for as long as it takes, since without one the app is deaf. */
const SOCKET_RETRIES = { retries: 100, factor: 1.3, maxTimeout: 30_000 };
const API_TIMEOUT = 20_000;
/** The largest request that is read, in bytes; what Slack sends is far smaller. */
const MOST_BODY = 1_000_000;

type ClientOptions = webApi.WebClientOptions;

/** Options of the Web API client; the retries are always given, since Bolt's socket client changes the shared default. */
export function clientOptions(config: SlackConfig): ClientOptions {
  return {
    retryConfig: RETRIES,
    timeout: API_TIMEOUT,
    ...(config.apiUrl === null ? {} : { slackApiUrl: config.apiUrl }),
  };
}

function healthRoute(health: Health): CustomRoute {
  return {
    path: '/healthz',
    method: ['GET'],
    handler: (_request: IncomingMessage, response: ServerResponse) => {
      const { ok, state } = health();
      response.writeHead(ok ? 200 : 503, { 'content-type': 'application/json' });
      response.end(`${JSON.stringify({ ok, state })}\n`);
    },
  };
}

/** How long until a lost socket is opened again: this, times the tries so far. Also how long a ping may take. */
const PING_TIMEOUT = 5_000;

/** The receiver that a configuration asks for. `reconnectAfter` is in milliseconds, for tests. */
export function createReceiver(
  config: SlackConfig,
  log: Log,
  health: Health,
  reconnectAfter = PING_TIMEOUT,
): SlackReceiver {
  const { connection } = config;
  const logger = boltLogger(log);
  switch (connection.mode) {
    case 'http': {
      const receiver = new HTTPReceiver({
        signingSecret: connection.signingSecret,
        endpoints: [EVENTS_PATH],
        port: connection.port,
        bodyLimit: MOST_BODY,
        customRoutes: [healthRoute(health)],
        logger,
      });
      return { mode: 'http', receiver, port: connection.port };
    }
    case 'socket': {
      const receiver = new SocketModeReceiver({
        appToken: connection.appToken,
        logger,
        clientPingTimeout: reconnectAfter,
        customRoutes: connection.healthPort === null ? [] : [healthRoute(health)],
        installerOptions: {
          clientOptions: { ...clientOptions(config), retryConfig: SOCKET_RETRIES },
          ...(connection.healthPort === null ? {} : { port: connection.healthPort }),
        },
      });
      return { mode: 'socket', receiver };
    }
  }
}
