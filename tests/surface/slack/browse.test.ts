import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FIELDS } from '../../../src/surface/slack/views/browse.ts';
import {
  buttonNamed,
  CHANNEL,
  headerOf,
  last,
  modalOf,
  MODES,
  posted,
  type Rig,
  startRig,
  USER,
} from '../../support/slack/rig.ts';

const COMMAND = '/iij';

describe.each(MODES)('looked at, over %s', (mode) => {
  let rig: Rig;
  beforeEach(async () => {
    rig = await startRig(mode);
  });
  afterEach(async () => {
    await rig.stop();
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
