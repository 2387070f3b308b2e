import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { environmentSchema, hasCredentials, readConfig } from '../../../src/surface/slack/config.ts';
import { loadServed } from '../../../src/surface/slack/served.ts';
import { ROOT } from '../../support/sources.ts';

const BOT = 'xoxb-1-2-abc';
const APP = 'xapp-1-A1-abc';
const SECRET = '0123456789abcdef0123456789abcdef';

describe('the configuration', () => {
  it('is Socket Mode with an app-level token', () => {
    expect(readConfig({ SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP })).toEqual({
      botToken: BOT,
      connection: { mode: 'socket', appToken: APP, healthPort: null },
      apiUrl: null,
      logLevel: 'info',
      serves: { data: null, command: null, displayName: null },
    });
  });

  it('is HTTP with a signing secret, on port 3000 where none is set', () => {
    expect(readConfig({ SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: SECRET }).connection).toEqual({
      mode: 'http',
      signingSecret: SECRET,
      port: 3000,
    });
  });

  it('takes port, log level and API base', () => {
    const config = readConfig({
      SLACK_BOT_TOKEN: BOT,
      SLACK_APP_TOKEN: APP,
      PORT: '8080',
      LOG_LEVEL: 'debug',
      SLACK_API_URL: 'http://127.0.0.1:1/api/',
    });
    expect(config).toMatchObject({
      connection: { healthPort: 8080 },
      logLevel: 'debug',
      apiUrl: 'http://127.0.0.1:1/api/',
    });
  });

  it('takes another document, command and name of the bot', () => {
    const config = readConfig({
      SLACK_BOT_TOKEN: BOT,
      SLACK_APP_TOKEN: APP,
      KESSAN_DATA: '/nowhere/acme',
      SLACK_COMMAND: '/acme',
      SLACK_DISPLAY_NAME: 'Acme figures',
    });
    expect(config.serves).toEqual({ data: '/nowhere/acme', command: '/acme', displayName: 'Acme figures' });
    expect(() => loadServed(config.serves)).toThrow(/documents/);
  });

  it('prefers the socket where both are set', () => {
    const both = { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP, SLACK_SIGNING_SECRET: SECRET };
    expect(readConfig(both).connection.mode).toBe('socket');
  });

  it('names everything that is missing in one message', () => {
    expect(() => readConfig({})).toThrow(
      /SLACK_BOT_TOKEN is missing[^]*SLACK_APP_TOKEN[^]*or SLACK_SIGNING_SECRET[^]*is missing/,
    );
  });

  it('names everything that is wrong, without its value', () => {
    const wrong = {
      SLACK_BOT_TOKEN: 'xoxp-secret',
      SLACK_APP_TOKEN: 'xoxb-secret',
      PORT: '99999',
      LOG_LEVEL: 'loud',
      SLACK_COMMAND: 'Acme',
      SLACK_DISPLAY_NAME: 'x'.repeat(25),
      SLACK_API_URL: 'slack',
    };
    expect(() => readConfig(wrong)).toThrow(
      /SLACK_BOT_TOKEN must[^]*SLACK_APP_TOKEN must[^]*SLACK_API_URL must[^]*SLACK_COMMAND must[^]*SLACK_DISPLAY_NAME must[^]*PORT must[^]*LOG_LEVEL must/,
    );
    expect(() => readConfig(wrong)).not.toThrow(/secret/);
  });

  it('treats an empty variable as missing', () => {
    expect(() => readConfig({ SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: APP })).toThrow(
      /SLACK_BOT_TOKEN is missing/,
    );
    expect(hasCredentials({ SLACK_BOT_TOKEN: '' })).toBe(false);
    expect(hasCredentials({ SLACK_SIGNING_SECRET: SECRET })).toBe(true);
  });

  it('is listed in .env.example, and nothing else is', () => {
    const listed = [...readFileSync(join(ROOT, '.env.example'), 'utf8').matchAll(/^#?(?<name>[A-Z_]+)=/gm)];
    expect(listed.map((m) => m.groups?.name).sort()).toEqual(Object.keys(environmentSchema.shape).sort());
  });
});
