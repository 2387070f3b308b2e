import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeSlack, startFakeSlack } from '../../src/surface/sandbox/fake/fake-slack.ts';
import { endAll, start, until } from '../support/process.ts';

const SCRIPT = join('src', 'surface', 'start.ts');

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

  it('without credentials is the sandbox, on the next free port of this machine', async () => {
    const first = start(process.execPath, [SCRIPT, '--port', '41871'], {});
    await until(() => first.out().includes('http://localhost:'), 'an address');
    const second = start(process.execPath, [SCRIPT, '--port', '41871'], {});
    await until(() => second.out().includes('http://localhost:'), 'another address');
    const addresses = [first, second].map((s) => /http:\/\/localhost:\d+/.exec(s.out())?.[0]);
    expect(new Set(addresses).size).toBe(2);
    expect(await (await fetch(addresses[1] ?? '')).text()).toContain('Kessan');
    for (const { child } of [first, second]) child.kill('SIGTERM');
    expect(await Promise.all([first.ended, second.ended])).toEqual([0, 0]);
  });

  it.each([[['--port', 'x']], [['--what']]])('with %j says what it takes', async (args) => {
    const { out, ended } = start(process.execPath, [SCRIPT, ...args], {});
    expect(await ended).toBe(2);
    expect(out()).toContain('--host NAME');
  });

  it('with half of the credentials says what is missing, and ends', async () => {
    const { out, ended } = start(process.execPath, [SCRIPT], { SLACK_BOT_TOKEN: 'xoxb-1' });
    expect(await ended).toBe(2);
    expect(out()).toContain('SLACK_SIGNING_SECRET');
    expect(out()).not.toContain('xoxb-1');
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
    const { child, out, ended } = start(process.execPath, [SCRIPT], credentials());
    await until(() => slack.socket.open() > 0 && out().includes('taking questions'), 'a socket');
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
