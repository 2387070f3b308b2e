import { ACTIONS } from '../../../render/slack/actions.ts';
import type { Message } from '../fake/workspace.ts';

/** The question that an answer's feedback buttons carry; null for what is no answer. */
export function questionOn(message: Message): string | null {
  for (const block of message.blocks) {
    if (block.type !== 'context_actions') continue;
    const feedback = block.elements.find((e) => e.action_id === ACTIONS.feedback);
    if (feedback) return feedback.positive_button.value.slice(2);
  }
  return null;
}
