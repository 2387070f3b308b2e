import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clientOptions } from '../../../src/surface/slack/receiver.ts';
import { REPLY_TIMEOUT } from '../../../src/surface/slack/response-url.ts';
import {
  CHANNEL,
  headerOf,
  last,
  MODES,
  posted,
  type Rig,
  shownTo,
  startRig,
  USER,
} from '../../support/slack/rig.ts';

const MENTION = '<@U0KESSAN>';
const QUESTION = 'ATM revenue 3Q11';
const ANSWER = 'JPY 361 million';

/** Something that is held back until it is let go. */
function gate(): { held: Promise<void>; open: () => void } {
  let open = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { held, open };
}

const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
};

describe.each(MODES)('over %s, with many at once', (mode) => {
  /** More than the refusals in a storm, which are fewer than one post is tried: none is lost, whoever gets them. */
  const AT_ONCE = 12;
  let rig: Rig;
  beforeEach(async () => {
    rig = await startRig(mode, { ackTimeout: 5_000 });
  });
  afterEach(async () => {
    await rig.stop();
  });
  const say = (text = `${MENTION} ${QUESTION}`): Promise<unknown> =>
    rig.slack.act.say({ user: USER, channel: CHANNEL, text });
  const command = (): ReturnType<Rig['slack']['act']['command']> =>
    rig.slack.act.command({ user: USER, channel: CHANNEL, command: '/iij', text: QUESTION });
  const all = async (act: () => Promise<unknown>): Promise<void> => {
    await Promise.all(Array.from({ length: AT_ONCE }, act));
    await rig.settled();
  };
  const headers = (): string[] => posted(rig, CHANNEL).map((m) => headerOf(m.blocks));

  it.each([429, 500, 503])('a storm of %i loses no mention, and answers none twice', async (status) => {
    rig.slack.faults.api('chat.postMessage', { status, retryAfter: 0 }, 6);
    await all(say);
    expect(headers()).toEqual(Array.from({ length: AT_ONCE }, () => ANSWER));
  });

  it.each([429, 500, 503])('a storm of %i loses no command, and answers none twice', async (status) => {
    rig.slack.faults.api('response_url', { status, retryAfter: 0 }, 3);
    await all(command);
    expect(shownTo(rig, USER).map((m) => headerOf(m.blocks))).toEqual(
      Array.from({ length: AT_ONCE }, () => ANSWER),
    );
  });

  it('where Slack takes no blocks at all, every answer goes out as text', async () => {
    for (let n = 1; n <= 4; n++) {
      rig.slack.faults.api('chat.postMessage', { error: 'invalid_blocks' });
      rig.slack.faults.api('response_url', { error: 'invalid_blocks' });
      await Promise.all([command(), say()]);
      await rig.settled();
      const seen = [shownTo(rig, USER), posted(rig, CHANNEL)];
      expect(seen.map((list) => list.filter((m) => m.text.includes(ANSWER)).length)).toEqual([n, n]);
      expect(seen.flat().flatMap((m) => m.blocks)).toEqual([]);
    }
  });

  it('a Slack that takes ten seconds for a post holds up neither acks nor others, and gets it once', async () => {
    const slow = gate();
    rig.slack.faults.api('chat.postMessage', { until: slow.held });
    rig.slack.faults.api('response_url', { until: slow.held });
    await say();
    const ack = await command();
    expect(ack.ok).toBe(true);
    await command();
    await until(() => shownTo(rig, USER).length > 0);
    expect(posted(rig, CHANNEL)).toEqual([]);
    slow.open();
    await rig.settled();
    expect(headers()).toEqual([ANSWER]);
    expect(shownTo(rig, USER)).toHaveLength(2);
  });

  it('the same direct message three times at once is answered once', async () => {
    const { workspace } = rig.slack;
    rig.slack.faults.delivery({ duplicates: 2 });
    await rig.slack.act.say({ user: USER, channel: workspace.direct(USER).id, text: QUESTION });
    await rig.settled();
    expect(posted(rig, workspace.direct(USER).id)).toHaveLength(1);
  });
});

it('a post is given up only long after ten seconds, since one that was slow would be made twice', () => {
  const options = clientOptions({ botToken: '', connection: { mode: 'http', signingSecret: '', port: 0 }, apiUrl: null, logLevel: 'info' }); // prettier-ignore
  expect(options.timeout).toBeGreaterThanOrEqual(20_000);
  expect(REPLY_TIMEOUT).toBeGreaterThanOrEqual(20_000);
});

describe('over a socket', () => {
  let rig: Rig;
  beforeEach(async () => {
    rig = await startRig('socket', { ackTimeout: 5_000, reconnectAfter: 500 });
  });
  afterEach(async () => {
    await rig.stop();
  });

  it.each(['cut', 'refresh'] as const)(
    'an answer under way survives the socket (%s), and so does the conversation',
    async (end) => {
      const slow = gate();
      rig.slack.faults.api('chat.postMessage', { until: slow.held });
      const asked = await rig.slack.act.say({ user: USER, channel: CHANNEL, text: `${MENTION} ${QUESTION}` });
      await until(() => rig.slack.socket.open() === 1);
      rig.slack.socket[end]();
      slow.open();
      await rig.settled();
      expect(posted(rig, CHANNEL, asked.ts).map((m) => headerOf(m.blocks))).toEqual([ANSWER]);
      await rig.slack.act.say({
        user: USER,
        channel: CHANNEL,
        thread: asked.ts,
        text: `${MENTION} and 2Q11?`,
      });
      await rig.settled();
      expect(headerOf(last(posted(rig, CHANNEL, asked.ts)).blocks)).toBe('JPY 317 million');
      expect(posted(rig, CHANNEL, asked.ts)).toHaveLength(2);
    },
  );
});
