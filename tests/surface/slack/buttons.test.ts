import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../../src/surface/sandbox/fake/workspace.ts';
import { personAt } from '../../support/slack/person.ts';
import {
  buttonNamed,
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

const MENTION = '<@U0KESSAN>';

describe.each(MODES)('pressed, over %s', (mode) => {
  let rig: Rig;
  const { command, say, press } = personAt(() => rig);
  beforeEach(async () => {
    rig = await startRig(mode);
  });
  afterEach(async () => {
    await rig.stop();
  });
  const typesOf = (message: Message): string[] => message.blocks.map((b) => b.type);

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
});
