// A text field with options to choose from.

/** @typedef {{ text: string, about: string, take: (() => void) | null }} Option An option; without `take`, a remark that can't be chosen. */

/**
 * A text field with a list of options below or above it, as the ARIA combobox has it: arrows move, Enter or Tab takes,
 * Escape closes.
 * @param {HTMLInputElement} input
 * @param {HTMLElement} list
 * @param {(typed: string) => Option[] | Promise<Option[]>} optionsFor
 */
export function combobox(input, list, optionsFor) {
  /** @type {(() => void)[]} */
  let takes = [];
  let active = -1;
  let asked = 0;
  const close = () => {
    asked += 1;
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
    active = -1;
  };
  const mark = (/** @type {number} */ n) => {
    active = n;
    [...list.children].forEach((o, i) => {
      o.setAttribute('aria-selected', String(i === n));
    });
    const option = list.children[n];
    if (option) {
      input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    }
  };
  const open = async () => {
    const turn = ++asked;
    const options = await optionsFor(input.value);
    if (turn !== asked) return;
    takes = options.flatMap((o) => o.take ?? []);
    list.replaceChildren(
      ...options.map(({ text, about, take }, i) => {
        const option = document.createElement('li');
        option.id = `${list.id}-${i}`;
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', 'false');
        if (take === null) option.setAttribute('aria-disabled', 'true');
        option.append(text);
        if (about !== '') {
          const small = document.createElement('small');
          small.textContent = about;
          option.append(small);
        }
        option.addEventListener('mousedown', (event) => {
          event.preventDefault();
          if (take === null) return;
          close();
          take();
        });
        return option;
      }),
    );
    active = -1;
    list.hidden = options.length === 0;
    input.setAttribute('aria-expanded', String(options.length > 0));
  };
  input.addEventListener('input', () => void open());
  input.addEventListener('click', () => {
    if (input.value === '') void open();
  });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) return void open();
      if (takes.length === 0) return;
      const step = event.key === 'ArrowDown' ? 1 : -1;
      mark(active < 0 && step < 0 ? takes.length - 1 : (active + step + takes.length) % takes.length);
    } else if ((event.key === 'Enter' || event.key === 'Tab') && active >= 0 && !list.hidden) {
      event.preventDefault();
      const take = takes[active];
      close();
      take?.();
    } else if (event.key === 'Enter') close();
  });
}
