import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { z } from 'zod';
import { examplesOf, type FactBase } from '../../../facts/base.ts';
import { bodyOf } from '../fake/body.ts';
import type { Sandbox } from '../sandbox.ts';
import { actSchema, Gone, onOf } from './acts.ts';
import { cataloguePage } from './catalogue.ts';
import { type Completion, workspacePage } from './page.ts';
import { respond } from './views.ts';

/** Nothing but our own files, no inline script or style, no frames: what gets into a page by a mistake stays inert. */
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};
const LARGEST = 64_000;

const PUBLIC = join(import.meta.dirname, '..', 'public');
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

interface Asset {
  type: string;
  text: string;
}

/** The files of the page, by the path that they are served under. */
function readAssets(): ReadonlyMap<string, Asset> {
  const files = readdirSync(PUBLIC).flatMap((file): [string, Asset][] => {
    const type = TYPES[extname(file)];
    return type === undefined
      ? []
      : [[`/assets/${file}`, { type, text: readFileSync(join(PUBLIC, file), 'utf8') }]];
  });
  return new Map(files);
}

const whereSchema = z.strictObject({
  place: z.enum(['channel', 'direct', 'home']),
  thread: z.string().nullable(),
  inspect: z.string().nullable(),
});
const requestSchema = z.strictObject({
  where: whereSchema,
  act: actSchema,
  inThread: z.boolean().default(false),
});
const lookupSchema = z.strictObject({ on: z.string(), action: z.string(), text: z.string().max(200) });

function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string,
  more: Record<string, string> = {},
): void {
  response.writeHead(status, { ...HEADERS, 'content-type': `${type}; charset=utf-8`, ...more });
  response.end(body);
}
const sendJson = (response: ServerResponse, value: unknown): void => {
  send(response, 200, 'application/json', JSON.stringify(value));
};

/** Names by which this machine calls itself: any other Host is a page elsewhere that had its name point here. */
const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;

/** Whether a request comes from a page of ours: its Host is this machine's, and a page that sent it is from the same. */
function isOurs(request: IncomingMessage, onlyLoopback: boolean): boolean {
  const { host = '', origin } = request.headers;
  if (onlyLoopback && !LOOPBACK.test(host)) return false;
  return origin === undefined || origin === `http://${host}`;
}

/** The composer's list: the command and its words, the mention, and an example of each kind of question. */
export function completionsFor(base: FactBase): Completion[] {
  const { command } = base.document;
  const name = base.document['display-name'];
  const intents = base.intents.map((intent) => intent.id);
  const examples = examplesOf(base, intents).map(({ does, question }) => ({
    text: `${command} ${question}`,
    about: does,
  }));
  return [
    { text: `${command} help`, about: 'What it can do, with examples' },
    { text: `${command} browse`, about: 'Choose a figure from lists' },
    { text: `${command} metrics`, about: 'The metrics there are' },
    { text: `${command} sources`, about: 'The sections of the document' },
    { text: `${command} check `, about: 'Whether the document supports the figures in a text' },
    { text: `@${name} `, about: 'Ask for all in the channel, in a thread' },
    ...examples,
  ];
}

/** Serves the pages of a sandbox. `onlyLoopback` refuses requests that were meant for another name than this machine's. */
export function createWeb(sandbox: Sandbox, onlyLoopback: boolean): Server {
  const completions = completionsFor(sandbox.base);
  const assets = readAssets();
  const get = (url: URL, response: ServerResponse): void => {
    const asset = assets.get(url.pathname);
    if (asset) {
      send(response, 200, asset.type, asset.text);
    } else if (url.pathname === '/') {
      send(response, 200, 'text/html', workspacePage(sandbox.base, completions));
    } else if (url.pathname === '/catalogue') {
      send(response, 200, 'text/html', cataloguePage(sandbox.base, url.searchParams.get('search') ?? ''));
    } else {
      const file = sandbox.slack.workspace.files.get(
        /^\/files\/(?<id>\w+)$/.exec(url.pathname)?.groups?.id ?? '',
      );
      if (file)
        send(response, 200, 'text/csv', file.content, {
          'content-disposition': `attachment; filename="${file.name.replace(/[^\w.-]/g, '_')}"`,
        });
      else send(response, 404, 'text/plain', 'There is no such page.\n');
    }
  };
  const post = async (url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body: unknown = JSON.parse((await bodyOf(request, LARGEST)).toString('utf8'));
    if (url.pathname === '/act') {
      const { where, act, inThread } = requestSchema.parse(body);
      sendJson(response, await respond(sandbox, where, act, inThread));
    } else if (url.pathname === '/lookup') {
      const { on, action, text } = lookupSchema.parse(body);
      const { slack, person } = sandbox;
      sendJson(
        response,
        await slack.act.typeahead({ user: person.id, on: onOf(slack, person, on), action, text }),
      );
    } else {
      send(response, 404, 'text/plain', 'There is no such page.\n');
    }
  };
  return createServer((request, response) => {
    const url = URL.parse(request.url ?? '/', 'http://sandbox');
    if (url === null) {
      send(response, 400, 'text/plain', 'That is no address.\n');
    } else if (!isOurs(request, onlyLoopback)) {
      send(response, 403, 'text/plain', 'This page answers only to its own address.\n');
    } else if (request.method === 'GET') {
      get(url, response);
    } else if (request.method === 'POST' && request.headers['content-type'] === 'application/json') {
      post(url, request, response).catch((error: unknown) => {
        const wrong =
          error instanceof z.ZodError || error instanceof SyntaxError || error instanceof RangeError;
        send(
          response,
          error instanceof Gone ? 410 : wrong ? 400 : 500,
          'text/plain',
          `${error instanceof Error ? error.message : 'failed'}\n`,
        );
      });
    } else {
      send(response, 405, 'text/plain', 'Only GET, and POST with JSON.\n');
    }
  });
}
