import { request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { FactBase } from '../src/facts/base.ts';
import { dataIn, loadBase } from '../src/facts/load.ts';
import type { Problem } from '../src/facts/problem.ts';
import { parseYaml } from '../src/facts/yaml.ts';
import { toCsv } from '../src/render/csv.ts';
import { answerMessage } from '../src/render/slack/message.ts';
import { cataloguePage } from '../src/surface/sandbox/web/catalogue.ts';
import { helpMessage } from '../src/surface/slack/views/help.ts';
import { homeView } from '../src/surface/slack/views/home.ts';
import { metricsMessage, sectionMessage, sectionsMessage } from '../src/surface/slack/views/listings.ts';
import { endAll, start, until } from './support/process.ts';
import { CHANNEL, MODES, posted, type Rig, shownTo, startRig, USER } from './support/slack/rig.ts';
import { ROOT } from './support/sources.ts';
import { lastTurn } from './support/talk.ts';

const SCRIPT = join('src', 'surface', 'start.js');

describe.each(MODES)('secrets, over %s', (mode) => {
  let rig: Rig;
  afterEach(async () => {
    await rig.stop();
  });

  it('stand in no line of the log and in no message, whatever goes wrong', async () => {
    rig = await startRig(mode, { logLevel: 'debug', ackTimeout: 2_000 });
    const { slack } = rig;
    const ask = async (): Promise<void> => {
      await slack.act.command({ user: USER, channel: CHANNEL, command: '/iij', text: 'headcount' });
      await slack.act.say({ user: USER, channel: CHANNEL, text: '<@U0KESSAN> headcount' });
      await rig.settled();
    };
    await ask();
    for (const fault of [{ status: 403 }, { status: 500 }, { error: 'invalid_auth' }, { reset: true }]) {
      slack.faults.api('response_url', fault);
      slack.faults.api('chat.postMessage', fault);
      await ask();
    }
    const secrets = [slack.botToken, slack.appToken, slack.signingSecret, ...slack.replyUrls()];
    const seen = JSON.stringify([rig.logged, slack.workspace.messages]);
    expect(rig.logged.some((line) => line.level === 'error')).toBe(true);
    expect(shownTo(rig, USER).length + posted(rig, CHANNEL).length).toBeGreaterThan(2);
    expect(secrets.length).toBeGreaterThan(6);
    expect(secrets.filter((secret) => seen.includes(secret))).toEqual([]);
  });
});

describe('requests', () => {
  it('that are larger than a megabyte are refused before anything is read from them', async () => {
    const rig = await startRig('http');
    const response = await fetch(rig.url, { method: 'POST', body: 'x'.repeat(1_000_001) });
    expect(response.status).toBe(413);
    await rig.stop();
  });
});

describe('the sandbox', () => {
  afterEach(endAll);

  it('listens on loopback alone, and lives through addresses that are none', async () => {
    const { out } = start(process.execPath, [SCRIPT, '--port', '0'], {});
    await until(() => out().includes('http://localhost:'), 'an address');
    const port = Number(/localhost:(?<port>\d+)/.exec(out())?.groups?.port);
    const reached = (host: string): Promise<boolean> =>
      new Promise((resolve) => {
        const socket = connect({ host, port, timeout: 2_000 });
        const end = (open: boolean) => (): void => {
          socket.destroy();
          resolve(open);
        };
        socket.on('connect', end(true)).on('error', end(false)).on('timeout', end(false));
      });
    // A server that listens on all addresses would answer on any other address of the loopback network as well.
    expect(await reached('127.0.0.2')).toBe(false);
    const status = await new Promise((resolve) => {
      request({ host: '127.0.0.1', port, path: '//' }, (response) => {
        resolve(response.statusCode);
      }).end();
    });
    expect(status).toBe(400);
    expect(await reached('127.0.0.1')).toBe(true);
  });

  it('does not start where any Slack credential is set, not even when a host is named', async () => {
    const names = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'];
    const started = names.map((name) =>
      start(process.execPath, [SCRIPT, '--host', '0.0.0.0'], { [name]: 'canary-0123456789abcdef' }),
    );
    expect(await Promise.all(started.map((s) => s.ended))).toEqual([2, 2, 2]);
    for (const { out } of started) {
      expect(out()).toContain("The Slack app can't start");
      expect(out()).not.toMatch(/http:\/\/|canary/);
    }
  });
});

describe('a malicious data file', () => {
  const EVIL = '<!channel> <@U1> <http://evil.example|press> *b* & <script>alert(1)</script>';

  /** The fixture's base with every label, title and note turned against whoever reads it. */
  function hostile(): FactBase {
    const base = loadBase(dataIn(join(ROOT, 'tests', 'fixtures', 'aoba')));
    const labelled = <T extends { label: string }>(list: ReadonlyMap<string, T>): Map<string, T> =>
      new Map([...list].map(([id, x]) => [id, { ...x, label: `=${EVIL}` }]));
    return {
      ...base,
      document: { ...base.document, title: EVIL, issuer: { name: EVIL, short: 'Aoba' }, 'display-name': EVIL, examples: { lookup: EVIL } },
      metrics: labelled(base.metrics),
      segments: labelled(base.segments),
      sections: new Map([...base.sections].map(([id, s]) => [id, { ...s, title: EVIL, covers: EVIL }])),
      notes: base.notes.map((n) => ({ ...n, title: EVIL, text: EVIL, items: n.items.map(() => EVIL) })),
    }; // prettier-ignore
  }

  /** All texts that Slack reads for mentions and links. */
  function mrkdwnIn(value: unknown): string[] {
    if (typeof value !== 'object' || value === null) return [];
    if ('type' in value && value.type === 'mrkdwn' && 'text' in value) return [String(value.text)];
    const own = 'blocks' in value && 'text' in value ? [String(value.text)] : [];
    return [...own, ...Object.values(value).flatMap(mrkdwnIn)];
  }

  it('can ping nobody in Slack, and makes no link', () => {
    const base = hostile();
    const questions = ['online revenue', 'wholesale revenue by quarter', 'why did online revenue rise', 'which cities got new cafés', 'which section has cash', 'blorbix']; // prettier-ignore
    const section = [...base.sections.values()].slice(0, 1);
    const shown = [
      ...questions.map((question) => answerMessage(base, lastTurn(base, question).answer, { kind: 'private' }, { question })), // prettier-ignore
      helpMessage(base, '/aoba'),
      homeView(base, '/aoba'),
      sectionsMessage(base, '/aoba'),
      metricsMessage(base, [...base.metrics.values()], 'x'),
      ...section.map((s) => sectionMessage(base, s)),
    ];
    const texts = mrkdwnIn(shown);
    expect(texts.filter((text) => text.includes('&lt;!channel&gt;')).length).toBeGreaterThan(8);
    expect(texts.filter((text) => /<[!@#]|<https?:/.test(text))).toEqual([]);
  });

  it('puts no markup into the pages of the sandbox', () => {
    expect(cataloguePage(hostile(), '')).not.toContain('<script>alert');
  });

  it('puts no formula into a spreadsheet', () => {
    const base = hostile();
    for (const line of toCsv(base, lastTurn(base, 'online revenue').answer).split('\r\n'))
      expect(line).not.toMatch(/(?:^|,)"?[=@]/);
  });

  it('is read as text: tags of other types are refused, and run nothing', () => {
    const problems: Problem[] = [];
    const read = parseYaml('a: !!js/function "() => process.exit(3)"\n', 'x.yml', problems);
    expect(read === null ? problems.length : typeof (read.value as { a: unknown }).a).not.toBe('function');
  });
});
