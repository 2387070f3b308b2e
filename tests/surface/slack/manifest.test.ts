import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormatsModule from 'ajv-formats';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { registerListeners } from '../../../src/surface/slack/listeners/register.ts';
import { createConversations } from '../../../src/surface/slack/conversations.ts';
import { EVENTS_PATH } from '../../../src/surface/slack/receiver.ts';
import { projectBase } from '../../support/project.ts';
import { ROOT, sourceFiles } from '../../support/sources.ts';
import { lastTurn } from '../../support/talk.ts';

const text = readFileSync(join(ROOT, 'manifest.yml'), 'utf8');
const manifestSchema = z.object({
  display_information: z.object({ name: z.string() }),
  features: z.object({
    bot_user: z.object({ display_name: z.string() }),
    shortcuts: z.array(z.object({ callback_id: z.string(), type: z.enum(['global', 'message']) })),
    slash_commands: z.array(z.object({ command: z.string(), should_escape: z.boolean() })),
    agent_view: z.object({ suggested_prompts: z.array(z.object({ message: z.string() })).max(4) }),
  }),
  oauth_config: z.object({ scopes: z.strictObject({ bot: z.array(z.string()) }) }),
  settings: z.object({
    event_subscriptions: z.object({ bot_events: z.array(z.string()) }),
    interactivity: z.object({ is_enabled: z.literal(true) }),
    socket_mode_enabled: z.boolean(),
  }),
});
const manifest = manifestSchema.parse(load(text));
const base = projectBase();

/** Names that exist at Slack (docs.slack.dev, reference of events and scopes), with the scope that each event needs. */
const EVENTS: Readonly<Record<string, string | null>> = {
  app_home_opened: null,
  app_mention: 'app_mentions:read',
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  'message.im': 'im:history',
  'message.mpim': 'mpim:history',
};
/** The scope that each method of the Web API needs; null for none. */
const METHODS: Readonly<Record<string, string | null>> = {
  'chat.postMessage': 'chat:write',
  'views.open': null,
  'views.update': null,
  'views.publish': null,
  'conversations.open': 'im:write',
  filesUploadV2: 'files:write',
  'assistant.threads.setSuggestedPrompts': 'assistant:write',
};
const SCHEMA = join(ROOT, '..', 'shared', 'slack', 'manifest.schema.2.0.0.json');

/** What the app registers, by what it listens to. */
function registered(): { commands: string[]; events: string[]; shortcuts: object[] } {
  const seen = { commands: [] as string[], events: [] as string[], shortcuts: [] as object[] };
  const app = {
    command: (name: string) => seen.commands.push(name),
    event: (name: string) => seen.events.push(name),
    shortcut: (constraints: object) => seen.shortcuts.push(constraints),
    action: () => undefined,
    options: () => undefined,
    view: () => undefined,
  };
  registerListeners(app as unknown as Parameters<typeof registerListeners>[0], {
    base,
    conversations: createConversations(),
  });
  return seen;
}

/** The methods of the Web API that the Slack app calls. */
function methodsCalled(): string[] {
  const calls = sourceFiles()
    .filter((f) => f.path.startsWith('surface/slack/'))
    .flatMap((f) => [...f.text.matchAll(/\bclient\s*\.(?<method>\w+(?:\s*\.\w+)*)\(/g)])
    .map((m) => (m.groups?.method ?? '').replaceAll(/\s/g, ''));
  return [...new Set(calls)].filter((name) => name !== 'on').sort();
}

describe('the manifest', () => {
  it.skipIf(!existsSync(SCHEMA))("fits Slack's schema, which lies beside the project", () => {
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormatsModule.default(ajv);
    const check = ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')) as object);
    expect(check(load(text)) ? [] : check.errors).toEqual([]);
  });

  it('is named as the document wants it', () => {
    expect(manifest.display_information.name).toBe(base.document['display-name']);
    expect(manifest.features.bot_user.display_name).toBe(base.document['display-name']);
  });

  it('has the commands that are listened to, and no others', () => {
    expect(manifest.features.slash_commands.map((c) => c.command)).toEqual(registered().commands);
    expect(registered().commands).toEqual([base.document.command]);
  });

  it('has the shortcuts that are listened to, and no others', () => {
    const kinds = { global: 'shortcut', message: 'message_action' };
    const named = manifest.features.shortcuts.map((s) => ({
      callback_id: s.callback_id,
      type: kinds[s.type],
    }));
    expect(named).toEqual(registered().shortcuts);
  });

  it('subscribes to the events that are listened to, and no others', () => {
    const events = manifest.settings.event_subscriptions.bot_events;
    expect(events.filter((e) => !(e in EVENTS))).toEqual([]);
    expect([...new Set(events.map((e) => e.replace(/^message\..*/, 'message')))].sort()).toEqual(
      registered().events.sort(),
    );
  });

  it('asks for the scopes that are needed, and no others', () => {
    const unknown = methodsCalled().filter((m) => !(m in METHODS));
    expect(unknown).toEqual([]);
    const needed = [
      'commands',
      ...methodsCalled().map((m) => METHODS[m] ?? null),
      ...manifest.settings.event_subscriptions.bot_events.map((e) => EVENTS[e] ?? null),
    ].filter((s) => s !== null);
    expect([...manifest.oauth_config.scopes.bot].sort()).toEqual([...new Set(needed)].sort());
  });

  it('gives a reason above each scope', () => {
    const lines = text.split('\n');
    const scopes = manifest.oauth_config.scopes.bot.map((s) => lines.findIndex((l) => l.trim() === `- ${s}`));
    expect(scopes.filter((i) => !/^\s*# \S/.test(lines[i - 1] ?? ''))).toEqual([]);
  });

  it('shows where the URLs go over HTTP', () => {
    const urls = [...text.matchAll(/# (?:request_)?url: https:\/\/[^/]+(?<path>\S+)/g)].map(
      (m) => m.groups?.path,
    );
    expect(urls).toEqual([EVENTS_PATH, EVENTS_PATH, EVENTS_PATH]);
  });

  it('suggests prompts that the data answers', () => {
    const prompts = manifest.features.agent_view.suggested_prompts.map((p) => p.message);
    expect(prompts.filter((p) => lastTurn(base, p).answer.status !== 'answered')).toEqual([]);
  });
});
