import type { App } from '@slack/bolt';
import { ACTIONS, actionPattern } from '../../../render/slack/actions.ts';
import type { Desk } from '../turn.ts';
import { createCheckedTexts } from '../checked-texts.ts';
import { BROWSE_VIEW, FIELDS } from '../views/browse.ts';
import { askQuestion, changeAssumption, openBrowse, sendCsv, shareAnswer, takeFeedback } from './actions.ts';
import { browseShortcut, choose, offerMetrics, shareChoice } from './browse.ts';
import { sendClaims, showClaims } from './claims.ts';
import { answerCommand } from './commands.ts';
import { answerDirectMessage, answerMention, openHome } from './events.ts';
import { checkFigures } from './shortcuts.ts';

/** The global shortcut that opens the modal. */
const BROWSE_SHORTCUT = 'browse';
/** The shortcut in a message's menu that checks its figures. */
export const CHECK_SHORTCUT = 'check_figures';

/** Every listener of the app. The manifest names the same command, events and shortcuts; a test holds the two together. */
export function registerListeners(
  app: Pick<App, 'command' | 'event' | 'action' | 'options' | 'view' | 'shortcut'>,
  desk: Desk,
): void {
  const checking = { ...desk, texts: createCheckedTexts() };
  app.command(desk.base.document.command, answerCommand(checking));
  app.event('app_mention', answerMention(checking));
  app.event('message', answerDirectMessage(checking));
  app.event('app_home_opened', openHome(desk));
  app.action(actionPattern(ACTIONS.ask), askQuestion(desk));
  app.action(actionPattern(ACTIONS.change), changeAssumption(desk));
  app.action(actionPattern(ACTIONS.share), shareAnswer(desk));
  app.action(actionPattern(ACTIONS.csv), sendCsv(desk));
  app.action(actionPattern(ACTIONS.feedback), takeFeedback(desk));
  app.action(actionPattern(ACTIONS.browse), openBrowse(desk));
  app.action(actionPattern(ACTIONS.reply), showClaims(checking));
  app.action(actionPattern(ACTIONS.claims), sendClaims(checking));
  app.shortcut({ callback_id: BROWSE_SHORTCUT, type: 'shortcut' }, browseShortcut(desk));
  app.shortcut({ callback_id: CHECK_SHORTCUT, type: 'message_action' }, checkFigures(checking));
  app.options({ action_id: FIELDS.metric, type: 'block_suggestion' }, offerMetrics(desk));
  for (const field of [FIELDS.metric, FIELDS.segment, FIELDS.period, FIELDS.comparison])
    app.action(field, choose(desk));
  app.view({ callback_id: BROWSE_VIEW, type: 'view_submission' }, shareChoice(desk));
}
