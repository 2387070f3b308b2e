// The page of the sandbox: sends what a person does, and shows what comes back.

import { combobox } from './combobox.js';
import { jsonOf, one, post } from './dom.js';
import { sort } from './sort.js';

/**
 * @typedef {{ place: 'channel' | 'direct' | 'home', thread: string | null, inspect: string | null }} Where
 * @typedef {{ where: Where, title: string, pane: string, side: string | null, modal: string | null }} Shown
 * @typedef {Record<string, string | undefined>} Act
 */

/** @type {Where} */
let where = { place: 'channel', thread: null, inspect: null };

/** Does something, and shows the workspace as it is then. @param {Act} act @param {boolean} [inThread] */
async function act(act, inThread = false) {
  const response = await post('/act', { where, act, inThread });
  if (!response.ok) {
    say(`That did not work: ${await response.text()}`);
    return;
  }
  show(/** @type {Shown} */ (await jsonOf(response)));
}

/** @param {string} text */
function say(text) {
  const notice = document.createElement('p');
  notice.className = 'notice';
  notice.setAttribute('role', 'alert');
  notice.textContent = text;
  one('#pane', HTMLElement).append(notice);
}

/** @param {Shown} shown */
function show(shown) {
  const moved = shown.where.place !== where.place;
  const turned = shown.where.inspect !== where.inspect;
  where = shown.where;
  one('#place-title', HTMLElement).textContent = shown.title;
  for (const button of document.querySelectorAll('[data-place]')) {
    if (button.getAttribute('data-place') === where.place) button.setAttribute('aria-current', 'page');
    else button.removeAttribute('aria-current');
  }
  one('#composer', HTMLElement).hidden = where.place === 'home';
  fill('#pane', shown.pane, moved);
  fill('#side', shown.side, moved);
  if (turned) one('#side', HTMLElement).scrollTop = 0;
  showModal(shown.modal);
}

/** Puts HTML into a part of the page and scrolls to its newest message. @param {string} selector @param {string | null} html @param {boolean} moved */
function fill(selector, html, moved) {
  const part = one(selector, HTMLElement);
  part.hidden = html === null;
  const before = part.querySelectorAll('.message').length;
  if (part.innerHTML !== html) part.innerHTML = html ?? '';
  const messages = part.querySelectorAll('.message');
  const last = messages[messages.length - 1];
  if (moved) part.scrollTop = where.place === 'home' ? 0 : part.scrollHeight;
  else if (last && messages.length > before) {
    const tall = last.clientHeight > part.clientHeight;
    if (tall) last.scrollIntoView({ block: 'start' });
    else part.scrollTop = part.scrollHeight;
  }
}

/** @param {string | null} html */
function showModal(html) {
  const modal = one('#modal', HTMLDialogElement);
  if (html === null) {
    if (modal.open) modal.close();
    return;
  }
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement.id : '';
  modal.innerHTML = html;
  if (!modal.open) modal.showModal();
  if (focused !== '') document.getElementById(focused)?.focus();
}

/** @param {Element} element @returns {Act} */
const named = (element) => ({
  on: element.getAttribute('data-on') ?? '',
  action: element.getAttribute('data-action') ?? '',
});

/** The command of the app, such as "/iij". */
const command = () => one('#data', HTMLElement).dataset.command ?? '';

document.addEventListener('click', (event) => {
  const target = event.target instanceof Element ? event.target.closest('button') : null;
  if (target?.hasAttribute('data-sort')) sort(target);
  else if (target) void (travel(target) ?? perform(target));
});

/** Where a button leads on the page; nothing where it leads nowhere. @param {Element} button */
function travel(button) {
  const [place, thread, inspect] = ['place', 'thread', 'inspect'].map((n) =>
    button.getAttribute(`data-${n}`),
  );
  if (button.hasAttribute('data-close')) return closeSide();
  if (place === 'channel' || place === 'direct' || place === 'home')
    return go({ place, thread: null, inspect: null });
  if (typeof thread === 'string') return go({ thread, inspect: null });
  return typeof inspect === 'string' ? go({ inspect }) : null;
}

/** What a button does in Slack; nothing where it does nothing. @param {Element} button */
function perform(button) {
  const text = button.getAttribute('data-say');
  if (text !== null)
    return act({ kind: 'send', text: where.place === 'channel' ? `${command()} ${text}` : text });
  const kind = button.getAttribute('data-act');
  const { on, action } = named(button);
  if (kind === 'press')
    return act({ kind, on, action, feedback: button.getAttribute('data-feedback') ?? undefined });
  return kind === 'submit' || kind === 'close' ? act({ kind, on }) : null;
}

/** Closes the reading before the thread that it is of. */
const closeSide = () => go(where.inspect === null ? { thread: null } : { inspect: null });

/** Goes somewhere else on the page. @param {Partial<Where>} to */
async function go(to) {
  const before = where;
  const response = await post('/act', { where: { ...where, ...to }, act: { kind: 'look' } });
  const shown = /** @type {Shown} */ (await jsonOf(response));
  where = before;
  show(shown);
  if (shown.side !== null) document.querySelector('#side [data-close]')?.scrollIntoView({ block: 'nearest' });
}

document.addEventListener('change', (event) => {
  const { target } = event;
  if (!(target instanceof HTMLSelectElement) || target.getAttribute('data-act') !== 'choose') return;
  const label = target.selectedOptions[0]?.textContent ?? '';
  void act({ kind: 'choose', ...named(target), value: target.value, label });
});

function startWorkspace() {
  const input = one('#composer-input', HTMLInputElement);
  const data = one('#data', HTMLElement).dataset.completions ?? '[]';
  /** @type {unknown} */
  const parsed = JSON.parse(data);
  const completions = /** @type {{ text: string, about: string }[]} */ (parsed);
  combobox(input, one('#completions', HTMLElement), (typed) => {
    const start = typed.toLowerCase();
    const fitting = completions.filter((c) => c.text.toLowerCase().startsWith(start) && c.text !== typed);
    return fitting.map((c) => ({
      ...c,
      take: () => {
        input.value = c.text;
        input.focus();
      },
    }));
  });
  document.addEventListener('submit', (event) => {
    event.preventDefault();
    const form = event.target instanceof HTMLFormElement ? event.target : null;
    const field = form?.querySelector('input');
    if (!form || !field || field.value.trim() === '') return;
    const text = field.value;
    field.value = '';
    void act({ kind: 'send', text }, form.id === 'reply');
  });
  document.addEventListener('focusin', (event) => {
    const { target } = event;
    if (target instanceof HTMLInputElement && target.hasAttribute('data-lookup') && !target.dataset.ready)
      lookUp(target);
  });
  one('#modal', HTMLDialogElement).addEventListener('cancel', (event) => {
    event.preventDefault();
    const close = document.querySelector('#modal [data-act=close]');
    if (close) void act({ kind: 'close', on: close.getAttribute('data-on') ?? '' });
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || one('#modal', HTMLDialogElement).open) return;
    if (!one('#side', HTMLElement).hidden) void closeSide();
  });
  const asked = new URLSearchParams(location.search).get('q');
  if (asked === null) void act({ kind: 'look' });
  else {
    history.replaceState(null, '', '/');
    void act({ kind: 'send', text: `${command()} ${asked}` });
  }
  input.focus();
}

/** Makes a field look its options up as they are typed. @param {HTMLInputElement} field */
function lookUp(field) {
  field.dataset.ready = 'yes';
  const list = field.parentElement?.querySelector('ul');
  if (!list) return;
  combobox(field, list, async (typed) => {
    if (typed.trim() === '') return [];
    const response = await post('/lookup', { ...named(field), text: typed });
    const options = /** @type {{ label: string, value: string }[]} */ (
      response.ok ? await jsonOf(response) : []
    );
    return options.map(({ label, value }) => ({
      text: label,
      about: '',
      take: () => void act({ kind: 'choose', ...named(field), value, label }),
    }));
  });
}

startWorkspace();
