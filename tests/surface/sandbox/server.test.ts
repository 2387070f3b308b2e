import { createServer, request, type Server } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../src/surface/sandbox/sandbox.ts';
import { html } from '../../../src/surface/sandbox/web/html.ts';
import { messageHtml } from '../../../src/surface/sandbox/web/panes.ts';
import { mrkdwnHtml } from '../../../src/surface/sandbox/web/mrkdwn.ts';
import { listenFrom } from '../../../src/surface/sandbox/web/listen.ts';
import { createWeb } from '../../../src/surface/sandbox/web/server.ts';
import { createLog } from '../../../src/surface/slack/log.ts';
import { projectBase } from '../../support/project.ts';

let sandbox: Sandbox;
let web: Server;
let port: number;

beforeAll(async () => {
  sandbox = await startSandbox(projectBase(), createLog('silent'));
  web = createWeb(sandbox, true);
  port = await listenFrom(web, '127.0.0.1', 0);
});
afterAll(async () => {
  web.closeAllConnections();
  web.close();
  await sandbox.stop();
});

interface Answered {
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: string;
}

function ask(path: string, headers: Record<string, string> = {}, body?: string): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, path, method: body === undefined ? 'GET' : 'POST', headers },
      (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text });
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
const JSON_TYPE = { 'content-type': 'application/json' };
const where = { place: 'channel', thread: null, inspect: null };

describe('the pages', () => {
  it.each(['/', '/catalogue', '/assets/app.js', '/assets/base.css', '/assets/icon.svg'])(
    '%s comes with a strict policy',
    async (path) => {
      const { status, headers } = await ask(path);
      expect(status).toBe(200);
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['content-security-policy']).not.toMatch(/unsafe|\*/);
      expect(headers['x-content-type-options']).toBe('nosniff');
    },
  );

  it.each(['/', '/catalogue'])('%s holds no inline script, style or address elsewhere', async (path) => {
    const { body } = await ask(path);
    expect(body).not.toMatch(/<script(?![^>]*src=)|\sstyle=|\son\w+=|https?:\/\//);
  });

  it.each(['/else', '/assets/../main.ts', '/files/F1', '/assets/tsconfig.json'])(
    '%s is not there',
    async (path) => {
      expect((await ask(path)).status).toBe(404);
    },
  );
});

describe('requests from elsewhere are refused', () => {
  it.each([
    ['another host', { host: 'evil.example' }],
    ['another origin', { origin: 'http://evil.example' }],
    ['a sandboxed page', { origin: 'null' }],
  ])('from %s', async (_what, headers) => {
    const body = JSON.stringify({ where, act: { kind: 'look' } });
    expect((await ask('/act', { ...JSON_TYPE, ...headers }, body)).status).toBe(403);
  });

  it('as a form, which any page may send', async () => {
    expect((await ask('/act', { 'content-type': 'application/x-www-form-urlencoded' }, 'a=b')).status).toBe(
      405,
    );
  });
});

describe('bad requests get a clear answer', () => {
  it.each([
    ['no JSON', '{', 400],
    ['another shape', '{}', 400],
    ['an act that nobody knows', JSON.stringify({ where, act: { kind: 'fly' } }), 400],
    ['too much', JSON.stringify({ where, act: { kind: 'send', text: 'x'.repeat(70_000) } }), 400],
    [
      'a message that is gone',
      JSON.stringify({ where, act: { kind: 'press', on: 'message C0FINANCE 1.0', action: 'ask:0' } }),
      200,
    ],
  ])('%s', async (_what, body, status) => {
    expect((await ask('/act', JSON_TYPE, body)).status).toBe(status);
  });
});

describe('a message', () => {
  it('tells its time by the clock of this machine', () => {
    const message = sandbox.slack.workspace.post({
      channel: sandbox.places.channel,
      user: sandbox.person.id,
      text: 'hello',
      blocks: [],
      thread: null,
      files: [],
      only: null,
    });
    const zone = process.env.TZ;
    process.env.TZ = 'Asia/Tokyo';
    const { text } = messageHtml(sandbox.slack.workspace, { ...message, ts: '1328659200.000100' }, 'channel');
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(text).toContain('<time datetime="2012-02-08T00:00:00.000Z">09:00</time>');
  });
});

describe('listening', () => {
  const held: Server[] = [];
  const hold = (host: string, at: number): Promise<boolean> => {
    const server = createServer();
    held.push(server);
    return new Promise((resolve) => {
      server.once('error', () => {
        resolve(false);
      });
      server.listen(at, host, () => {
        resolve(true);
      });
    });
  };
  const listening = async (from: number): Promise<number> => {
    const other = createServer();
    held.push(other);
    return listenFrom(other, '127.0.0.1', from);
  };
  afterEach(() => {
    for (const server of held.splice(0)) server.close();
  });

  it('takes the next port where one is taken', async () => {
    expect(await listening(port)).toBeGreaterThan(port);
  });

  it('takes the next port where another program answers to "localhost" under IPv6', async ({ skip }) => {
    const from = port + 100;
    if (!(await hold('::1', from))) skip('this machine has no IPv6');
    expect(await listening(from)).toBeGreaterThan(from);
  });

  it('is for this machine alone', () => {
    expect(web.address()).toMatchObject({ address: '127.0.0.1' });
  });
});

describe('HTML', () => {
  it('escapes what is put in, and joins lists', () => {
    const text = `<b> & "c" 'd'`;
    expect(html`<i title="${text}">${[text, html`<u>x</u>`, null, false, 7]}</i>`.text).toBe(
      '<i title="&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;">&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;<u>x</u>7</i>',
    );
  });

  it.each([
    ['*bold* and _italic_ `code`', '<strong>bold</strong> and <em>italic</em> <code>code</code>'],
    ['a*b*c snake_case_x', 'a*b*c snake_case_x'],
    ['&lt;script&gt; &amp;', '&lt;script&gt; &amp;'],
    ['<@U0YOU> asked\nthis', '<span class="mention">@You</span> asked<br>this'],
    ['<script>', '&lt;script&gt;'],
    ['`<@U0YOU>`', '<code>&lt;@U0YOU&gt;</code>'],
  ])('of %s', (text, shown) => {
    expect(mrkdwnHtml(sandbox.slack.workspace, text).text.replaceAll(/\s+(?=<)|(?<=>)\s+/g, ' ')).toBe(shown);
  });
});
