import type { FactBase } from '../../../facts/base.ts';
import { LIMITS } from '../../../render/slack/limits.ts';
import { answerBlocks, nextButtons } from '../../../render/slack/message.ts';
import { escaped, plainText } from '../../../render/slack/mrkdwn.ts';
import type { SlackModal } from '../../../render/slack/schema.ts';
import type { Turn } from '../turn.ts';
import { small } from './parts.ts';

const ANSWER_VIEW = 'answer';

/** An answer in a modal: for a question that is pressed where no message can follow, such as the home tab. */
export function answerView(base: FactBase, { answer, asked }: Pick<Turn, 'answer' | 'asked'>): SlackModal {
  return {
    type: 'modal',
    callback_id: ANSWER_VIEW,
    title: { type: 'plain_text', text: plainText(base.document['display-name'], LIMITS.modalTitle) },
    close: { type: 'plain_text', text: 'Close' },
    blocks: [
      small(`\`${escaped(asked.question, LIMITS.contextText - 2)}\``),
      ...answerBlocks(base, answer, 'modal'),
      ...nextButtons(answer),
    ],
  };
}
