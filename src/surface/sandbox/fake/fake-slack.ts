import { setTimeout as wait } from 'node:timers/promises';
import { type Acts, createActs } from './acts.ts';
import type { Ack, Attempt, Envelope, Route } from './delivery/delivery.ts';
import { httpRoute } from './delivery/http.ts';
import { type SocketRoute, socketRoute } from './delivery/socket.ts';
import { createFaults, type Faults } from './faults.ts';
import { createIds } from './ids.ts';
import { eventPayload } from './payloads.ts';
import { createReplies } from './replies.ts';
import { type Call, listen, originOf, type Server } from './server.ts';
import { createTriggers } from './triggers.ts';
import { createWorkspace, DEFAULT_SEED, type Workspace, type WorkspaceSeed } from './workspace.ts';

export interface FakeSlackOptions {
  seed?: WorkspaceSeed;
  /** The bot's scopes; all where none are given. */
  scopes?: readonly string[];
  /** The events that the app has subscribed to; all where none are given. */
  events?: readonly string[];
  /** The slash commands that the app has; all where none are given. */
  commands?: readonly string[];
  /** How long an app has for an ack, and for opening a modal, in milliseconds: three seconds, as in Slack. */
  ackTimeout?: number;
  /** How long Slack waits before it delivers an event again, in milliseconds, one number for each time. */
  retryDelays?: readonly number[];
  /** How many calls are remembered. */
  mostCalls?: number;
  now?: () => number;
}

/** A Slack of our own on loopback: Web API, response_urls, uploads, signed requests and sockets. */
export interface FakeSlack {
  readonly apiUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly workspace: Workspace;
  readonly act: Acts;
  readonly faults: Faults;
  readonly calls: readonly Call[];
  readonly socket: SocketRoute;
  /** Delivers by requests to this URL from now on, not over sockets. */
  deliverTo(url: string): void;
  /** Delivers an event that nobody in the workspace caused. */
  deliverEvent(event: Readonly<Record<string, unknown>>): Promise<Ack>;
  /** A response_url as a command of this user in this channel gets it. */
  replyUrl(user: string, channel: string): string;
  /** The paths of the response_urls that were given out. */
  replyUrls(): string[];
  /** Resolves when no call is being answered. */
  served(): Promise<void>;
  /** Resolves when nothing is delivered or answered any more, and stays so for a moment. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

/** The tokens have the form of real ones and are good for nothing. */
const TOKENS = { bot: 'xoxb-fake-bot-token', app: 'xapp-fake-app-token' };
const SECRET = 'fake-signing-secret-0123456789';
const THREE_SECONDS = 3_000;
const RETRY_DELAYS = [0, 60_000, 300_000];
const MOST_CALLS = 10_000;
/** For how long nothing must happen, in milliseconds, so that all is taken to be quiet. */
const QUIET = 5;

/** The name by which an app subscribes to an event. */
const subscription = (event: Readonly<Record<string, unknown>>): string =>
  event.type === 'message' ? `message.${String(event.channel_type)}` : String(event.type);

export async function startFakeSlack(options: FakeSlackOptions = {}): Promise<FakeSlack> {
  const now = options.now ?? Date.now;
  const timeout = options.ackTimeout ?? THREE_SECONDS;
  const delays = options.retryDelays ?? RETRY_DELAYS;
  const ids = createIds(now);
  const faults = createFaults();
  const workspace = createWorkspace(options.seed ?? DEFAULT_SEED, ids);
  let origin = '';
  const server: Server = {
    workspace,
    ids,
    triggers: createTriggers(ids, now, timeout),
    replies: createReplies(
      () => origin,
      () => ids.id('R'),
      now,
    ),
    uploads: new Map(),
    get origin() {
      return origin;
    },
  };
  const listening = await listen({
    server,
    tokens: TOKENS,
    scopes: options.scopes ?? null,
    faults,
    openSocket: () => socket.ticket(origin),
    mostCalls: options.mostCalls ?? MOST_CALLS,
  });
  origin = originOf(listening.http);
  const socket = socketRoute(listening.http, ids, timeout);
  let route: Route = socket;
  let delivering = 0;
  let stopped = false;

  /** Delivers once, as often at the same time as a fault wants; the first ack counts. */
  const attempt = async (envelope: Envelope, at: Attempt): Promise<Ack> => {
    const fault = faults.takeDelivery();
    if (fault?.delay !== undefined) await wait(fault.delay);
    const copies = Array.from({ length: 1 + (fault?.duplicates ?? 0) }, () =>
      route.deliver(envelope, at, fault),
    );
    const acks = await Promise.all(copies);
    return acks.find((a) => a.ok) ?? acks[0] ?? { ok: false, reason: 'nothing was delivered' };
  };
  const deliver = async (envelope: Envelope): Promise<Ack> => {
    if (envelope.kind === 'event' && options.events) {
      const { event } = envelope.payload as { event: Readonly<Record<string, unknown>> };
      if (!options.events.includes(subscription(event))) return { ok: true, body: null };
    }
    delivering += 1;
    try {
      let ack = await attempt(envelope, { retry: 0, reason: '' });
      if (envelope.kind !== 'event') return ack;
      for (const [i, delay] of delays.entries()) {
        if (ack.ok || stopped) break;
        await wait(delay);
        ack = await attempt(envelope, { retry: i + 1, reason: ack.reason });
      }
      return ack;
    } finally {
      delivering -= 1;
    }
  };

  return {
    apiUrl: `${origin}/api/`,
    botToken: TOKENS.bot,
    appToken: TOKENS.app,
    signingSecret: SECRET,
    workspace,
    act: createActs(server, deliver, now, options.commands ?? null),
    faults,
    calls: listening.calls,
    socket,
    deliverTo: (url) => {
      route = httpRoute(url, SECRET, timeout, now);
    },
    deliverEvent: (event) => deliver({ kind: 'event', payload: eventPayload(workspace, ids, event, now()) }),
    replyUrl: (user, channel) => server.replies.give(user, channel),
    replyUrls: () => server.replies.paths(),
    served: async () => {
      while (listening.busy() > 0) await wait(0);
    },
    idle: async () => {
      let seen = -1;
      while (delivering > 0 || listening.busy() > 0 || seen !== listening.calls.length) {
        seen = listening.calls.length;
        await wait(QUIET);
      }
    },
    stop: async () => {
      stopped = true;
      await socket.stop();
      listening.http.closeAllConnections();
      await new Promise<void>((resolve) => {
        listening.http.close(() => {
          resolve();
        });
      });
    },
  };
}
