import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { underNames } from '../../../src/surface/slack/served.ts';
import { FIELDS } from '../../../src/surface/slack/views/browse.ts';
import type { Message } from '../../../src/surface/sandbox/fake/workspace.ts';
import {
  buttonNamed,
  buttonsIn,
  CHANNEL,
  headerOf,
  last,
  modalOf,
  MODES,
  OTHER,
  OUTSIDE,
  posted,
  type Rig,
  shownTo,
  startRig,
  USER,
} from '../../support/slack/rig.ts';
import { projectBase } from '../../support/project.ts';

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

describe.each(MODES)('over %s', (mode) => {
  let rig: Rig;
  beforeEach(async () => {
    rig = await startRig(mode);
  });
  afterEach(async () => {
    await rig.stop();
  });

  const command = async (text: string, channel = CHANNEL): Promise<Message> => {
    const ack = await rig.slack.act.command({ user: USER, channel, command: COMMAND, text });
    expect(ack).toEqual({ ok: true, body: null });
    await rig.settled();
    return last(rig.slack.workspace.messages);
  };
  const say = async (text: string, channel = CHANNEL, thread?: string): Promise<Message> => {
    const message = await rig.slack.act.say({ user: USER, channel, text, thread });
    await rig.settled();
    return message;
  };
  const press = async (message: Message, action: string, user = USER): Promise<void> => {
    await rig.slack.act.press({ user, on: { message }, action });
    await rig.settled();
  };
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

  describe('a mention', () => {
    it('is answered in its thread, and follow-ups there keep its context', async () => {
      const question = await say(`${MENTION} ATM revenue 3Q11`);
      const [answer] = posted(rig, CHANNEL, question.ts);
      expect(headerOf(answer?.blocks ?? [])).toBe('JPY 361 million');
      await say(`and 2Q11? ${MENTION}`, CHANNEL, question.ts);
      expect(headerOf(last(posted(rig, CHANNEL, question.ts)).blocks)).toBe('JPY 317 million');
      expect(posted(rig, CHANNEL)).toHaveLength(2);
    });

    it('in another thread starts anew', async () => {
      await say(`${MENTION} ATM revenue 3Q11`);
      const other = await say(`${MENTION} and 2Q11?`);
      expect(last(posted(rig, CHANNEL, other.ts)).text).not.toContain('317');
    });

    it('without a question gets help', async () => {
      const bare = await say(MENTION);
      expect(last(posted(rig, CHANNEL, bare.ts)).text).toContain('/iij browse');
    });

    it.each([
      ['help', '`/iij browse`'],
      ['metrics op inc', 'Operating income (JPY)'],
      ['sources II-9', 'Consolidated Balance Sheets'],
      ['sources', '*II-9*'],
    ])("takes the command's words too: %s", async (words, shown) => {
      const asked = await say(`${MENTION} ${words}`);
      expect(last(posted(rig, CHANNEL, asked.ts)).text).toContain(shown);
    });

    it('with "browse" gets the button to browse with', async () => {
      const asked = await say(`${MENTION} browse`);
      await press(last(posted(rig, CHANNEL, asked.ts)), 'browse');
      expect(modalOf(rig, USER).view.blocks).not.toEqual([]);
    });

    it('with "sources" after an answer asks for those of its figure', async () => {
      const asked = await say(`${MENTION} ATM revenue 3Q11`);
      await say(`${MENTION} sources`, CHANNEL, asked.ts);
      expect(last(posted(rig, CHANNEL, asked.ts)).text).toMatch(/^II-2 Revenues/);
    });

    it('passes over who else is mentioned', async () => {
      const asked = await say(`${MENTION} ATM revenue 3Q11 cc <@${OTHER}>`);
      expect(headerOf(last(posted(rig, CHANNEL, asked.ts)).blocks)).toBe('JPY 361 million');
    });

    it('is what a message in a channel needs', async () => {
      await say('ATM revenue 3Q11');
      expect(posted(rig, CHANNEL)).toEqual([]);
    });
  });

  describe('a direct message', () => {
    it('needs no mention, and follows up', async () => {
      const { id } = rig.slack.workspace.direct(USER);
      await say('ATM revenue 3Q11', id);
      await say('and 2Q11?', id);
      expect(posted(rig, id).map((m) => headerOf(m.blocks))).toEqual(['JPY 361 million', 'JPY 317 million']);
      expect(posted(rig, id).every((m) => m.thread === null)).toBe(true);
    });

    it('with a mention is answered once, though Slack delivers it twice', async () => {
      const { id } = rig.slack.workspace.direct(USER);
      await say(`${MENTION} ATM revenue 3Q11`, id);
      expect(posted(rig, id)).toHaveLength(1);
    });

    it('in a thread is answered there', async () => {
      const { id } = rig.slack.workspace.direct(USER);
      const first = await say('ATM revenue 3Q11', id);
      await say('headcount', id, first.ts);
      expect(last(posted(rig, id)).thread).toBe(first.ts);
    });

    it('is offered prompts from the data when it is opened', async () => {
      await rig.slack.act.openHome({ user: USER, tab: 'messages' });
      await rig.settled();
      const offered = rig.slack.workspace.prompts.get(rig.slack.workspace.direct(USER).id);
      expect(offered?.prompts).toHaveLength(4);
      expect(offered?.prompts[0]?.message).toBe('operating income 3Q11');
    });
  });

  describe('under an answer', () => {
    it('a trend is a press away, with chart and table', async () => {
      const answer = await command('ATM revenue 3Q11');
      await press(answer, buttonNamed(answer.blocks, 'Trend'));
      const trend = last(shownTo(rig, USER));
      expect(typesOf(trend)).toEqual(expect.arrayContaining(['data_visualization', 'data_table']));
    });

    it('an assumption is switched in its place, privately', async () => {
      const answer = await command('ATM revenue');
      await press(answer, buttonNamed(answer.blocks, 'Instead: Nine months 9M FY2011'));
      expect(shownTo(rig, USER)).toHaveLength(1);
      expect(headerOf(last(shownTo(rig, USER)).blocks)).toBe('JPY 922 million');
    });

    it('in a thread a button answers below, for whoever presses it', async () => {
      const question = await say(`${MENTION} ATM revenue`);
      const answer = last(posted(rig, CHANNEL, question.ts));
      await press(answer, buttonNamed(answer.blocks, 'Instead: Nine months 9M FY2011'), OTHER);
      expect(posted(rig, CHANNEL, question.ts)).toHaveLength(2);
      await say(`${MENTION} in billions`, CHANNEL, question.ts);
      expect(headerOf(last(posted(rig, CHANNEL, question.ts)).blocks)).toContain('billion yen');
    });

    it('a choice is made where the question had several readings', async () => {
      const choice = await command('margin');
      expect(choice.text).toContain('Which one do you mean?');
      await press(choice, last(buttonsIn(choice.blocks).filter((b) => b.label === 'This one')).action);
      expect(last(shownTo(rig, USER)).text).toContain('Net margin');
    });

    it('the figures of a thread come as a file into the thread', async () => {
      const question = await say(`${MENTION} ATM revenue by quarter`);
      await press(last(posted(rig, CHANNEL, question.ts)), 'csv');
      const message = last(posted(rig, CHANNEL, question.ts));
      const file = rig.slack.workspace.files.get(message.files[0] ?? '');
      expect(file?.name).toBe('revenue-atm.csv');
      expect(file?.content.split('\r\n')).toContain(
        'Revenue,ATM operation business,3Q11,level,actual,361000000,JPY,JPY 361 million,printed,II-2 II-8',
      );
    });

    it('the figures of a private answer come as a direct message', async () => {
      await press(await command('ATM revenue by quarter'), 'csv');
      const direct = rig.slack.workspace.direct(USER).id;
      expect(last(posted(rig, direct)).files).toHaveLength(1);
      expect(last(shownTo(rig, USER)).text).toContain('revenue-atm.csv');
      expect(posted(rig, CHANNEL)).toEqual([]);
    });

    it.each(['positive', 'negative'] as const)(
      '%s feedback is thanked for and logged without the question',
      async (feedback) => {
        const answer = await command('ATM revenue 3Q11');
        await rig.slack.act.press({ user: USER, on: { message: answer }, action: 'feedback', feedback });
        await rig.settled();
        expect(last(shownTo(rig, USER)).text).toMatch(/^Thank you\./);
        expect(last(shownTo(rig, USER)).thread).toBeNull();
        const line = rig.logged.find((l) => l.msg === 'feedback');
        expect(line).toMatchObject({ feedback: feedback === 'positive' ? 'good' : 'bad', intent: 'lookup' });
        expect(JSON.stringify(rig.logged)).not.toContain('ATM revenue');
      },
    );

    it('a private reply to a press in a thread stands in the thread', async () => {
      const question = await say(`${MENTION} ATM revenue by quarter`);
      const answer = last(posted(rig, CHANNEL, question.ts));
      await rig.slack.act.press({
        user: OTHER,
        on: { message: answer },
        action: 'feedback',
        feedback: 'positive',
      });
      await rig.settled();
      expect(shownTo(rig, OTHER).map((m) => m.thread)).toEqual([question.ts]);
    });

    it('buttons still work after a restart', async () => {
      const answer = await command('ATM revenue 3Q11');
      await rig.app.stop();
      const again = await startRig(mode);
      try {
        const message = again.slack.workspace.post({ ...answer, only: USER });
        await again.slack.act.press({
          user: USER,
          on: { message },
          action: buttonNamed(answer.blocks, 'Trend'),
        });
        await again.settled();
        expect(last(shownTo(again, USER)).text).toContain('1Q10 JPY 106 million');
      } finally {
        await again.stop();
      }
    });
  });

  describe('a shared answer in a channel without the bot', () => {
    it('answers what is pressed to who pressed it', async () => {
      const shared = await command('! ATM revenue 3Q11', OUTSIDE);
      await press(shared, buttonNamed(shared.blocks, 'Trend'), OTHER);
      expect(last(shownTo(rig, OTHER)).text).toContain('1Q10 JPY 106 million');
    });

    it('sends its figures to whoever asks for them', async () => {
      const shared = await command('! ATM revenue by quarter', OUTSIDE);
      await press(shared, 'csv', OTHER);
      expect(last(posted(rig, rig.slack.workspace.direct(OTHER).id)).files).toHaveLength(1);
      expect(last(shownTo(rig, OTHER)).text).toContain('revenue-atm.csv');
    });
  });

  describe('untrusted text', () => {
    const HOSTILE = [
      '<!channel> <!subteam^S1> blorbix',
      '<@U1> blorbix `rm` ```rm```',
      '<https://evil.example|revenue> <#C1|general> blorbix',
      '&lt;!here&gt; blorbix & co',
      'blorbix \u202erevenue\u202c \u0007\u0000 \u200b',
      '@everyone @here blorbix',
      '<!channel>'.repeat(400),
      'ATM revenue '.repeat(333),
    ];
    const shown = (): string =>
      rig.slack.workspace.messages
        .filter((m) => m.user === rig.slack.workspace.bot.user)
        // The value of a button is data: Slack shows it nowhere.
        .map((m) => m.text + JSON.stringify(m.blocks).replaceAll(/"value":"(?:[^"\\]|\\.)*"/g, ''))
        .join('\n');

    it('is answered or declined on every surface, and pings nobody', async () => {
      const { id: direct } = rig.slack.workspace.direct(USER);
      for (const text of HOSTILE) {
        const before = rig.slack.workspace.messages.length;
        await rig.slack.act.command({ user: USER, channel: CHANNEL, command: COMMAND, text });
        await rig.slack.act.command({ user: USER, channel: OUTSIDE, command: COMMAND, text: `! ${text}` });
        await rig.slack.act.say({ user: USER, channel: CHANNEL, text: `${MENTION} ${text}` });
        await rig.slack.act.say({ user: USER, channel: direct, text });
        await rig.settled();
        // Two private or shared answers, two questions written and two answers to them.
        expect(rig.slack.workspace.messages.length - before).toBe(6);
      }
      expect(shown().replaceAll(`<@${USER}> asked`, '')).not.toMatch(/<[@!#h]/);
      expect(shown()).not.toMatch(/[\u202a-\u202e\u200b]|\\u000[0-7]/);
      expect(rig.logged.filter((l) => l.level !== 'info')).toEqual([]);
    });
  });

  describe('the home tab', () => {
    it('tells what is loaded, and answers an example in a modal', async () => {
      await rig.slack.act.openHome({ user: USER, tab: 'home' });
      await rig.settled();
      const home = rig.slack.workspace.homes.get(USER);
      const text = JSON.stringify(home);
      expect(text).toContain('Internet Initiative Japan Inc.');
      expect(text).toContain('printed figures of');
      expect(text).toContain('Consolidated Balance Sheets');
      await rig.slack.act.press({ user: USER, on: { home: true }, action: 'ask:0' });
      await rig.settled();
      const view = modalOf(rig, USER);
      expect(headerOf(view.view.blocks)).toBe('JPY 3,998 million');
      await rig.slack.act.press({
        user: USER,
        on: { view },
        action: buttonNamed(view.view.blocks, 'YoY change'),
      });
      await rig.settled();
      expect(headerOf(view.view.blocks)).toContain('+64.5%');
    });
  });

  describe('browsing', () => {
    const open = async (): Promise<void> => {
      await rig.slack.act.command({ user: USER, channel: CHANNEL, command: COMMAND, text: 'browse' });
      await rig.settled();
    };
    const choose = async (action: string, value: string): Promise<void> => {
      await rig.slack.act.choose({ user: USER, on: { view: modalOf(rig, USER) }, action, value });
      await rig.settled();
    };
    const fieldsShown = (): string[] =>
      modalOf(rig, USER).view.blocks.flatMap((b) => (b.type === 'input' ? [b.element.action_id] : []));

    it('finds a metric as it is typed, offers what exists, shows the answer and shares it', async () => {
      await open();
      const options = await rig.slack.act.typeahead({
        user: USER,
        on: { view: modalOf(rig, USER) },
        action: FIELDS.metric,
        text: 'oprating',
      });
      expect(options[0]).toEqual({ label: 'Operating income', value: 'operating-income' });
      await choose(FIELDS.metric, 'operating-income');
      expect(headerOf(modalOf(rig, USER).view.blocks)).toBe('JPY 3,998 million');
      expect(fieldsShown()).toEqual(Object.values(FIELDS));
      await choose(FIELDS.segment, 'atm');
      await choose(FIELDS.period, '3Q11');
      expect(headerOf(modalOf(rig, USER).view.blocks)).toBe('JPY -29 million');

      await rig.slack.act.submit({ view: modalOf(rig, USER) });
      expect(modalOf(rig, USER).errors).toHaveProperty('share');
      await choose(FIELDS.share, CHANNEL);
      await rig.slack.act.submit({ view: modalOf(rig, USER) });
      await rig.settled();
      expect(() => modalOf(rig, USER)).toThrow();
      expect(last(posted(rig, CHANNEL)).text).toMatch(
        /<@U0AIKO> asked: operating income of ATM .* in 3Q11\n/,
      );
    });

    it('opens from the shortcuts menu and the home tab too', async () => {
      await rig.slack.act.shortcut({ user: USER, callback: 'browse' });
      await rig.settled();
      expect(fieldsShown()).toEqual([FIELDS.metric]);
    });

    it('keeps what still exists when the metric changes, and gives up what does not', async () => {
      await open();
      await choose(FIELDS.metric, 'revenue');
      await choose(FIELDS.segment, 'atm');
      await choose(FIELDS.metric, 'operating-income');
      expect(JSON.parse(modalOf(rig, USER).view.private_metadata ?? '')).toMatchObject({
        metric: 'operating-income',
        segment: 'atm',
      });
      await choose(FIELDS.metric, 'total-assets');
      expect(JSON.parse(modalOf(rig, USER).view.private_metadata ?? '')).toMatchObject({
        metric: 'total-assets',
        segment: 'consolidated',
      });
    });
  });
});
