// Bringing a part of the page up to date without touching what stays the same.

/** The HTML that an element was made from: what a person has sorted or typed since does not count as a change. */
const sources = /** @type {WeakMap<Element, string>} */ (new WeakMap());

/** What names an element among its siblings. @param {Element} element */
const nameOf = (element) =>
  element.getAttribute('data-ts') ??
  element.getAttribute('data-key') ??
  `${element.tagName} ${element.id} ${element.className}`;

/** The children of an element by name; those of one name are numbered. @param {Element} parent */
function byName(parent) {
  const named = /** @type {Map<string, Element>} */ (new Map());
  const counts = /** @type {Map<string, number>} */ (new Map());
  for (const child of parent.children) {
    const name = nameOf(child);
    const n = counts.get(name) ?? 0;
    counts.set(name, n + 1);
    named.set(`${name} ${n}`, child);
  }
  return named;
}

/**
 * Makes the children of one element those of another, and keeps each that is made of the same HTML; a list in both
 * (`data-list`) is gone into.
 * @param {Element} parent
 * @param {Element} next
 */
function reconcile(parent, next) {
  const before = byName(parent);
  const after = [...byName(next)].map(([name, child]) => {
    const old = before.get(name);
    if (old?.hasAttribute('data-list') && child.hasAttribute('data-list')) {
      reconcile(old, child);
      return old;
    }
    if (old && sources.get(old) === child.outerHTML) return old;
    if (child.hasAttribute('data-list')) for (const item of child.children) sources.set(item, item.outerHTML);
    sources.set(child, child.outerHTML);
    return child;
  });
  for (const old of [...parent.children]) if (!after.includes(old)) old.remove();
  let at = parent.firstElementChild;
  for (const child of after) {
    if (child === at) at = at.nextElementSibling;
    else parent.insertBefore(child, at);
  }
}

const MARKS = [
  'data-act',
  'data-on',
  'data-action',
  'data-feedback',
  'data-inspect',
  'data-thread',
  'data-say',
];

/** A selector for a control, which finds the one that takes its place. @param {Element | null} element */
export function selectorOf(element) {
  if (element === null || element === document.body) return null;
  if (element.id !== '') return `#${CSS.escape(element.id)}`;
  const marks = MARKS.filter((m) => element.hasAttribute(m));
  return marks.length === 0
    ? null
    : marks.map((m) => `[${m}="${CSS.escape(element.getAttribute(m) ?? '')}"]`).join('');
}

/** Shows HTML in a part of the page. The focus stays, or goes to what takes the place of what had it. @param {HTMLElement} part @param {string} html */
export function patch(part, html) {
  const focused = part.contains(document.activeElement) ? document.activeElement : null;
  const selector = selectorOf(focused);
  const template = document.createElement('template');
  template.innerHTML = `<div>${html}</div>`;
  const next = template.content.firstElementChild;
  if (next) reconcile(part, next);
  if (focused === null || focused.isConnected) return;
  const same = selector === null ? null : part.querySelector(selector);
  const to = same instanceof HTMLElement ? same : part.querySelector('h2[tabindex]');
  (to instanceof HTMLElement ? to : part).focus({ preventScroll: same === null });
}
