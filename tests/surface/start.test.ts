import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeSlack, startFakeSlack } from '../../src/surface/sandbox/fake/fake-slack.ts';
import { endAll, type Started, start, until } from '../support/process.ts';
import { ROOT } from '../support/sources.ts';

const SCRIPT = join('src', 'surface', 'start.js');

describe('npm start', () => {
  let slack: FakeSlack;
  beforeEach(async () => {
    slack = await startFakeSlack();
  });
  afterEach(async () => {
    endAll();
    await slack.stop();
  });
  const credentials = (): Record<string, string> => ({
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
  });

  /** Another address of this machine's loopback, which only a server for every address hears. */
  const ELSEWHERE = '127.0.0.2';

  it('without credentials is the sandbox, on the next free port, for this machine alone unless told otherwise', async () => {
    const sandbox = (...args: string[]): Started => start(process.execPath, [SCRIPT, ...args], {});
    const portOf = (s: Started): string => /http:\/\/[^:]+:(\d+)/.exec(s.out())?.[1] ?? '';
    const first = sandbox('--port', '41871');
    const elsewhere = process.platform === 'linux' ? sandbox('--port', '0', '--host', ELSEWHERE) : null;
    await until(() => portOf(first) !== '', 'an address');
    const second = sandbox('--port', '41871');
    await until(() => portOf(second) !== '', 'another address');
    expect(portOf(second)).not.toBe(portOf(first));
    expect(await (await fetch(`http://localhost:${portOf(second)}`)).text()).toContain('Kessan');
    expect(first.out()).not.toContain('can use it');
    if (elsewhere) {
      await until(() => elsewhere.out().includes('can use it'), 'an address for others');
      await expect(fetch(`http://${ELSEWHERE}:${portOf(first)}`)).rejects.toThrow();
      expect((await fetch(`http://${ELSEWHERE}:${portOf(elsewhere)}`)).status).toBe(200);
    }
    const all = [first, second, ...(elsewhere ? [elsewhere] : [])];
    for (const { child } of all) child.kill('SIGTERM');
    expect(await Promise.all(all.map((s) => s.ended))).toEqual(all.map(() => 0));
  });

  it('with options that it does not have says what it takes', async () => {
    const wrong = [['--port', 'x'], ['--what']].map((args) => start(process.execPath, [SCRIPT, ...args], {}));
    expect(await Promise.all(wrong.map((s) => s.ended))).toEqual([2, 2]);
    expect(wrong.filter((s) => !s.out().includes('--host NAME'))).toEqual([]);
  });

  it('reads .env, says what is missing with half of the credentials, and ends', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kessan-env-'));
    try {
      writeFileSync(join(folder, '.env'), 'SLACK_BOT_TOKEN=xoxb-1\n');
      const { out, ended } = start(process.execPath, [join(ROOT, SCRIPT)], {}, folder);
      expect(await ended).toBe(2);
      expect(out()).toContain('SLACK_SIGNING_SECRET');
      expect(out()).not.toContain('SLACK_BOT_TOKEN is missing');
      expect(out()).not.toContain('http://');
      expect(out()).not.toContain('xoxb-1');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('with a token that Slack refuses says so, and ends', async () => {
    const { out, ended } = start(process.execPath, [SCRIPT], {
      ...credentials(),
      SLACK_BOT_TOKEN: 'xoxb-canary',
    });
    expect(await ended).toBe(1);
    expect(out()).toContain('invalid_auth');
    expect(out()).not.toContain('canary');
  });

  it('runs the Slack app, and ends at once when told to', async () => {
    const { child, out, ended } = start(process.execPath, [SCRIPT], { ...credentials(), PORT: '41872' });
    await until(() => slack.socket.open() > 0 && out().includes('taking questions'), 'a socket');
    expect(await (await fetch('http://127.0.0.1:41872/healthz')).json()).toEqual({
      ok: true,
      state: 'running',
    });
    await slack.act.command({ user: 'U0AIKO', channel: 'C0FINANCE', command: '/iij', text: 'headcount' });
    await until(() => slack.workspace.messages.length > 0, 'an answer');
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(out()).toContain('"abandoned":0');
    expect(out()).not.toMatch(/xoxb|xapp|headcount/);
  });

  it('leaves no orphan when npm is stopped', async () => {
    const { child, out } = start('npm', ['start', '--silent'], credentials());
    await until(() => out().includes('taking questions'), 'a start');
    child.kill('SIGTERM');
    await until(() => slack.socket.open() === 0, 'the end of the app');
  });
});
