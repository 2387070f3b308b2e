import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataIn, loadBase } from '../src/facts/load.ts';
import { helpMessage } from '../src/surface/slack/views/help.ts';
import { completionsFor } from '../src/surface/sandbox/web/server.ts';
import { brokenPromises } from './support/provenance.ts';
import { ROOT } from './support/sources.ts';
import { CHANNEL, headerOf, posted, type Rig, shownTo, startRig, USER } from './support/slack/rig.ts';
import { cellsRead, headline, lastTurn, talk } from './support/talk.ts';
import { kessan } from './surface/cli/run.ts';

/** A company that does not exist: years from October, named for their end, half a year reported, segments of its own. */
const FOLDER = join(ROOT, 'tests', 'fixtures', 'aoba');
const base = loadBase(dataIn(FOLDER));

/** What is asked, the intent, the headline figure, and the cell that it was first read as. */
const ANSWERS: readonly [ask: string, intent: string, gives: string, reads: string][] = [
  ['operating profit 2Q25', 'lookup', '378000000 JPY', 'operating-profit consolidated 1H FY2025'],
  ['revenue', 'lookup', '4719000000 JPY', 'revenue consolidated 1H FY2025'],
  ['total revenue in 2Q25', 'lookup', '2365000000 JPY', 'revenue consolidated 2Q25'],
  ['online revenue Q2 25', 'lookup', '341000000 JPY', 'revenue online 2Q25'],
  ['café revenue in the second quarter of fiscal 2025', 'lookup', '1290000000 JPY', 'revenue cafes 2Q25'],
  ['wholesale revenue Q2 FY25 (Jan-Mar)', 'lookup', '734000000 JPY', 'revenue wholesale 2Q25'],
  ['online revenue Oct-Dec 2024', 'lookup', '318000000 JPY', 'revenue online 1Q25'],
  ['revenue for the six months ended March 2025', 'lookup', '4719000000 JPY', 'revenue consolidated 1H FY2025'],
  ['gross profit year to date', 'lookup', '1982000000 JPY', 'gross-profit consolidated 1H FY2025'],
  ['2Q25 revenue, cumulative', 'lookup', '4719000000 JPY', 'revenue consolidated 1H FY2025'],
  ['revenue for the year to March 2025', 'lookup', '4719000000 JPY', 'revenue consolidated 1H FY2025'],
  ['revenue for the year to September 2024', 'lookup', '8511000000 JPY', 'revenue consolidated FY2024'],
  ['net profit 1H24', 'lookup', '-12000000 JPY', 'net-profit consolidated 1H FY2024'],
  ['cash', 'lookup', '1120000000 JPY', 'cash consolidated 2025-03-31'],
  ['cash at the end of the fiscal year', 'lookup', '1342000000 JPY', 'cash consolidated 2024-09-30'],
  ["Aoba's headcount as of 31 March 2025", 'lookup', '412 count', 'employees consolidated 2025-03-31'],
  ['when does the Sendai roastery open', 'lookup', '2025-11 date', 'opening-date roastery 2025-11'],
  ['How much did online revenue grow year on year?', 'change', '113000000 JPY', 'revenue online 2Q25'],
  ['how much did cash change', 'change', '-222000000 JPY', 'cash consolidated 2025-03-31'],
  ['compare café revenue in 2Q25 with 2Q24', 'compare', '1290000000 JPY', 'revenue cafes 2Q25'],
  ['wholesale revenue by quarter', 'trend', '640000000 JPY', 'revenue wholesale 1Q24'],
  ['Which quarter had the highest online revenue?', 'rank', '341000000 JPY', 'revenue online 1Q24'],
  ['which business had the highest revenue in 2Q25', 'rank', '1290000000 JPY', 'revenue cafes 2Q25'],
  ['which assets grew the most', 'rank', '24.3 percent', 'cash consolidated 2025-03-31'],
  ['expenses as % of revenue', 'ratio', '34 percent', 'expenses consolidated 1H FY2025'],
  ['What share of revenue came from the online shop?', 'share', '14.4 percent', 'revenue online 2Q25'],
  ['sum of café revenue for 1Q25 and 2Q25', 'aggregate', '2614000000 JPY', 'revenue cafes 1Q25'],
  ['FY2025 operating profit guidance', 'target', '720000000 JPY', 'operating-profit consolidated FY2025'],
  ['how far along is revenue towards the full-year target', 'target', '49.7 percent', 'revenue consolidated FY2025'],
  ['why did online revenue rise', 'explain', '341000000 JPY', 'revenue online 2Q25'],
  ['Did headcount rise over the half year?', 'check', '14 count', 'employees consolidated 2025-03-31'],
]; // prettier-ignore

const WORDS: readonly [ask: string, intent: string, says: RegExp][] = [
  ['what does wholesale mean', 'define', /hotels, offices/],
  ['which cities got new cafés', 'list', /Morioka/],
  ['which section has the balance sheet', 'source', /^C Balance Sheet/],
  ['where is the headcount printed', 'source', /^C Balance Sheet/],
  ["is Aoba's Q2 25 online revenue 341 million?", 'check', /^Yes/],
  ['is operating profit up 62%?', 'check', /^No/],
  ['help', 'help', /operating profit 2Q25/],
];

const DECLINED: readonly [ask: string, code: string][] = [
  ['IIJ revenue', 'not-understood'],
  ['ATM revenue', 'not-understood'],
  ['operating profit 3Q11', 'period-not-covered'],
  ['operating profit 1Q25', 'period-not-covered'],
  ['same-store sales', 'not-printed'],
  ['revenue in dollars', 'currency'],
];

describe('a second document, without a change of code', () => {
  it.each(ANSWERS)('%s', (question, intent, gives, reads) => {
    const { answer } = lastTurn(base, question);
    expect(answer).toMatchObject({ status: 'answered', intent });
    expect(headline(answer)).toBe(gives);
    expect(cellsRead(answer)[0]).toBe(reads);
    expect(brokenPromises(base, answer, question)).toEqual([]);
  });

  it.each(WORDS)('%s', (question, intent, says) => {
    const { answer, text } = lastTurn(base, question);
    expect(answer.intent).toBe(intent);
    expect(text).toMatch(says);
  });

  it.each(DECLINED)('declines %s', (question, code) => {
    expect(lastTurn(base, question).answer.refusal?.code).toBe(code);
  });

  it('answers each of its example questions, as the kind of question that it is an example of', () => {
    for (const [intent, question] of Object.entries(base.document.examples)) {
      const { answer } = lastTurn(base, question);
      expect({ question, intent: answer.intent, status: answer.status }).toEqual({ question, intent, status: 'answered' }); // prettier-ignore
    }
  });

  it('follows up', () => {
    const turns = talk(base, ['online revenue 2Q25', 'and a year before?', 'same for cafés', 'why?']);
    expect(turns.map((t) => headline(t.answer)).slice(0, 3)).toEqual(['341000000 JPY', '228000000 JPY', '1180000000 JPY']); // prettier-ignore
    expect(turns[3]?.answer.refusal?.code).toBe('no-reason');
  });

  it('says when its fiscal years start', () => {
    const texts = ['operating profit 2Q25', 'revenue FY2024'].map((q) => lastTurn(base, q).text);
    expect(texts.join('\n')).toMatch(/Oct 2024-Mar 2025[^]*Oct 2023-Sep 2024/);
    expect(texts.join('\n')).not.toMatch(/April|nine months/);
  });

  it('shows questions of its own wherever some are offered', () => {
    const shown = JSON.stringify([
      helpMessage(base, base.document.command),
      completionsFor(base),
      lastTurn(base, 'blorbix').text,
    ]);
    expect(shown).toContain('operating profit 2Q25');
    expect(shown).toContain('Mame');
    expect(shown).not.toMatch(/IIJ|ATM|GIO|\dQ1\d|Kessan/);
  });
});

describe('on the command line', () => {
  const question = ['ask', '--json', 'operating profit 2Q25'];

  it('the folder is an option', async () => {
    const { status, out } = await kessan([...question, '--data', FOLDER]);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ sections: ['B-1', 'A'] }); // prettier-ignore
  });

  it('the folder comes from the environment, and the option goes before it', async () => {
    const env = { KESSAN_DATA: FOLDER };
    expect((await kessan(question, '', env)).status).toBe(0);
    expect((await kessan([...question, '--data', '/no/such/folder'], '', env)).err).toContain(
      '/no/such/folder',
    );
  });

  it('a text is checked against it, and it against itself', async () => {
    const text = 'Online revenue reached 341 million in 2Q25, and wholesale revenue 735 million.';
    const { status, out } = await kessan(['check', '--json', '-', '--data', FOLDER], text);
    expect(status).toBe(1);
    const { claims } = JSON.parse(out) as { claims: { verdict: string }[] };
    expect(claims.map((c) => c.verdict)).toEqual(['matches', 'not-a-claim', 'differs']);
    expect((await kessan(['reconcile', '--data', FOLDER])).status).toBe(0);
  });

  it.each([
    'ask revenue',
    'batch',
    'chat',
    'check -',
    'check --batch -',
    'facts',
    'metrics',
    'reconcile',
    'sections',
    'verify',
  ])('%s says that a folder is not there', async (command) => {
    const { status, err } = await kessan([...command.split(' '), '--data', '/no/such/folder']);
    expect(status).toBe(2);
    expect(err).toMatch(/\/no\/such\/folder:1: there is no such folder[^]*KESSAN_DATA or --data/);
  });
});

describe('in Slack, without examples', () => {
  it('offers no prompts, and opens all the same', async () => {
    const bare = { ...base, document: { ...base.document, examples: {} } };
    const rig = await startRig('http', { base: bare });
    await rig.slack.act.openHome({ user: USER, tab: 'messages' });
    await rig.slack.act.openHome({ user: USER, tab: 'home' });
    await rig.settled();
    expect(rig.logged.filter((l) => l.level === 'error')).toEqual([]);
    expect(rig.slack.workspace.homes.has(USER)).toBe(true);
    await rig.stop();
  });
});

describe('in Slack', () => {
  let rig: Rig;
  beforeAll(async () => {
    rig = await startRig('http', { base, commands: ['/aoba'] });
  });
  afterAll(async () => {
    await rig.stop();
  });

  it('answers its own command', async () => {
    await rig.slack.act.command({ user: USER, channel: CHANNEL, command: '/aoba', text: 'online revenue' });
    await rig.settled();
    expect(shownTo(rig, USER).map((m) => headerOf(m.blocks))).toEqual(['JPY 341 million']);
  });

  it('answers a mention', async () => {
    await rig.slack.act.say({ user: USER, channel: CHANNEL, text: '<@U0KESSAN> operating profit 2Q25' });
    await rig.settled();
    expect(posted(rig, CHANNEL).map((m) => headerOf(m.blocks))).toEqual(['JPY 378 million']);
  });
});
