import {
  createServer,
  type IncomingMessage,
  type Server as HttpServer,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { CHAT } from './api/chat.ts';
import { FILES } from './api/files.ts';
import { type Answer, type Arguments, type Method, Refusal, textOf } from './api/method.ts';
import { OTHERS } from './api/others.ts';
import { VIEWS } from './api/views.ts';
import { argumentsIn, bodyOf, fileIn } from './body.ts';
import type { ApiFault, Faults } from './faults.ts';
import type { Ids } from './ids.ts';
import type { Replies } from './replies.ts';
import type { Triggers } from './triggers.ts';
import type { Workspace } from './workspace.ts';

/** What the methods of the Web API work on. */
export interface Server {
  workspace: Workspace;
  ids: Ids;
  triggers: Triggers;
  replies: Replies;
  uploads: Map<string, { name: string; content: string | null }>;
  readonly origin: string;
}

/** One call of the Web API or a response_url, as it came in and was answered. */
export interface Call {
  method: string;
  args: Arguments;
  status: number;
  answer: unknown;
}

export interface Tokens {
  bot: string;
  app: string;
}

interface Options {
  server: Server;
  tokens: Tokens;
  /** The scopes that the bot was granted; null for all. */
  scopes: readonly string[] | null;
  faults: Faults;
  /** Gives the address at which the app opens its socket. */
  openSocket: () => string;
  mostCalls: number;
}

const METHODS: Readonly<Record<string, Method>> = { ...CHAT, ...VIEWS, ...FILES, ...OTHERS };

export interface Listening {
  http: HttpServer;
  calls: readonly Call[];
  /** How many calls are being answered. */
  busy(): number;
}

/** The HTTP side of Slack: the Web API, response_urls and uploads. Listens on loopback, on any free port. */
export async function listen(options: Options): Promise<Listening> {
  const calls: Call[] = [];
  let busy = 0;
  const note = (call: Call): void => {
    calls.push(call);
    if (calls.length > options.mostCalls) calls.splice(0, calls.length - options.mostCalls);
  };
  const http = createServer((request, response) => {
    busy += 1;
    void serve(options, request, response, note).finally(() => {
      busy -= 1;
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  return { http, calls, busy: () => busy };
}

export const originOf = (http: HttpServer): string =>
  `http://127.0.0.1:${(http.address() as AddressInfo | null)?.port ?? 0}`;

function send(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const type = typeof body === 'string' ? 'text/plain' : 'application/json';
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, ...headers });
  response.end(text);
}

async function serve(
  options: Options,
  request: IncomingMessage,
  response: ServerResponse,
  note: (call: Call) => void,
): Promise<void> {
  const path = URL.parse(request.url ?? '/', 'http://slack')?.pathname ?? '';
  const [, area = '', name = ''] = path.split('/');
  const body = await bodyOf(request);
  const kind = request.headers['content-type'] ?? '';
  if (area === 'upload') {
    const upload = options.server.uploads.get(name);
    if (upload) upload.content = await fileIn(body, kind);
    send(response, upload ? 200 : 404, upload ? 'OK' : 'no such upload');
    return;
  }
  if (area !== 'api' && area !== 'actions') {
    send(response, 404, 'not found');
    return;
  }
  const method = area === 'api' ? name : 'response_url';
  const args = argumentsIn(body, kind);
  const fault = options.faults.takeApi(method);
  if (fault?.delay !== undefined) await wait(fault.delay);
  await fault?.until;
  if (fault?.reset === true) {
    response.destroy();
    return;
  }
  if (fault?.status !== undefined) {
    const headers: Record<string, string> =
      fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) };
    note({ method, args, status: fault.status, answer: null });
    send(response, fault.status, fault.error ?? 'fault', headers);
    return;
  }
  const token = (request.headers.authorization ?? '').replace(/^Bearer /, '') || textOf(args, 'token');
  const outcome =
    area === 'api' ? callMethod(options, method, args, token, fault) : takeReply(options, name, args, fault);
  note({ method, args, ...outcome });
  send(response, outcome.status, outcome.answer);
}

interface Outcome {
  status: number;
  answer: Answer | { ok: false; error: string } | string;
}

/** A method's answer. Slack answers refusals with status 200 and `ok: false`. */
function callMethod(
  options: Options,
  name: string,
  args: Arguments,
  token: string,
  fault: ApiFault | null,
): Outcome {
  const refused = (error: string, more: object = {}): Outcome => ({
    status: 200,
    answer: { ok: false, error, ...more },
  });
  if (token === '') return refused('not_authed');
  if (fault?.error !== undefined) return refused(fault.error);
  if (name === 'apps.connections.open')
    return token === options.tokens.app
      ? { status: 200, answer: { ok: true, url: options.openSocket() } }
      : refused('invalid_auth');
  const method = METHODS[name];
  if (!method) return refused('unknown_method');
  if (token !== options.tokens.bot) return refused('invalid_auth');
  if (method.scope !== null && options.scopes && !options.scopes.includes(method.scope))
    return refused('missing_scope', { needed: method.scope, provided: options.scopes.join(',') });
  try {
    return { status: 200, answer: method.call(options.server, args) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refused(error.message, { response_metadata: { messages: error.messages } });
  }
}

/** A response_url's answer: `ok`, or its refusal with a status. */
function takeReply({ server }: Options, id: string, args: Arguments, fault: ApiFault | null): Outcome {
  if (fault?.error !== undefined) return { status: 200, answer: { ok: false, error: fault.error } };
  try {
    server.replies.take(server, id, args);
    return { status: 200, answer: 'ok' };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { status: error.message === 'invalid_blocks' ? 400 : 404, answer: error.message };
  }
}
