import type { FactBase } from '../../../facts/base.ts';
import { documentLine } from '../../../render/slack/message.ts';
import { type Html, html } from './html.ts';

const STYLES = {
  workspace: ['base', 'workspace', 'blocks', 'chart', 'side', 'claims'],
  catalogue: ['base', 'workspace', 'blocks', 'catalogue'],
} as const;

/** A whole page, with the style sheets and the script of its own. */
export function document(title: string, body: Html, page: 'workspace' | 'catalogue'): string {
  return html`<!doctype html>
    <html lang="en" data-page="${page}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        ${STYLES[page].map((name) => html`<link rel="stylesheet" href="/assets/${name}.css" />`)}
        <script type="module" src="/assets/${page === 'catalogue' ? 'catalogue' : 'app'}.js"></script>
      </head>
      <body>
        ${body}
      </body>
    </html> `.text;
}

/** A line of the composer's list: what it fills in, and what it is. */
export interface Completion {
  text: string;
  about: string;
}

/** The question that the composer proposes. */
export const exampleOf = (base: FactBase): string => base.document.examples.lookup ?? '';

/** The workspace: sidebar, conversation, composer, and the pane beside it. */
export function workspacePage(base: FactBase, completions: readonly Completion[]): string {
  const name = base.document['display-name'];
  const body = html`<a class="skip" href="#composer-input">Skip to the composer</a>
    <div class="app">
      <nav class="sidebar" aria-label="Workspace">
        <p class="team">${base.document.issuer.short} finance</p>
        <button type="button" data-place="channel" aria-current="page"># finance</button>
        <button type="button" data-place="direct"><span aria-hidden="true">●</span> ${name}</button>
        <button type="button" data-place="home">${name} home</button>
        <a href="/catalogue">Catalogue</a>
        <p class="about">
          This is the real app, talking to a Slack of its own on this machine. Nothing leaves it.
        </p>
      </nav>
      <main id="main">
        <header class="bar">
          <h1 id="place-title"># finance</h1>
          <p>${documentLine(base)}</p>
        </header>
        <div id="pane" role="log" aria-live="polite" aria-label="Messages" tabindex="0"></div>
        <form id="composer">
          <label class="sr" for="composer-input">Message</label>
          <ul id="completions" role="listbox" aria-label="Commands and examples" hidden></ul>
          <div class="row">
            <input
              id="composer-input"
              type="text"
              role="combobox"
              aria-expanded="false"
              aria-autocomplete="list"
              aria-controls="completions"
              autocomplete="off"
              maxlength="4000"
              placeholder="${base.document.command} ${exampleOf(base)}"
            />
            <button type="submit" class="primary">Send</button>
          </div>
        </form>
      </main>
      <aside id="side" aria-label="Thread and reading" hidden></aside>
      <dialog id="modal" aria-labelledby="modal-title"></dialog>
    </div>
    <div
      id="data"
      hidden
      data-command="${base.document.command}"
      data-completions="${JSON.stringify(completions)}"
    ></div>`;
  return document(`${name} · ${base.document.issuer.short}`, body, 'workspace');
}
