import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../../src/surface/sandbox/fake/workspace.ts';
import { CHECK_SHORTCUT } from '../../../src/surface/slack/listeners/register.ts';
import { personAt } from '../../support/slack/person.ts';
import {
  buttonNamed,
  buttonsIn,
  CHANNEL,
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

const MENTION = '<@U0KESSAN>';
const DRAFT =
  'Operating income rose 64.5% to JPY 4.0 billion in the nine months, SG&amp;A aside; IIJ-Global lost 1.5bn. Headcount fell by 14 to 1,951.';
const MANY = Array.from({ length: 30 }, (_, i) => `- headcount was ${1_500 + i} at the end of December 2011`);

let rig: Rig;
const person = personAt(() => rig);
afterEach(async () => {
  await rig.stop();
});

const write = async (text: string, channel = CHANNEL, thread?: string): Promise<Message> => {
  const message = await rig.slack.act.say({ user: OTHER, channel, text, thread });
  await rig.settled();
  return message;
};
const check = async (message: Message): Promise<Message> => {
  const ack = await rig.slack.act.messageShortcut({ user: USER, callback: CHECK_SHORTCUT, message });
  expect(ack).toEqual({ ok: true, body: null });
  await rig.settled();
  return last(rig.slack.workspace.messages);
};
const press = async (message: Message, label: string): Promise<void> => {
  await person.press(message, buttonNamed(message.blocks, label));
};
const rowsOf = (message: Message): string[] =>
  message.blocks.flatMap((b) => (b.type === 'section' ? [b.text.text] : []));

describe.each(MODES)('figures are checked over %s', (mode) => {
  beforeEach(async () => {
    rig = await startRig(mode);
  });

  describe('of a message', () => {
    it('for who wants to know alone, the wrong way round first', async () => {
      const found = await check(await write(DRAFT));
      expect(found).toMatchObject({ only: USER, channel: CHANNEL, thread: null });
      const [summary, ...rows] = rowsOf(found);
      expect(summary).toBe(
        '*3 of 5 claims are supported by the document; 2 differ; the wrong way round: 1.*',
      );
      expect(rows[0]).toBe(
        '‼ *Differs, the wrong way round:* “IIJ-Global lost *1.5bn*”\nwrong sign: Operating income, IIJ-Global, 9M FY2011: JPY 1.5 billion [I]',
      );
      expect(rows[1]).toMatch(/^✗ \*Differs:\* “Headcount fell by 14 to \*1,951\*”\n.*1,941 \[II-6\]$/);
      expect(rows[2]).toMatch(
        /^✓ \*Matches:\* “Operating income rose \*64\.5%\* to JPY 4\.0 billion in the…”/,
      );
      for (const row of rows) expect(found.text).toContain(row.replaceAll('*', '').split('\n')[1]);
      expect(posted(rig, CHANNEL)).toEqual([]);
    });

    it('shown under the message with who asked, once', async () => {
      const message = await write(DRAFT);
      const found = await check(message);
      const action = buttonNamed(found.blocks, 'Reply in thread');
      const pressing = { user: USER, on: { message: found }, action };
      await Promise.all([rig.slack.act.press(pressing), rig.slack.act.press(pressing)]);
      await rig.settled();
      const [reply, ...more] = posted(rig, CHANNEL, message.ts);
      expect(more).toEqual([]);
      expect(reply?.text).toMatch(/^<@U0AIKO> had the figures of this message checked\n3 of 5 claims/);
      expect(rowsOf(reply ?? message)).toEqual(rowsOf(found));
      expect(reply?.text).toContain('Internet Initiative Japan Inc., FY2011/1Q-3Q');
      const after = last(shownTo(rig, USER));
      expect(shownTo(rig, USER)).toHaveLength(1);
      expect(buttonsIn(after.blocks)).toEqual([]);
      expect(JSON.stringify(after.blocks)).toContain('Shown to all');
    });

    it('with buttons that work after a restart', async () => {
      const found = await check(await write(DRAFT));
      await rig.app.stop();
      const again = await startRig(mode);
      try {
        const message = again.slack.workspace.post(found);
        const action = buttonNamed(found.blocks, 'Reply in thread');
        await again.slack.act.press({ user: USER, on: { message }, action });
        await again.settled();
        expect(last(posted(again, CHANNEL)).text).toContain('3 of 5 claims');
      } finally {
        await again.stop();
      }
    });
  });
  describe('of a text after the command', () => {
    it('privately, and shared with the text on request', async () => {
      const found = await person.command(`check ${DRAFT}`);
      expect(found.only).toBe(USER);
      expect(rowsOf(found)[0]).toContain('3 of 5 claims');
      await press(found, 'Share in channel');
      const [shared, ...more] = posted(rig, CHANNEL);
      expect(more).toEqual([]);
      expect(shared?.text).toMatch(
        /^<@U0AIKO> had these figures checked: “Operating income rose .* SG&amp;A aside;/,
      );
    });
  });
  describe('of a text in a message to the bot', () => {
    it('in the thread of a mention', async () => {
      const asked = await write(`${MENTION} check these figures:\n\n&gt; ${DRAFT}`);
      const found = last(posted(rig, CHANNEL, asked.ts));
      expect(rowsOf(found)[0]).toContain('3 of 5 claims');
      expect(buttonsIn(found.blocks)).toEqual([]);
    });
  });
  it('of untrusted text, and pings nobody', async () => {
    const hostile = [
      '<!channel> revenue rose <@U1> 5.0% &lt;!here&gt; <!subteam^S1>',
      'revenue <https://evil.example|rose *5.1%* `rm`> ```x``` &lt;@U0BEN&gt;',
      '&lt;!channel&gt; revenue fell \u202e5.2%\u202c \u0007\u0000 \u200b in 3Q11 &lt;@U0BEN&gt;',
      '=HYPERLINK("x") revenue rose 5.3%',
    ];
    for (const text of hostile) {
      const message = await write(text);
      await press(await check(message), 'Reply in thread');
      await press(await person.command(`check ${text}`), 'Share in channel');
      await write(`${MENTION} check: ${text}`);
    }
    const shown = rig.slack.workspace.messages
      .filter((m) => m.user === rig.slack.workspace.bot.user)
      .map((m) => m.text + JSON.stringify(m.blocks).replaceAll(/"value":"(?:[^"\\]|\\.)*"/g, ''));
    expect(shown).toHaveLength(hostile.length * 5);
    const text = shown.join('\n');
    expect(text.replaceAll(/<@U0AIKO> had/g, '')).not.toMatch(/<[@!#h]/);
    expect(text).not.toMatch(/[\u202a-\u202e\u200b]|\\u000[0-7]/);
    expect(text).toContain('&lt;!here&gt;');
    expect(rig.logged.filter((l) => l.level !== 'info')).toEqual([]);
    expect(JSON.stringify(rig.logged)).not.toContain('revenue');
  });
});

/** What does not depend on how Slack delivers. */
describe('figures are checked', () => {
  beforeEach(async () => {
    rig = await startRig('http');
  });

  describe('of a message', () => {
    it('in its thread, where it stands in one', async () => {
      const first = await write('What do we say?');
      expect((await check(await write(DRAFT, CHANNEL, first.ts))).thread).toBe(first.ts);
    });

    it('in a thread, shown there', async () => {
      const first = await write('What do we say?');
      await press(await check(await write(DRAFT, CHANNEL, first.ts)), 'Reply in thread');
      expect(posted(rig, CHANNEL, first.ts)).toHaveLength(1);
    });

    it('and shown where the bot is no member', async () => {
      const message = await write(DRAFT, OUTSIDE);
      const found = await check(message);
      expect(found).toMatchObject({ only: USER, channel: OUTSIDE });
      await press(found, 'Reply in thread');
      expect(posted(rig, OUTSIDE, message.ts)).toHaveLength(1);
    });

    it('in a direct message, where Slack lets no reply through; the message is still where it is shown', async () => {
      rig.slack.faults.api('response_url', { status: 404, error: 'channel_not_found' });
      const message = await write(DRAFT);
      const found = await check(message);
      expect(found.channel).toBe(rig.slack.workspace.direct(USER).id);
      await press(found, 'Reply in thread');
      expect(posted(rig, CHANNEL, message.ts)).toHaveLength(1);
      expect(buttonsIn(found.blocks)).toEqual([]);
    });

    it('in a direct message, with a word on why it can’t be shown where the bot is no member', async () => {
      rig.slack.faults.api('response_url', { status: 404, error: 'channel_not_found' });
      const found = await check(await write(DRAFT, OUTSIDE));
      await press(found, 'Reply in thread');
      expect(posted(rig, OUTSIDE)).toEqual([]);
      expect(last(shownTo(rig, USER)).text).toContain('Invite me to the channel');
    });

    it('with a word on it where a long text is gone after a restart', async () => {
      const long = `${DRAFT}\n${Array.from({ length: 2_000 }, (_, i) => `w${(i * 7_919) % 10_007}`).join(' ')}`;
      const found = await check(await write(long));
      await rig.app.stop();
      const again = await startRig('http');
      try {
        const message = again.slack.workspace.post(found);
        const action = buttonNamed(found.blocks, 'Reply in thread');
        await again.slack.act.press({ user: USER, on: { message }, action });
        await again.settled();
        expect(posted(again, CHANNEL)).toEqual([]);
        expect(last(shownTo(again, USER)).text).toContain('no longer have the text');
      } finally {
        await again.stop();
      }
    });

    it.each([
      ['has no text', '', 'There is no text to check'],
      ['has no claim', 'Lunch at noon?', 'No claim about this document found.'],
      ['is too long', 'x '.repeat(20_001), 'has 40001 characters'],
    ])('that %s: in a sentence', async (_what, text, told) => {
      const message = rig.slack.workspace.post({ ...(await write('hm')), text });
      const found = await check(message);
      expect(found.text).toContain(told);
      expect(buttonsIn(found.blocks)).toEqual([]);
    });

    it('with many claims: the first of them, how many more there are, and all as a file', async () => {
      const found = await check(await write([DRAFT, ...MANY].join('\n')));
      expect(found.blocks.length).toBeLessThan(30);
      expect(JSON.stringify(found.blocks)).toContain('and 12 more like these');
      expect(last(rowsOf(found))).toMatch(
        /^✓ \*3 match:\* 64\.5% \[I, II-1\] · JPY 4\.0 billion \[I, II-1\] · 14 \[II-6\]$/,
      );
      await press(found, 'CSV');
      const direct = last(posted(rig, rig.slack.workspace.direct(USER).id));
      const file = rig.slack.workspace.files.get(direct.files[0] ?? '');
      expect(file?.name).toBe('checked-figures.csv');
      expect(file?.content.trim().split('\r\n')).toHaveLength(36);
      expect(file?.content).toContain('1.5bn,“IIJ-Global lost 1.5bn”,differs,yes,sign,');
    });
  });
  describe('of a text after the command', () => {
    it('for all, where that is asked for', async () => {
      expect(await person.command(`! check ${DRAFT}`)).toMatchObject({ only: null, channel: CHANNEL });
    });

    it('with how to use it where there is none', async () => {
      expect((await person.command('check')).text).toContain('/iij check Operating income');
    });

    it('with a clear word where it is too long', async () => {
      expect((await person.command(`check ${'x '.repeat(20_001)}`)).text).toContain('at most 40000');
    });

    it('unless it is a question', async () => {
      expect((await person.command('check operating income')).text).toMatch(
        /^Operating income: JPY 3,998 million/,
      );
    });
  });
  describe('of a text in a message to the bot', () => {
    it('in a direct message, with the file of many in it', async () => {
      const { id } = rig.slack.workspace.direct(OTHER);
      await write(`check: ${MANY.join('\n')}`, id);
      const found = last(posted(rig, id));
      await press(found, 'CSV');
      expect(last(posted(rig, id)).files).toHaveLength(1);
    });

    it('unless it is a question', async () => {
      const asked = await write(`${MENTION} check operating income`);
      expect(last(posted(rig, CHANNEL, asked.ts)).text).toMatch(/^Operating income: JPY 3,998 million/);
    });
  });
});
