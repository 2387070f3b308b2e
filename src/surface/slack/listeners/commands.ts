import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { answerMessage } from '../../../render/slack/message.ts';
import { acked } from '../ack.ts';
import { type CheckDesk, checkedMessage, refusedText } from '../checking.ts';
import { logOf, tell } from '../middleware/observed.ts';
import { asView } from '../outbox.ts';
import { reply } from '../response-url.ts';
import { messageToAll, showToAll } from '../share.ts';
import { takeTurn } from '../turn.ts';
import { browseView } from '../views/browse.ts';
import { listing } from '../views/listing.ts';
import { wantedBy } from '../wanted.ts';

type Args = SlackCommandMiddlewareArgs & AllMiddlewareArgs;

/** Answers the slash command: privately, or in the channel where that is asked for. */
export function answerCommand(desk: CheckDesk): (args: Args) => Promise<void> {
  return async ({ command, ack, client, context }) => {
    const { base } = desk;
    const log = logOf(context);
    await acked(ack, log);
    const wanted = wantedBy(base, command.text, 'command');
    switch (wanted.kind) {
      case 'browse':
        await client.views.open({ trigger_id: command.trigger_id, view: asView(browseView(base, {})) });
        return;
      case 'help':
      case 'metrics':
      case 'sources': {
        const message = listing(base, command.command, wanted);
        return reply(command.response_url, message, { to: 'ephemeral' }, log);
      }
      case 'check': {
        const { channel_id: channel, user_id: by, response_url: url } = command;
        const checked = { text: wanted.text, at: null };
        tell(context, { intent: 'check', status: 'answered' });
        if (wanted.inPublic && refusedText(base, wanted.text) === null) {
          const message = checkedMessage(desk, checked, { kind: 'shared', by, quote: wanted.text });
          await messageToAll({ channel, url }, message, client, log);
          return;
        }
        const message = checkedMessage(desk, checked, { kind: 'private', shows: 'in channel' });
        return reply(url, message, { to: 'ephemeral' }, log);
      }
      case 'question': {
        const { channel_id: channel, user_id: user, response_url: url } = command;
        const turn = takeTurn(desk, { kind: 'asker', channel, user }, wanted.question);
        tell(context, turn.answer);
        log.debug({ question: wanted.question }, 'asked');
        if (wanted.inPublic) return showToAll(desk, turn, { by: user, channel, url }, client, log);
        const message = answerMessage(base, turn.answer, { kind: 'private' }, turn.asked);
        return reply(url, message, { to: 'ephemeral' }, log);
      }
    }
  };
}
