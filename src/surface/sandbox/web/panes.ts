import type { Message, OpenView, Workspace } from '../fake/workspace.ts';
import { blockHtml, type Ground } from './blocks.ts';
import { claimTools } from './claims.ts';
import { type Html, html } from './html.ts';
import { mrkdwnHtml, nameOf } from './mrkdwn.ts';
import { questionOn } from './question.ts';

/** Whom the page belongs to. */
export interface Person {
  id: string;
}

/** When a message was posted, by this machine's clock: the page is read where it is served. */
function timeHtml(ts: string): Html {
  const at = new Date(Number(ts) * 1_000);
  return html`<time datetime="${at.toISOString()}">${at.toTimeString().slice(0, 5)}</time>`;
}

/** What the person can see of a place, oldest first: in a channel the posts that are in no thread, in a thread its posts. */
export function seen(
  workspace: Workspace,
  person: Person,
  channel: string,
  thread: string | null,
): Message[] {
  return workspace.messages.filter(
    (m) =>
      m.channel === channel &&
      (m.only === null || m.only === person.id) &&
      (thread === null ? m.thread === null : m.thread === thread || m.ts === thread),
  );
}

/** A message as it stands in a channel or thread. */
export function messageHtml(workspace: Workspace, message: Message, place: 'channel' | 'thread'): Html {
  const bot = message.user === workspace.bot.user;
  const on = `message ${message.channel} ${message.ts}`;
  const ground: Ground = { workspace, part: place, on, view: null };
  const replies = workspace.messages.filter((m) => m.thread === message.ts && m.ts !== message.ts).length;
  const name = nameOf(workspace, message.user);
  const body =
    message.blocks.length > 0
      ? message.blocks.map((b) => blockHtml(ground, b))
      : html`<p>${mrkdwnHtml(workspace, message.text)}</p>`;
  return html`<article class="message${bot && ' bot'}" data-ts="${message.ts}" aria-label="${name}">
    <div class="avatar${bot && ' bot'}" aria-hidden="true">${name.slice(0, 1)}</div>
    <div class="content">
      <p class="by">
        <strong>${name}</strong>${bot && html` <span class="badge">APP</span>`}
        ${timeHtml(message.ts)}${message.only !== null && html` <span class="only">Only visible to you</span>`}
      </p>
      <div class="blocks">${body}</div>
      ${message.files.map((id) => fileHtml(workspace, id))}
      <p class="tools">
        ${place === 'channel' && replies > 0 && html`<button type="button" class="link" data-thread="${message.ts}">${replies === 1 ? '1 reply' : `${replies} replies`}</button>`}
        ${bot && questionOn(message) !== null && html`<button type="button" class="link" data-inspect="${message.channel} ${message.ts}">How was this read?</button>`}
        ${claimTools(workspace, message)}
      </p>
    </div>
  </article>`;
}

function fileHtml(workspace: Workspace, id: string): Html | null {
  const file = workspace.files.get(id);
  return file
    ? html`<p class="file">
        <a href="/files/${id}" download="${file.name}">${file.name}</a> <small>${file.title}</small>
      </p>`
    : null;
}

/** What a person is told in passing, such as that a command failed. */
export const noticesHtml = (notices: readonly string[]): Html =>
  html`${notices.map((n) => html`<p class="notice" role="status">${n}</p>`)}`;

/** Questions to begin with, where nothing has been said yet: in the channel, or in the direct message. */
export function welcomeHtml(
  { command, name, issuer }: { command: string; name: string; issuer: string },
  direct: boolean,
  prompts: readonly string[],
): Html {
  return html`<section class="welcome">
    <h2>Ask about ${issuer}'s results</h2>
    ${
      direct
        ? html`<p>
            Just ask: here every message is for ${name}, and follows up on the one before. Try one of these:
          </p>`
        : html`<p>Ask with <code>${command}</code>, mention <code>@${name}</code>, or try one of these:</p>`
    }
    <ul>
      ${prompts.map((p) => html`<li><button type="button" data-say="${p}">${p}</button></li>`)}
    </ul>
  </section>`;
}

/** The home tab as the app has published it. */
export function homeHtml(workspace: Workspace, person: Person): Html {
  const view = workspace.homes.get(person.id);
  const ground: Ground = { workspace, part: 'home', on: 'home', view: null };
  return html`<div class="home blocks">${view?.blocks.map((b) => blockHtml(ground, b))}</div>`;
}

/** The modal that the person has open. */
export function modalHtml(workspace: Workspace, opened: OpenView, notices: readonly string[]): Html {
  const { view } = opened;
  if (view.type !== 'modal') return html``;
  const ground: Ground = { workspace, part: 'modal', on: `view ${opened.id}`, view: opened };
  return html`<header><h2 id="modal-title" tabindex="-1">${view.title.text}</h2></header>
    <div class="blocks" data-list>${view.blocks.map((b) => blockHtml(ground, b))}${noticesHtml(notices)}</div>
    <footer>
      <button type="button" class="plain" data-act="close" data-on="${ground.on}">
        ${view.close?.text ?? 'Close'}
      </button>
      ${view.submit && html`<button type="button" class="primary" data-act="submit" data-on="${ground.on}">${view.submit.text}</button>`}
    </footer>`;
}
