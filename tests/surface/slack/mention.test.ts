import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { personAt } from '../../support/slack/person.ts';
import {
  CHANNEL,
  headerOf,
  last,
  modalOf,
  MODES,
  OTHER,
  OUTSIDE,
  posted,
  type Rig,
  startRig,
  USER,
} from '../../support/slack/rig.ts';

const COMMAND = '/iij';
const MENTION = '<@U0KESSAN>';

describe.each(MODES)('asked, over %s', (mode) => {
  let rig: Rig;
  const { say, press } = personAt(() => rig);
  beforeEach(async () => {
    rig = await startRig(mode);
  });
  afterEach(async () => {
    await rig.stop();
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
});
