import type { Server as HttpServer } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Ids } from '../ids.ts';
import type { Ack, Envelope, Route } from './delivery.ts';

const TYPES = { event: 'events_api', command: 'slash_commands', interaction: 'interactive' } as const;
/** How many sockets an app may have open. */
const MOST = 10;
const PING = 1_000;

export interface SocketRoute extends Route {
  /** The address of a socket to be opened, with a ticket that is good once. */
  ticket(origin: string): string;
  /** How many sockets the app has open. */
  open(): number;
  /** Tells the app that a socket will be closed, as Slack does every few hours, and closes it. */
  refresh(): void;
  /** Breaks all sockets off, without a word. */
  cut(): void;
}

interface Waiting {
  socket: WebSocket;
  settle: (ack: Ack) => void;
}

/** Delivers over the sockets that the app opens, each envelope to one of them in turn. */
export function socketRoute(http: HttpServer, ids: Ids, timeout: number): SocketRoute {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const sockets = new Set<WebSocket>();
  const waiting = new Map<string, Waiting>();
  let turn = 0;
  let opened: (() => void)[] = [];

  http.on('upgrade', (request, connection, head) => {
    const ticket = URL.parse(request.url ?? '/', 'http://slack')?.searchParams.get('ticket') ?? '';
    if (!tickets.delete(ticket) || sockets.size >= MOST) {
      connection.destroy();
      return;
    }
    server.handleUpgrade(request, connection, head, take);
  });

  const take = (socket: WebSocket): void => {
    sockets.add(socket);
    socket.on('message', (data: Buffer) => {
      acknowledge(data.toString('utf8'));
    });
    const ping = setInterval(() => {
      socket.ping();
    }, PING);
    socket.on('close', () => {
      clearInterval(ping);
      sockets.delete(socket);
      for (const { socket: on, settle } of waiting.values())
        if (on === socket) settle({ ok: false, reason: 'socket_closed' });
    });
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: sockets.size,
        connection_info: { app_id: 'A0KESSAN' },
      }),
    );
    for (const resolve of opened) resolve();
    opened = [];
  };

  const acknowledge = (text: string): void => {
    const { envelope_id: id, payload } = JSON.parse(text) as { envelope_id?: string; payload?: unknown };
    const found = id === undefined ? undefined : waiting.get(id);
    const empty = typeof payload === 'object' && payload !== null && Object.keys(payload).length === 0;
    found?.settle({ ok: true, body: empty ? null : (payload ?? null) });
  };

  /** A socket in turn, or one that is opened within the time limit. */
  const nextSocket = async (): Promise<WebSocket | null> => {
    if (sockets.size === 0) {
      await new Promise<void>((resolve) => {
        opened.push(resolve);
        setTimeout(resolve, timeout).unref();
      });
    }
    const list = [...sockets];
    turn += 1;
    return list[turn % list.length] ?? null;
  };

  const send = (
    socket: WebSocket,
    envelope: Envelope,
    retry: { retry: number; reason: string },
    drop: boolean,
  ): Promise<Ack> =>
    new Promise((resolve) => {
      const id = ids.id('E');
      const limit = setTimeout(() => {
        settle({ ok: false, reason: 'timeout' });
      }, timeout);
      const settle = (ack: Ack): void => {
        clearTimeout(limit);
        waiting.delete(id);
        resolve(ack);
      };
      waiting.set(id, { socket, settle });
      const text = JSON.stringify({
        envelope_id: id,
        type: TYPES[envelope.kind],
        accepts_response_payload: envelope.kind !== 'event',
        payload: envelope.payload,
        ...(retry.retry === 0 ? {} : { retry_attempt: retry.retry, retry_reason: retry.reason }),
      });
      socket.send(text, () => {
        if (drop) socket.terminate();
      });
    });

  return {
    ticket: (origin) => {
      const ticket = ids.id('ticket-');
      tickets.add(ticket);
      return `${origin.replace(/^http/, 'ws')}/socket?ticket=${ticket}`;
    },
    open: () => sockets.size,
    refresh: () => {
      for (const socket of sockets) {
        socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
      }
    },
    cut: () => {
      for (const socket of sockets) socket.terminate();
    },
    deliver: async (envelope, attempt, fault) => {
      const socket = await nextSocket();
      if (!socket) return { ok: false, reason: 'no_socket' };
      if (fault?.drop === 'before') {
        socket.terminate();
        return { ok: false, reason: 'socket_closed' };
      }
      return send(socket, envelope, attempt, fault?.drop === 'after');
    },
    stop: () => {
      for (const socket of sockets) socket.terminate();
      server.close();
      return Promise.resolve();
    },
  };
}
