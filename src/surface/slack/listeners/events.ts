import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import { examplesOf } from '../../../facts/base.ts';
import { answerMessage } from '../../../render/slack/message.ts';
import type { SlackMessage } from '../../../render/slack/schema.ts';
import { type CheckDesk, checkedMessage } from '../checking.ts';
import type { Place } from '../conversations.ts';
import { logOf, tell } from '../middleware/observed.ts';
import { asView, post, type WebClient } from '../outbox.ts';
import { questionIn } from '../text.ts';
import { type Desk, takeTurn } from '../turn.ts';
import { browseMessage } from '../views/browse.ts';
import { homeView } from '../views/home.ts';
import { listing } from '../views/listing.ts';
import { type Wanted, wantedBy } from '../wanted.ts';

type Args<E extends string> = SlackEventMiddlewareArgs<E> & AllMiddlewareArgs;

/** A post, as far as it matters here. */
const postSchema = z.object({
  channel: z.string(),
  channel_type: z.string().optional(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  text: z.string().default(''),
  subtype: z.enum(['file_share', 'thread_broadcast']).optional(),
  bot_id: z.undefined().optional(),
  edited: z.undefined().optional(),
});
type Post = z.infer<typeof postSchema>;

/** A post that a person has just written; null for edits, joins, and what bots post. */
function writtenPost(event: unknown): Post | null {
  const post = postSchema.safeParse(event);
  return post.success ? post.data : null;
}

/** Answers a mention in its thread. */
export function answerMention(desk: CheckDesk): (args: Args<'app_mention'>) => Promise<void> {
  return async ({ event, client, context }) => {
    const post = writtenPost(event);
    if (!post) return;
    const thread = post.thread_ts ?? post.ts;
    await answer(desk, post, { kind: 'thread', channel: post.channel, thread }, client, context);
  };
}

/** Answers a direct message, in its thread if it has one: there every message is meant for the bot. */
export function answerDirectMessage(desk: CheckDesk): (args: Args<'message'>) => Promise<void> {
  return async ({ event, client, context }) => {
    const post = writtenPost(event);
    if (post?.channel_type !== 'im') return;
    const { channel, thread_ts: thread } = post;
    const place: Place =
      thread === undefined ? { kind: 'direct', channel } : { kind: 'thread', channel, thread };
    await answer(desk, post, place, client, context);
  };
}

async function answer(
  desk: CheckDesk,
  { channel, text }: Post,
  place: Place,
  client: WebClient,
  context: AllMiddlewareArgs['context'],
): Promise<void> {
  const log = logOf(context);
  const thread = place.kind === 'thread' ? place.thread : undefined;
  const wanted = wantedHere(desk, place, text);
  const message = (): SlackMessage => {
    switch (wanted.kind) {
      case 'browse':
        return browseMessage();
      case 'help':
      case 'metrics':
      case 'sources':
        return listing(desk.base, desk.base.document.command, wanted);
      case 'check':
        tell(context, { intent: 'check', status: 'answered' });
        return checkedMessage(desk, { text: wanted.text, at: null }, { kind: 'thread' });
      case 'question': {
        const turn = takeTurn(desk, place, wanted.question);
        tell(context, turn.answer);
        log.debug({ question: wanted.question }, 'asked');
        return answerMessage(desk.base, turn.answer, { kind: 'thread' }, turn.asked);
      }
    }
  };
  await post(client, { channel, thread }, message(), log);
}

/** What a message asks for. After an answer, "sources" alone means those of its figure. */
function wantedHere(desk: Desk, place: Place, text: string): Wanted {
  const wanted = wantedBy(desk.base, text, 'mention');
  const goesOn = desk.conversations.of(place).query !== null;
  return wanted.kind === 'sources' && wanted.section === '' && goesOn
    ? { kind: 'question', question: questionIn(text), inPublic: false }
    : wanted;
}

/** How many prompts Slack shows. */
const MOST_PROMPTS = 4;

/** Shows the home tab, or offers prompts in the messages tab, when somebody opens the app. */
export function openHome(desk: Desk): (args: Args<'app_home_opened'>) => Promise<void> {
  return async ({ event, client }) => {
    if (event.tab === 'home') {
      const view = asView(homeView(desk.base, desk.base.document.command));
      await client.views.publish({ user_id: event.user, view });
      return;
    }
    const prompts = examplesOf(desk.base, ['lookup', 'change', 'trend', 'explain', 'target']).map((e) => ({
      title: e.question,
      message: e.question,
    }));
    // Slack takes no empty list, and a document may have no examples.
    if (prompts.length === 0) return;
    await client.assistant.threads.setSuggestedPrompts({
      channel_id: event.channel,
      title: `Ask about ${desk.base.document.issuer.short}'s results`,
      prompts: prompts.slice(0, MOST_PROMPTS),
    });
  };
}
