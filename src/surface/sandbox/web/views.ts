import type { Sandbox } from '../sandbox.ts';
import type { Act, Spot } from './acts.ts';
import { type Done, Gone, perform } from './acts.ts';
import { claimsPanel, textOf } from './claims.ts';
import { type Html, html } from './html.ts';
import { exampleOf } from './page.ts';
import { panelHtml } from './panel.ts';
import { homeHtml, messageHtml, modalHtml, noticesHtml, seen, welcomeHtml } from './panes.ts';
import { questionOn } from './question.ts';

/** Where the page is: a place of the sidebar, the thread beside it, or the message whose reading is shown. */
export interface Where {
  place: 'channel' | 'direct' | 'home';
  thread: string | null;
  inspect: string | null;
}

/** What the page shows now, as HTML for each of its parts; null for a part that is closed. */
export interface Shown {
  where: Where;
  title: string;
  /** What the composer proposes to type. */
  placeholder: string;
  pane: string;
  side: string | null;
  modal: string | null;
}

const MOST_PROMPTS = 4;

const titleOf = ({ base }: Sandbox, place: Where['place']): string => {
  const name = base.document['display-name'];
  return { channel: '# finance', direct: name, home: `${name} home` }[place];
};

const channelOf = ({ places }: Sandbox, place: Where['place']): string | null =>
  place === 'home' ? null : places[place];

/** Does what the person wants, waits until the app has answered, and gives what the page shows then. */
export async function respond(sandbox: Sandbox, where: Where, act: Act, inThread: boolean): Promise<Shown> {
  const { slack, person } = sandbox;
  const spot: Spot = { channel: channelOf(sandbox, where.place), thread: inThread ? where.thread : null };
  const last = slack.workspace.notices.at(-1);
  const gone = (error: unknown): Done => {
    if (!(error instanceof Gone)) throw error;
    return { opens: null, hint: 'That is no longer there.' };
  };
  const { opens, hint } = await perform(slack, person, spot, act).catch(gone);
  await sandbox.settled();
  const { notices } = slack.workspace;
  const told = notices.slice(last === undefined ? 0 : notices.lastIndexOf(last) + 1);
  const news = [
    ...told.filter((n) => n.user === person.id).map((n) => n.text),
    ...(hint === null ? [] : [hint]),
  ];
  return show(sandbox, opens === null ? where : { ...where, thread: opens, inspect: null }, news, inThread);
}

function show(sandbox: Sandbox, where: Where, news: readonly string[], inThread: boolean): Shown {
  const { slack, person, base } = sandbox;
  const modal = [...slack.workspace.views.values()].filter((v) => v.user === person.id).at(-1);
  const side = sideHtml(sandbox, where, inThread ? news : []);
  const example = exampleOf(base);
  return {
    where,
    title: titleOf(sandbox, where.place),
    placeholder: where.place === 'direct' ? example : `${base.document.command} ${example}`,
    pane: paneHtml(sandbox, where, side !== null && inThread ? [] : news).text,
    side: side?.text ?? null,
    modal: modal ? modalHtml(slack.workspace, modal, news).text : null,
  };
}

function paneHtml(sandbox: Sandbox, { place }: Where, news: readonly string[]): Html {
  const { slack, person, base } = sandbox;
  const channel = channelOf(sandbox, place);
  if (channel === null) return html`${homeHtml(slack.workspace, person)} ${noticesHtml(news)}`;
  const messages = seen(slack.workspace, person, channel, null);
  const offered = slack.workspace.prompts.get(sandbox.places.direct)?.prompts.map((p) => p.message) ?? [];
  const prompts = offered.slice(0, MOST_PROMPTS);
  const { command } = base.document;
  const welcome = { command, name: base.document['display-name'], issuer: base.document.issuer.short };
  return html`${messages.length === 0 && welcomeHtml(welcome, place === 'direct', prompts)}
  ${messages.map((m) => messageHtml(slack.workspace, m, 'channel'))} ${noticesHtml(news)}`;
}

function sideHtml(sandbox: Sandbox, where: Where, news: readonly string[]): Html | null {
  if (where.inspect !== null) {
    const { title, inner } = inspectionHtml(sandbox, where.inspect);
    return withBar(title, html`<div class="panel">${inner}</div>`);
  }
  const thread = threadHtml(sandbox, where, news);
  return thread && withBar('Thread', thread);
}

const withBar = (title: string, inner: Html): Html =>
  html`<header class="side-bar">
      <h2 id="side-title" tabindex="-1">${title}</h2>
      <button type="button" class="close" data-close aria-label="Close">✕</button>
    </header>
    ${inner}`;

function threadHtml(sandbox: Sandbox, { place, thread }: Where, news: readonly string[]): Html | null {
  const channel = channelOf(sandbox, place);
  if (channel === null || thread === null) return null;
  const { workspace } = sandbox.slack;
  const messages = seen(workspace, sandbox.person, channel, thread);
  return html` <div class="thread" data-list>
      ${messages.map((m) => messageHtml(workspace, m, 'thread'))} ${noticesHtml(news)}
    </div>
    <form id="reply">
      <label class="sr" for="reply-input">Reply in the thread</label>
      <div class="row">
        <input
          id="reply-input"
          type="text"
          autocomplete="off"
          maxlength="4000"
          placeholder="@${workspace.bot.name} and a year before?"
        /><button type="submit" class="plain">Reply</button>
      </div>
    </form>`;
}

/** What is shown of a message beside the conversation: how its question was read, or the claims of its text. */
function inspectionHtml({ base, slack }: Sandbox, of: string): { title: string; inner: Html } {
  const [channel = '', ts = ''] = of.split(' ');
  const message = slack.workspace.message(channel, ts);
  const question = message && questionOn(message);
  if (question) return { title: 'How this was read', inner: panelHtml(base, question) };
  const text = message && textOf(slack.workspace, message);
  if (typeof text === 'string') return { title: 'Figures checked', inner: claimsPanel(base, text) };
  return { title: 'How this was read', inner: html`That answer is gone.` };
}
