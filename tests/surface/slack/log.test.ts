import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { boltLogger, createLog, type Log, withoutSecrets } from '../../../src/surface/slack/log.ts';

const TOKENS = [
  'xoxb-123-456-AbC',
  'xapp-1-A1B2-3-deadbeef',
  'xoxe.xoxp-1-abc'.slice(5),
  'https://hooks.slack.com/commands/T1/2/abcDEF',
  'https://hooks.slack.com/actions/T1/2/abcDEF',
  'wss://wss-primary.slack.com/link/?ticket=11-22-abc&app_id=A',
  '{"token":"verification"}',
];

function recorded(level: string): { log: Log; text: () => string } {
  let text = '';
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      text += chunk.toString();
      done();
    },
  });
  return { log: createLog(level, stream), text: () => text };
}

describe('the log', () => {
  it.each(TOKENS)('never holds %s', (token) => {
    const { log, text } = recorded('debug');
    log.info({ deep: { token } }, token);
    log.error({ err: new Error(token) }, 'failed');
    boltLogger(log).debug('a payload', { token }, token);
    boltLogger(log).error(new Error(token));
    const secret = /(?:abcDEF|AbC|deadbeef|xoxp-1|11-22|verification)/;
    expect(text()).not.toMatch(secret);
    expect(text().split('\n').length).toBeGreaterThan(4);
  });

  it('is JSON lines', () => {
    const { log, text } = recorded('info');
    log.info({ intent: 'lookup' }, 'done');
    expect(JSON.parse(text())).toMatchObject({ level: 'info', intent: 'lookup', msg: 'done' });
  });

  it("holds Bolt's debug messages at debug level only", () => {
    const { log, text } = recorded('info');
    boltLogger(log).debug('payload');
    boltLogger(log).warn('careful');
    expect(text()).not.toContain('payload');
    expect(text()).toContain('careful');
  });

  it('leaves other text alone', () => {
    expect(withoutSecrets('operating income xo 3Q11 /commands/')).toBe('operating income xo 3Q11 /commands/');
  });
});
