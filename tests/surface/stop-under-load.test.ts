import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { requestOf, signedHeaders } from '../../src/surface/sandbox/fake/delivery/http.ts';
import { type FakeSlack, startFakeSlack } from '../../src/surface/sandbox/fake/fake-slack.ts';
import { endAll, start, until } from '../support/process.ts';

const SCRIPT = join('src', 'surface', 'start.js');
const AT_ONCE = 30;

let slack: FakeSlack;
beforeEach(async () => {
  slack = await startFakeSlack();
});
afterEach(async () => {
  endAll();
  await slack.stop();
});

/** Sends one signed command; null when the app no longer takes any. */
async function send(url: string, n: number): Promise<number | null> {
  const payload = {
    command: '/iij',
    text: 'ATM revenue 3Q11',
    user_id: 'U0AIKO',
    channel_id: 'C0FINANCE',
    team_id: slack.workspace.team,
    trigger_id: `trigger-${n}`,
    response_url: slack.replyUrl(`U${n}`, 'C0FINANCE'),
  };
  const { body, type } = requestOf({ kind: 'command', payload });
  const headers = { 'content-type': type, ...signedHeaders(slack.signingSecret, body, Date.now()) };
  try {
    const response = await fetch(url, { method: 'POST', headers, body });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return null;
  }
}

it('a stop under load answers, once, every command that was acknowledged, and ends well', async () => {
  const { child, out, ended } = start(process.execPath, [SCRIPT], {
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_API_URL: slack.apiUrl,
    PORT: '0',
  });
  await until(() => out().includes('taking questions'), 'a start');
  const port = /"port":(?<port>\d+)/.exec(out())?.groups?.port ?? '';
  const url = `http://127.0.0.1:${port}/slack/events`;
  // The first replies are slow, so that the stop comes while they are under way.
  slack.faults.api('response_url', { delay: 300 }, AT_ONCE);
  const statuses: (number | null)[] = [];
  const first = Array.from({ length: AT_ONCE }, async (_, n) => {
    statuses[n] = await send(url, n);
    if (n === AT_ONCE / 2) child.kill('SIGTERM');
  });
  await Promise.all(first);
  // More, one after the other, until it takes no more.
  while (statuses.at(-1) !== null) statuses.push(await send(url, statuses.length));
  expect(await ended).toBe(0);
  const acknowledged = statuses.flatMap((status, n) => (status === 200 ? [`U${n}`] : []));
  expect(slack.workspace.messages.map((m) => m.only).sort()).toEqual(acknowledged.sort());
  expect(acknowledged.length).toBeGreaterThan(0);
  expect(out()).toContain('"abandoned":0');
}, 60_000);
