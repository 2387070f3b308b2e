import type { Sandbox } from '../sandbox.ts';
import type { Act, Spot } from './acts.ts';
import { Gone, perform } from './acts.ts';
import { type Html, html } from './html.ts';
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
  const spot: Spot = { channel: channelOf(sandbox, where.place), thread: inThread ? where.thread : null };
  const opened = await perform(sandbox.slack, sandbox.person, spot, act).catch((error: unknown) => {
    if (error instanceof Gone) return null;
    throw error;
  });
  await sandbox.settled();
  return show(sandbox, opened === null ? where : { ...where, thread: opened, inspect: null });
}

function show(sandbox: Sandbox, where: Where): Shown {
  const { slack, person } = sandbox;
  const modal = [...slack.workspace.views.values()].filter((v) => v.user === person.id).at(-1);
  return {
    where,
    title: titleOf(sandbox, where.place),
    pane: paneHtml(sandbox, where).text,
    side: sideHtml(sandbox, where)?.text ?? null,
    modal: modal ? modalHtml(slack.workspace, modal).text : null,
  };
}

function paneHtml(sandbox: Sandbox, { place }: Where): Html {
  const { slack, person, base } = sandbox;
  const channel = channelOf(sandbox, place);
  if (channel === null) return homeHtml(slack.workspace, person);
  const messages = seen(slack.workspace, person, channel, null);
  const offered = slack.workspace.prompts.get(sandbox.places.direct)?.prompts.map((p) => p.message) ?? [];
  const prompts = offered.slice(0, MOST_PROMPTS);
  const { command } = base.document;
  return html`${messages.length === 0 && welcomeHtml({ command, name: base.document['display-name'], issuer: base.document.issuer.short }, prompts)}
  ${messages.map((m) => messageHtml(slack.workspace, m, 'channel'))} ${noticesHtml(slack.workspace, person)}`;
}

function sideHtml(sandbox: Sandbox, where: Where): Html | null {
  const inspected = where.inspect !== null;
  const inner = where.inspect === null ? threadHtml(sandbox, where) : inspectionHtml(sandbox, where.inspect);
  return (
    inner &&
    html`<header class="side-bar">
        <h2>${inspected ? 'How this was read' : 'Thread'}</h2>
        <button type="button" class="close" data-close aria-label="Close">✕</button>
      </header>
      ${inner}`
  );
}

function threadHtml(sandbox: Sandbox, { place, thread }: Where): Html | null {
  const channel = channelOf(sandbox, place);
  if (channel === null || thread === null) return null;
  const { workspace } = sandbox.slack;
  const messages = seen(workspace, sandbox.person, channel, thread);
  return html` <div class="thread">${messages.map((m) => messageHtml(workspace, m, 'thread'))}</div>
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

function inspectionHtml({ base, slack }: Sandbox, of: string): Html {
  const [channel = '', ts = ''] = of.split(' ');
  const message = slack.workspace.message(channel, ts);
  const question = message && questionOn(message);
  return question
    ? html`<div class="panel">${panelHtml(base, question)}</div>`
    : html`<p>That answer is gone.</p>`;
}
