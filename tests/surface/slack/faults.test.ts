import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../../src/surface/sandbox/fake/workspace.ts';
import {
  CHANNEL,
  headerOf,
  last,
  modalOf,
  MODES,
  OUTSIDE,
  posted,
  type Rig,
  shownTo,
  startRig,
  USER,
} from '../../support/slack/rig.ts';

const MENTION = '<@U0KESSAN>';

describe.each(MODES)('over %s', (mode) => {
  let rig: Rig;
  beforeEach(async () => {
    rig = await startRig(mode);
  });
  afterEach(async () => {
    await rig.stop();
  });
  const mention = async (text = 'ATM revenue 3Q11', channel = CHANNEL): Promise<Message> => {
    const message = await rig.slack.act.say({ user: USER, channel, text: `${MENTION} ${text}` });
    await rig.settled();
    return message;
  };
  const command = async (text = 'ATM revenue 3Q11'): Promise<Message[]> => {
    await rig.slack.act.command({ user: USER, channel: CHANNEL, command: '/iij', text });
    await rig.settled();
    return shownTo(rig, USER);
  };

  it('a mention that is delivered three times at once is answered once', async () => {
    rig.slack.faults.delivery({ duplicates: 2 });
    await mention();
    expect(posted(rig, CHANNEL).map((m) => headerOf(m.blocks))).toEqual(['JPY 361 million']);
  });

  it('a command that is delivered twice is answered once, and both are acknowledged', async () => {
    rig.slack.faults.delivery({ duplicates: 1 });
    expect(await command()).toHaveLength(1);
    expect(rig.slack.workspace.notices).toEqual([]);
  });

  const PASSING = [429, 500, 503];

  it(`a post that Slack answers with ${PASSING.join(', ')} is tried again`, async () => {
    for (const status of PASSING) rig.slack.faults.api('chat.postMessage', { status, retryAfter: 0 });
    await Promise.all(PASSING.map(() => mention()));
    const refused = rig.slack.calls.filter((c) => c.method === 'chat.postMessage' && c.status !== 200);
    expect(refused.map((c) => c.status).sort()).toEqual(PASSING);
    expect(posted(rig, CHANNEL)).toHaveLength(PASSING.length);
  });

  it(`a reply that Slack answers with ${PASSING.join(', ')} is tried again`, async () => {
    for (const status of PASSING) rig.slack.faults.api('response_url', { status, retryAfter: 0 });
    await Promise.all(PASSING.map(() => command()));
    const refused = rig.slack.calls.filter((c) => c.method === 'response_url' && c.status !== 200);
    expect(refused.map((c) => c.status).sort()).toEqual(PASSING);
    expect(shownTo(rig, USER)).toHaveLength(PASSING.length);
  });

  it('a post is made again after a connection that broke off', async () => {
    rig.slack.faults.api('chat.postMessage', { reset: true });
    await mention();
    expect(posted(rig, CHANNEL)).toHaveLength(1);
  });

  it.each(['invalid_blocks', 'msg_blocks_too_long'])(
    'an answer whose blocks are refused with %s goes out as text',
    async (error) => {
      rig.slack.faults.api('chat.postMessage', { error });
      await mention();
      const [answer, ...more] = posted(rig, CHANNEL);
      expect(more).toEqual([]);
      expect(answer?.blocks).toEqual([]);
      expect(answer?.text).toContain('JPY 361 million');
      expect(rig.logged.some((l) => l.level === 'warn' && l.reason === error)).toBe(true);
    },
  );

  it('a private answer whose blocks are refused goes out as text', async () => {
    rig.slack.faults.api('response_url', { status: 400, error: 'invalid_blocks' });
    const [answer] = await command();
    expect(answer?.blocks).toEqual([]);
    expect(answer?.text).toContain('JPY 361 million');
  });

  it('a private answer that is refused in the body of a reply goes out as text', async () => {
    rig.slack.faults.api('response_url', { error: 'invalid_blocks' });
    expect((await command())[0]?.text).toContain('JPY 361 million');
  });

  it('tells the user in a sentence when an answer is lost', async () => {
    rig.slack.faults.api('response_url', { status: 403 });
    const [sorry, ...more] = await command();
    expect(more).toEqual([]);
    expect(sorry?.text).toMatch(/^Something went wrong here/);
    expect(rig.logged.some((l) => l.level === 'error')).toBe(true);
  });

  it('tells it in the thread of a mention too', async () => {
    rig.slack.faults.api('chat.postMessage', { error: 'fatal_error' });
    const asked = await mention();
    expect(last(posted(rig, CHANNEL, asked.ts)).text).toMatch(/^Something went wrong here/);
  });

  it.each(['a shortcut', 'a press on the home tab'])(
    'tells it by a direct message after %s, which no message can follow',
    async (what) => {
      await rig.slack.act.openHome({ user: USER, tab: 'home' });
      await rig.settled();
      rig.slack.faults.api('views.open', { error: 'fatal_error' });
      if (what === 'a shortcut') await rig.slack.act.shortcut({ user: USER, callback: 'browse' });
      else await rig.slack.act.press({ user: USER, on: { home: true }, action: 'ask:0' });
      await rig.settled();
      const { id } = rig.slack.workspace.direct(USER);
      expect(posted(rig, id).map((m) => m.text.slice(0, 20))).toEqual(['Something went wrong']);
    },
  );

  it('logs a failure once, with the id of its request', async () => {
    rig.slack.faults.api('response_url', { status: 403 });
    await command();
    const errors = rig.logged.filter((l) => l.level === 'error');
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ kind: '/iij', intent: 'lookup', msg: 'failed' });
    expect(errors[0]?.request).toMatch(/^[\da-f-]{36}$/);
    expect(JSON.stringify(rig.logged)).not.toContain('ATM revenue');
  });

  it('takes it quietly when a modal is closed before its answer comes', async () => {
    await rig.slack.act.openHome({ user: USER, tab: 'home' });
    await rig.settled();
    await rig.slack.act.press({ user: USER, on: { home: true }, action: 'ask:0' });
    await rig.settled();
    rig.slack.faults.api('views.update', { error: 'not_found' });
    await rig.slack.act.press({ user: USER, on: { view: modalOf(rig, USER) }, action: 'ask:0' });
    await rig.settled();
    expect(rig.slack.workspace.messages).toEqual([]);
    expect(rig.logged.filter((l) => l.level === 'error')).toEqual([]);
  });

  it('shares an answer once, however fast its button is pressed', async () => {
    const [answer] = await command();
    if (!answer) throw new Error('no answer');
    const slow = Promise.withResolvers<undefined>();
    rig.slack.faults.api('chat.postMessage', { until: slow.promise });
    const press = (): Promise<unknown> =>
      rig.slack.act.press({ user: USER, on: { message: answer }, action: 'share' });
    await Promise.all([press(), press()]);
    slow.resolve(undefined);
    await rig.settled();
    expect(posted(rig, CHANNEL)).toHaveLength(1);
  });

  it('shares an answer at the second press when the first one failed', async () => {
    const [answer] = await command();
    if (!answer) throw new Error('no answer');
    rig.slack.faults.api('chat.postMessage', { error: 'fatal_error' });
    rig.slack.faults.api('response_url', { status: 403 });
    for (const shared of [0, 1]) {
      await rig.slack.act.press({ user: USER, on: { message: answer }, action: 'share' });
      await rig.settled();
      expect(posted(rig, CHANNEL)).toHaveLength(shared);
    }
  });

  it('logs what can be told to nobody, and goes on', async () => {
    await mention('ATM revenue 3Q11', OUTSIDE);
    expect(posted(rig, OUTSIDE)).toEqual([]);
    expect(rig.logged.filter((l) => l.level === 'error').length).toBeGreaterThan(0);
    await mention();
    expect(posted(rig, CHANNEL)).toHaveLength(1);
  });

  it('acknowledges before a slow Slack has taken the answer', async () => {
    const slow = Promise.withResolvers<undefined>();
    rig.slack.faults.api('response_url', { until: slow.promise });
    const ack = await rig.slack.act.command({
      user: USER,
      channel: CHANNEL,
      command: '/iij',
      text: 'headcount',
    });
    expect(ack.ok).toBe(true);
    expect(shownTo(rig, USER)).toEqual([]);
    slow.resolve(undefined);
    await rig.settled();
    expect(shownTo(rig, USER)).toHaveLength(1);
  });

  it.each([
    ['an edit', { subtype: 'message_changed' }],
    ['another bot', { bot_id: 'B0OTHER' }],
    ['itself', { user: 'U0KESSAN', bot_id: 'B0KESSAN' }],
    ['an edited mention', { edited: { user: USER, ts: '1.0' } }],
  ])('does not answer %s', async (_what, event) => {
    const { workspace } = rig.slack;
    const direct = workspace.direct(USER).id;
    const post = {
      type: 'message',
      channel_type: 'im',
      channel: direct,
      user: USER,
      text: 'headcount',
      ts: '1700000000.000001',
    };
    await rig.slack.deliverEvent({ ...post, ...event });
    await rig.slack.deliverEvent({ ...post, type: 'app_mention', channel: CHANNEL, ...event });
    await rig.settled();
    expect(workspace.messages).toEqual([]);
  });

  it('stops after what is under way', async () => {
    const slow = Promise.withResolvers<undefined>();
    rig.slack.faults.api('chat.postMessage', { until: slow.promise });
    await rig.slack.act.say({ user: USER, channel: CHANNEL, text: `${MENTION} ATM revenue 3Q11` });
    expect(posted(rig, CHANNEL)).toEqual([]);
    const stopped = rig.app.stop();
    slow.resolve(undefined);
    expect(await stopped).toEqual({ abandoned: 0 });
    expect(posted(rig, CHANNEL)).toHaveLength(1);
  });

  it('tells how much it abandons when it must stop before that', async () => {
    const slow = Promise.withResolvers<undefined>();
    rig.slack.faults.api('chat.postMessage', { until: slow.promise });
    await rig.slack.act.say({ user: USER, channel: CHANNEL, text: `${MENTION} ATM revenue 3Q11` });
    expect(await rig.app.stop(10)).toEqual({ abandoned: 1 });
    slow.resolve(undefined);
    await rig.app.idle();
  });
});
