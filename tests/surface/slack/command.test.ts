import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { underNames } from '../../../src/surface/slack/served.ts';
import type { Message } from '../../../src/surface/sandbox/fake/workspace.ts';
import { projectBase } from '../../support/project.ts';
import { personAt } from '../../support/slack/person.ts';
import {
  buttonsIn,
  CHANNEL,
  headerOf,
  last,
  MODES,
  OTHER,
  OUTSIDE,
  posted,
  type Rig,
  shownTo,
  startRig,
  USER,
} from '../../support/slack/rig.ts';

const COMMAND = '/iij';
const MENTION = '<@U0KESSAN>';

it('goes by another command and name without a change of code', async () => {
  const base = underNames(projectBase(), { command: '/acme', displayName: 'Acme figures' });
  const rig = await startRig('http', { base });
  try {
    await rig.slack.act.command({ user: USER, channel: CHANNEL, command: '/acme', text: 'help' });
    await rig.settled();
    const { text } = last(shownTo(rig, USER));
    expect(text).toContain('`/acme browse`');
    expect(text).toContain('Acme figures answers questions');
    expect(text).not.toMatch(/Kessan|\/iij/);
    await rig.slack.act.openHome({ user: USER, tab: 'home' });
    await rig.settled();
    expect(JSON.stringify(rig.slack.workspace.homes.get(USER))).not.toMatch(/Kessan|\/iij/);
  } finally {
    await rig.stop();
  }
});

describe.each(MODES)('asked, over %s', (mode) => {
  let rig: Rig;
  const { command, say, press } = personAt(() => rig);
  beforeEach(async () => {
    rig = await startRig(mode);
  });
  afterEach(async () => {
    await rig.stop();
  });
  const typesOf = (message: Message): string[] => message.blocks.map((b) => b.type);

  describe('the slash command', () => {
    it('answers privately, and shares the answer with who asked and the document', async () => {
      const answer = await command('operating income 3Q11');
      expect(answer.only).toBe(USER);
      expect(headerOf(answer.blocks)).toBe('JPY 3,998 million');
      expect(answer.text).toContain('The single quarter 3Q11 is not printed');

      await press(answer, 'share');
      const [shared, ...more] = posted(rig, CHANNEL);
      expect(more).toEqual([]);
      expect(shared?.text).toMatch(/^<@U0AIKO> asked: operating income 3Q11\n/);
      expect(shared?.text).toContain('Internet Initiative Japan Inc., FY2011/1Q-3Q');
      expect(shared?.text).toContain('8 February 2012');
      expect(headerOf(shared?.blocks ?? [])).toBe('JPY 3,998 million');
      expect(buttonsIn(last(shownTo(rig, USER)).blocks).map((b) => b.label)).not.toContain(
        'Share in channel',
      );
    });

    it.each([
      '! ATM revenue 3Q11',
      '!ATM revenue 3Q11',
      '--public ATM revenue 3Q11',
      'ATM revenue 3Q11 --public',
    ])('answers in the channel straight away: %s', async (text) => {
      const answer = await command(text);
      expect(answer.only).toBeNull();
      expect(answer.text).toMatch(/^<@U0AIKO> asked: ATM revenue 3Q11\n/);
      expect(headerOf(answer.blocks)).toBe('JPY 361 million');
    });

    it('answers where the bot is no member', async () => {
      expect(headerOf((await command('ATM revenue 3Q11', OUTSIDE)).blocks)).toBe('JPY 361 million');
    });

    it('follows up, for each asker apart', async () => {
      await command('ATM revenue 3Q11');
      await rig.slack.act.command({ user: OTHER, channel: CHANNEL, command: COMMAND, text: 'headcount' });
      await rig.settled();
      expect(headerOf((await command('and 2Q11?')).blocks)).toBe('JPY 317 million');
    });

    it.each([['share'], ['public']])('lets mentions follow up in the thread of a %sd answer', async (how) => {
      if (how === 'public') await command('! ATM revenue 3Q11');
      else await press(await command('ATM revenue 3Q11'), 'share');
      const shared = last(posted(rig, CHANNEL));
      await say(`${MENTION} and 2Q11?`, CHANNEL, shared.ts);
      expect(headerOf(last(posted(rig, CHANNEL, shared.ts)).blocks)).toBe('JPY 317 million');
    });

    it('shares where the bot is no member', async () => {
      await press(await command('ATM revenue 3Q11', OUTSIDE), 'share');
      expect(posted(rig, OUTSIDE).map((m) => headerOf(m.blocks))).toEqual(['JPY 361 million']);
    });

    it('shares a follow-up as a question that stands alone', async () => {
      await command('ATM revenue 3Q11');
      await press(await command('and 2Q11?'), 'share');
      expect(last(posted(rig, CHANNEL)).text).toMatch(/asked: revenue of ATM operation business in 2Q11\n/);
    });

    it.each(['', 'help'])('helps on "%s", with examples to press', async (text) => {
      const help = await command(text);
      expect(help.text).toContain('/iij browse');
      const [first] = buttonsIn(help.blocks);
      await press(help, first?.action ?? '');
      expect(headerOf(last(shownTo(rig, USER)).blocks)).not.toBe('');
    });

    it('lists metrics, all or those near some words', async () => {
      expect(typesOf(await command('metrics'))).toContain('data_table');
      expect((await command('metrics oprating incme')).text.split('\n')[0]).toContain('Operating income');
      expect((await command('metrics zzqx')).text).toContain('No metric');
    });

    it('lists sections, and shows what one prints', async () => {
      expect((await command('sources')).text).toContain('*II-9*  Consolidated Balance Sheets');
      const section = await command('sources ii-9');
      expect(headerOf(section.blocks)).toBe('II-9  Consolidated Balance Sheets');
      expect(typesOf(section)).toContain('data_table');
      expect((await command('sources IV')).text).toContain('No section is called "IV"');
    });
  });
});
