import { toldReport } from '../../answer/told-claims.ts';
import { checkText } from '../../check/check.ts';
import type { FactBase } from '../../facts/base.ts';
import type { ToldReport } from '../../model/claim.ts';
import { claimsMessage, type ClaimsAudience } from '../../render/slack/claims.ts';
import type { SlackMessage } from '../../render/slack/schema.ts';
import type { Checked, CheckedTexts } from './checked-texts.ts';
import type { Desk } from './turn.ts';
import { sentence } from './views/parts.ts';

/** What the listeners that check texts work with. */
export interface CheckDesk extends Desk {
  texts: CheckedTexts;
}

/** How long a text may be here, in characters: Slack's own messages are no longer, and nobody else waits for long. */
const MOST_TEXT = 40_000;

/** What is told instead of a report where there is nothing that could be checked. */
export function refusedText(base: FactBase, text: string): string | null {
  const { command } = base.document;
  if (text.trim() === '')
    return `There is no text to check. Write it after the word: ${command} check Operating income rose to 4.0 billion. Or choose Check figures in the menu of a message.`;
  if (text.length > MOST_TEXT)
    return `That text has ${text.length} characters, and here at most ${MOST_TEXT} can be checked. Check it in parts.`;
  return null;
}

/** A text that can be checked, with what is found in it. */
export const reportOn = (base: FactBase, text: string): ToldReport =>
  toldReport(base, text, checkText(base, text));

/** A text's check as a message, or why it can't be checked. */
export function checkedMessage(
  { base, texts }: CheckDesk,
  checked: Checked,
  audience: ClaimsAudience,
): SlackMessage {
  const refused = refusedText(base, checked.text);
  if (refused !== null) return sentence(refused);
  return claimsMessage(base, reportOn(base, checked.text), audience, texts.carry(checked));
}
