import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { metricsToPick } from '../../../answer/catalogue.ts';
import { answerMessage, type Audience } from '../../../render/slack/message.ts';
import type { SlackMessage } from '../../../render/slack/schema.ts';
import { logOf, tell } from '../middleware/observed.ts';
import { asView } from '../outbox.ts';
import { reply } from '../response-url.ts';
import { type Desk, takeTurn } from '../turn.ts';
import { questionIn } from '../text.ts';
import { metricsNear } from '../typeahead.ts';
import { browseView } from '../views/browse.ts';
import { helpMessage } from '../views/help.ts';
import { metricsMessage, noSectionMessage, sectionMessage, sectionsMessage } from '../views/listings.ts';

type Args = SlackCommandMiddlewareArgs & AllMiddlewareArgs;

/** What the words after the command ask for. */
export type Wanted =
  | { kind: 'help' }
  | { kind: 'browse' }
  | { kind: 'metrics'; words: string }
  | { kind: 'sources'; section: string }
  | { kind: 'question'; question: string; inPublic: boolean };

const PUBLIC = /^!\s*|^--public(?:\s+|$)|(?:^|\s+)--public$/;
const LISTING = /^(?<what>metrics|sources)(?:\s+(?<rest>[^]*))?$/i;

/** Reads the words after the command: a question, unless they are one of its own words. */
export function wantedBy(text: string): Wanted {
  const words = questionIn(text, undefined);
  if (words === '' || /^help$/i.test(words)) return { kind: 'help' };
  if (/^browse$/i.test(words)) return { kind: 'browse' };
  const { what, rest = '' } = LISTING.exec(words)?.groups ?? {};
  if (what?.toLowerCase() === 'metrics') return { kind: 'metrics', words: rest.trim() };
  if (what?.toLowerCase() === 'sources') return { kind: 'sources', section: rest.trim() };
  const inPublic = PUBLIC.test(words);
  const question = inPublic ? words.replace(PUBLIC, '').trim() : words;
  return question === '' ? { kind: 'help' } : { kind: 'question', question, inPublic };
}

/** Answers the slash command: privately, or in the channel where that is asked for. */
export function answerCommand(desk: Desk): (args: Args) => Promise<void> {
  return async ({ command, ack, client, context }) => {
    const log = logOf(context);
    // A reply by the response_url reaches the user even where Slack did not hear the ack.
    await ack().catch((error: unknown) => {
      log.warn({ err: error }, 'Slack was not reached by an ack');
    });
    const wanted = wantedBy(command.text);
    if (wanted.kind === 'browse') {
      await client.views.open({ trigger_id: command.trigger_id, view: asView(browseView(desk.base, {})) });
      return;
    }
    if (wanted.kind !== 'question') {
      const message = listing(desk, command.command, wanted);
      await reply(command.response_url, message, { to: 'ephemeral' }, log);
      return;
    }
    const place = { kind: 'asker', channel: command.channel_id, user: command.user_id } as const;
    const { answer, asked } = takeTurn(desk, place, wanted.question);
    tell(context, answer);
    log.debug({ question: wanted.question }, 'asked');
    const audience: Audience = wanted.inPublic
      ? { kind: 'shared', by: command.user_id }
      : { kind: 'private' };
    const message = answerMessage(desk.base, answer, audience, asked);
    await reply(command.response_url, message, { to: wanted.inPublic ? 'in_channel' : 'ephemeral' }, log);
  };
}

function listing(
  { base }: Desk,
  command: string,
  wanted: Exclude<Wanted, { kind: 'question' | 'browse' }>,
): SlackMessage {
  switch (wanted.kind) {
    case 'help':
      return helpMessage(base, command);
    case 'metrics': {
      const { words } = wanted;
      return metricsMessage(base, words === '' ? metricsToPick(base) : metricsNear(base, words), words);
    }
    case 'sources': {
      if (wanted.section === '') return sectionsMessage(base, command);
      const name = wanted.section.toLowerCase();
      const section = [...base.sections.values()].find((s) => s.id.toLowerCase() === name);
      return section ? sectionMessage(base, section) : noSectionMessage(base, wanted.section);
    }
  }
}
