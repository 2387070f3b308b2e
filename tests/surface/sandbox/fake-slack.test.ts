import { webApi } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { boltLogger, createLog } from '../../../src/surface/slack/log.ts';
import { type FakeSlack, startFakeSlack } from '../../../src/surface/sandbox/fake/fake-slack.ts';

const CHANNEL = 'C0FINANCE';
const SILENT = boltLogger(createLog('silent'));
let slack: FakeSlack;
let clock = 1_700_000_000_000;
const client = (token = slack.botToken): webApi.WebClient =>
  new webApi.WebClient(token, { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 }, logger: SILENT });
const refusal = async (call: Promise<unknown>): Promise<string> => {
  try {
    await call;
    return 'taken';
  } catch (error) {
    return error instanceof webApi.WebAPIPlatformError ? error.data.error : String(error);
  }
};
const post = (text: string, blocks?: unknown): Promise<unknown> =>
  client().apiCall('chat.postMessage', {
    channel: CHANNEL,
    text,
    ...(blocks === undefined ? {} : { blocks }),
  });
const section = (text: string): object => ({ type: 'section', text: { type: 'mrkdwn', text } });

beforeEach(async () => {
  slack = await startFakeSlack({ scopes: ['chat:write'], now: () => clock });
});
afterEach(async () => {
  await slack.stop();
});

describe('the Web API', () => {
  it('knows its bot', async () => {
    expect(await client().auth.test()).toMatchObject({ user_id: 'U0KESSAN', bot_id: 'B0KESSAN' });
  });

  it.each([
    ['another token', () => client('xoxb-other').auth.test(), 'invalid_auth'],
    [
      'another token for a post',
      () => client('xoxb-other').chat.postMessage({ channel: CHANNEL, text: 'a' }),
      'invalid_auth',
    ],
    ['a method that is not there', () => client().apiCall('chat.shout'), 'unknown_method'],
    ['a scope that was not granted', () => client().conversations.open({ users: 'U0AIKO' }), 'missing_scope'],
    [
      'a channel that is not there',
      () => client().chat.postMessage({ channel: 'C9', text: 'a' }),
      'channel_not_found',
    ],
    [
      'a channel without the bot',
      () => client().chat.postMessage({ channel: 'C0OUTSIDE', text: 'a' }),
      'not_in_channel',
    ],
    ['no text', () => post(''), 'no_text'],
    ['too much text', () => post('x'.repeat(40_001)), 'msg_too_long'],
    ['an empty text in a block', () => post('a', [section('')]), 'invalid_blocks'],
    ['a text that is too long in a block', () => post('a', [section('x'.repeat(3_001))]), 'invalid_blocks'],
    ['a block that nobody knows', () => post('a', [{ type: 'marquee' }]), 'invalid_blocks'],
    [
      '51 blocks',
      () =>
        post(
          'a',
          Array.from({ length: 51 }, () => ({ type: 'divider' })),
        ),
      'invalid_blocks',
    ],
    ['a good block', () => post('a', [section('b')]), 'taken'],
  ])('with %s', async (_what, call, expected) => {
    expect(await refusal(call())).toBe(expected);
  });
});

describe('a modal', () => {
  const view = {
    type: 'modal',
    callback_id: 'v',
    title: { type: 'plain_text', text: 'V' },
    blocks: [section('a')],
  };
  const open = (trigger: string): Promise<unknown> =>
    client().apiCall('views.open', { trigger_id: trigger, view });
  const trigger = async (): Promise<string> => {
    let id = '';
    const { createServer } = await import('node:http');
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        id = new URLSearchParams(body).get('trigger_id') ?? '';
        response.end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    slack.deliverTo(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`);
    await slack.act.command({ user: 'U0AIKO', channel: CHANNEL, command: '/x', text: '' });
    server.closeAllConnections();
    server.close();
    return id;
  };

  it('opens once for a trigger_id', async () => {
    const id = await trigger();
    expect(await refusal(open(id))).toBe('taken');
    expect(await refusal(open(id))).toBe('exchanged_trigger_id');
    expect(await refusal(open('other'))).toBe('invalid_trigger_id');
  });

  it('does not open after three seconds', async () => {
    const id = await trigger();
    clock += 3_001;
    expect(await refusal(open(id))).toBe('expired_trigger_id');
  });

  it('is not overwritten by an update that is late', async () => {
    await open(await trigger());
    const [opened] = slack.workspace.views.values();
    const update = (hash: string): Promise<unknown> =>
      client().apiCall('views.update', { view_id: opened?.id, hash, view });
    const first = opened?.hash ?? '';
    expect(await refusal(update(first))).toBe('taken');
    expect(await refusal(update(first))).toBe('hash_conflict');
  });

  it('takes no table', async () => {
    const table = {
      type: 'data_table',
      caption: 'c',
      rows: [[{ type: 'raw_text', text: 'a' }], [{ type: 'raw_text', text: 'b' }]],
    };
    const call = client().apiCall('views.publish', {
      user_id: 'U0AIKO',
      view: { type: 'home', blocks: [table] },
    });
    expect(await refusal(call)).toBe('invalid_arguments');
  });
});

describe('faults', () => {
  it('are taken by the next call of their method only', async () => {
    slack.faults.api('chat.postMessage', { error: 'fatal_error' });
    await client().auth.test();
    expect(await refusal(post('a'))).toBe('fatal_error');
    expect(await refusal(post('a'))).toBe('taken');
  });

  it('of a socket without a ticket: it is not opened', async () => {
    const { WebSocket } = await import('ws');
    const socket = new WebSocket(
      `${slack.apiUrl.replace('http', 'ws').replace('api/', '')}socket?ticket=none`,
    );
    const [error] = await new Promise<unknown[]>((resolve) =>
      socket.on('error', (e) => {
        resolve([e]);
      }),
    );
    expect(error).toBeInstanceOf(Error);
  });
});
