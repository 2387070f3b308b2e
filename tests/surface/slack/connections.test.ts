import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { requestOf, signedHeaders } from '../../../src/surface/sandbox/fake/delivery/http.ts';
import {
  CHANNEL,
  headerOf,
  last,
  posted,
  type Rig,
  shownTo,
  startRig,
  USER,
} from '../../support/slack/rig.ts';

const MENTION = '<@U0KESSAN>';

describe('over a socket', () => {
  let rig: Rig;
  beforeEach(async () => {
    rig = await startRig('socket', { reconnectAfter: 100 });
  });
  afterEach(async () => {
    await rig.stop();
  });
  const ask = async (): Promise<void> => {
    await rig.slack.act.say({ user: USER, channel: CHANNEL, text: `${MENTION} ATM revenue 3Q11` });
    await rig.settled();
  };

  it.each(['before', 'after'] as const)(
    'a mention is answered once when the socket breaks off %s its delivery',
    async (drop) => {
      rig.slack.faults.delivery({ drop });
      await ask();
      expect(posted(rig, CHANNEL)).toHaveLength(1);
    },
  );

  it('does what was pressed though the socket broke off before its ack', async () => {
    await rig.slack.act.command({ user: USER, channel: CHANNEL, command: '/iij', text: 'headcount' });
    await rig.settled();
    rig.slack.faults.delivery({ drop: 'after' });
    await rig.slack.act.press({
      user: USER,
      on: { message: last(shownTo(rig, USER)) },
      action: 'share',
    });
    await rig.settled();
    expect(posted(rig, CHANNEL).map((m) => headerOf(m.blocks))).toEqual(['1,941']);
  });

  it('goes on over a new socket when Slack closes one', async () => {
    rig.slack.socket.refresh();
    await ask();
    expect(posted(rig, CHANNEL)).toHaveLength(1);
  });
});

describe('over HTTP', () => {
  let rig: Rig;
  beforeEach(async () => {
    rig = await startRig('http');
  });
  afterEach(async () => {
    await rig.stop();
  });

  it.each(['wrong', 'old'] as const)(
    'a request with a signature that is %s is refused and nothing done',
    async (signature) => {
      rig.slack.faults.delivery({ signature }, 10);
      const ack = await rig.slack.act.command({
        user: USER,
        channel: CHANNEL,
        command: '/iij',
        text: 'headcount',
      });
      expect(ack).toEqual({ ok: false, reason: 'http_error 401' });
      await rig.slack.act.say({ user: USER, channel: CHANNEL, text: `${MENTION} headcount` });
      await rig.settled();
      expect(posted(rig, CHANNEL)).toEqual([]);
      expect(shownTo(rig, USER)).toEqual([]);
    },
  );

  it('a request without a signature is refused', async () => {
    const { body, type } = requestOf({ kind: 'command', payload: { command: '/iij', text: 'headcount' } });
    const response = await fetch(rig.url, { method: 'POST', headers: { 'content-type': type }, body });
    expect(response.status).toBe(401);
  });

  it('answers the challenge by which Slack verifies the URL', async () => {
    const body = JSON.stringify({ type: 'url_verification', challenge: 'c-1' });
    const headers = {
      'content-type': 'application/json',
      ...signedHeaders(rig.slack.signingSecret, body, Date.now()),
    };
    const response = await fetch(rig.url, { method: 'POST', headers, body });
    expect(await response.text()).toContain('c-1');
  });

  it('tells its health, and nothing on other paths', async () => {
    const health = await fetch(new URL('/healthz', rig.url));
    expect(health.status).toBe(200);
    expect(await health.json()).toEqual({ ok: true, state: 'running' });
    expect((await fetch(new URL('/else', rig.url))).status).toBe(404);
  });
});
