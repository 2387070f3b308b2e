// The page of the sandbox: sends what a person does, and shows what comes back.

import { combobox } from './combobox.js';
import { jsonOf, one, post } from './dom.js';
import { patch, selectorOf } from './patch.js';
import { sort } from './sort.js';

/**
 * @typedef {{ place: 'channel' | 'direct' | 'home', thread: string | null, inspect: string | null }} Where
 * @typedef {{ where: Where, title: string, placeholder: string, pane: string, side: string | null, modal: string | null }} Shown
 * @typedef {Record<string, string | undefined>} Act
 */

/** @type {Where} */
let where = { place: 'channel', thread: null, inspect: null };

/** What is under way: one act follows the other, so that nothing older is ever shown over something newer. */
let turn = /** @type {Promise<unknown>} */ (Promise.resolve());

/**
 * Goes somewhere and does something there, and shows the workspace as it is then; false if that did not work.
 * @param {Act} act @param {{ inThread?: boolean, to?: Partial<Where> }} [how] @returns {Promise<boolean>}
 */
function act(act, { inThread = false, to = {} } = {}) {
  const done = turn.then(() => exchange(act, inThread, to));
  turn = done.catch(() => undefined);
  return done;
}

/** @param {Act} act @param {boolean} inThread @param {Partial<Where>} to */
async function exchange(act, inThread, to) {
  const response = await post('/act', { where: { ...where, ...to }, act, inThread }).catch(() => null);
  if (response?.ok === true) {
    show(/** @type {Shown} */ (await jsonOf(response)));
    return true;
  }
  say(
    response === null
      ? 'There is no answer. Is the sandbox still running?'
      : `That did not work: ${await response.text()}`,
  );
  return false;
}

/** @param {string} text */
function say(text) {
  const modal = one('#modal', HTMLDialogElement);
  const part = one(modal.open ? '#modal .blocks' : '#pane', HTMLElement);
  const notice = document.createElement('p');
  notice.className = 'notice';
  notice.setAttribute('role', 'alert');
  notice.textContent = text;
  part.append(notice);
  part.scrollTop = part.scrollHeight;
}

/** @param {Shown} shown */
function show(shown) {
  const moved = shown.where.place !== where.place;
  const turned = shown.where.inspect !== where.inspect;
  const covered = one('#side', HTMLElement).hidden && matchMedia('(max-width: 700px)').matches;
  where = shown.where;
  one('#place-title', HTMLElement).textContent = shown.title;
  for (const button of document.querySelectorAll('[data-place]')) {
    if (button.getAttribute('data-place') === where.place) button.setAttribute('aria-current', 'page');
    else button.removeAttribute('aria-current');
  }
  one('#composer', HTMLElement).hidden = where.place === 'home';
  one('#composer-input', HTMLInputElement).placeholder = shown.placeholder;
  fill('#pane', shown.pane, moved);
  fill('#side', shown.side, moved);
  if (turned) one('#side', HTMLElement).scrollTop = 0;
  if (covered && shown.side !== null) focusOn('#side-title');
  showModal(shown.modal);
}

/** Puts HTML into a part of the page and scrolls to what is new at its end. @param {string} selector @param {string | null} html @param {boolean} moved */
function fill(selector, html, moved) {
  const part = one(selector, HTMLElement);
  const opened = part.hidden;
  part.hidden = html === null;
  const last = () => [...part.querySelectorAll('.message, .notice')].at(-1);
  const before = last();
  patch(part, html ?? '');
  const after = last();
  if (moved || opened) part.scrollTop = where.place === 'home' ? 0 : part.scrollHeight;
  if (!after || after === before || where.place === 'home') return;
  if (after.clientHeight > part.clientHeight - 60) after.scrollIntoView({ block: 'start' });
  else part.scrollTop = part.scrollHeight;
}

/** @param {string | null} html */
function showModal(html) {
  const modal = one('#modal', HTMLDialogElement);
  if (html === null) {
    if (modal.open) modal.close();
    return;
  }
  patch(modal, html);
  if (modal.open) return;
  modal.showModal();
  const field = modal.querySelector('.b-input input, .b-input select');
  focusOn(field instanceof HTMLElement ? `#${field.id}` : '#modal-title');
}

/** @param {string | null} selector */
function focusOn(selector) {
  const found = selector === null ? null : document.querySelector(selector);
  if (found instanceof HTMLElement) found.focus();
  return found instanceof HTMLElement;
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
  if (typeof thread === 'string') return openSide(button, { thread, inspect: null });
  return typeof inspect === 'string' ? openSide(button, { inspect }) : null;
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
  if (kind === 'shortcut')
    return openSide(button, { inspect: (on ?? '').replace(/^message /, '') }, { kind, on });
  return kind === 'submit' || kind === 'close' ? act({ kind, on }) : null;
}

/** What opened the pane beside the conversation, and gets the focus back. */
let opener = /** @type {string | null} */ (null);

/** @param {Element} button @param {Partial<Where>} to @param {Act} [what] */
async function openSide(button, to, what = { kind: 'look' }) {
  opener = selectorOf(button);
  if (await act(what, { to })) focusOn('#side-title');
}

/** Closes the reading before the thread that it is of. */
async function closeSide() {
  await go(where.inspect === null ? { thread: null } : { inspect: null });
  if (document.activeElement === document.body && !focusOn(opener)) focusOn('#composer-input');
}

/** Goes somewhere else on the page. @param {Partial<Where>} to */
const go = (to) => act({ kind: 'look' }, { to });

document.addEventListener('change', (event) => {
  const { target } = event;
  if (!(target instanceof HTMLSelectElement) || target.getAttribute('data-act') !== 'choose') return;
  const label = target.selectedOptions[0]?.textContent ?? '';
  if (target.value !== '') void act({ kind: 'choose', ...named(target), value: target.value, label });
});

/** Sends what a field holds; what could not be sent stays in it. @param {HTMLInputElement} field @param {boolean} inThread */
async function send(field, inThread) {
  const text = field.value;
  field.value = '';
  if (!(await act({ kind: 'send', text }, { inThread })) && field.value === '') field.value = text;
}

/** Whether each word typed begins a word of a text, the first one the text itself. @param {string} text @param {string} typed */
function fits(text, typed) {
  const [first = '', ...words] = typed.toLowerCase().trimStart().split(/\s+/);
  const low = text.toLowerCase();
  return low.startsWith(first) && words.every((w) => low.includes(` ${w}`));
}

function startWorkspace() {
  const input = one('#composer-input', HTMLInputElement);
  const data = one('#data', HTMLElement).dataset.completions ?? '[]';
  /** @type {unknown} */
  const parsed = JSON.parse(data);
  const completions = /** @type {{ text: string, about: string }[]} */ (parsed);
  combobox(input, one('#completions', HTMLElement), (typed) => {
    const fitting = completions.filter((c) => fits(c.text, typed) && c.text !== typed);
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
    if (form && field && field.value.trim() !== '') void send(field, form.id === 'reply');
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
  if (asked !== null) history.replaceState(null, '', '/');
  void act({ kind: 'arrive', text: asked === null ? '' : `${command()} ${asked}` });
  input.focus();
}

/** Makes a field look its options up as they are typed. @param {HTMLInputElement} field */
function lookUp(field) {
  field.dataset.ready = 'yes';
  field.select();
  const list = field.parentElement?.querySelector('ul');
  if (!list) return;
  combobox(field, list, async (typed) => {
    if (typed.trim() === '') return [];
    const response = await post('/lookup', { ...named(field), text: typed });
    const options = /** @type {{ label: string, value: string }[]} */ (
      response.ok ? await jsonOf(response) : []
    );
    if (options.length === 0) return [{ text: 'Nothing by that name', about: '', take: null }];
    return options.map(({ label, value }) => ({
      text: label,
      about: '',
      take: () => void act({ kind: 'choose', ...named(field), value, label }),
    }));
  });
}

startWorkspace();
