// A text field with options to choose from.

/**
 * A text field with a list of options below or above it, as the ARIA combobox has it: arrows move, Enter takes, Escape closes.
 * @param {HTMLInputElement} input
 * @param {HTMLElement} list
 * @param {(typed: string) => { text: string, about: string, take: () => void }[] | Promise<{ text: string, about: string, take: () => void }[]>} optionsFor
 */
export function combobox(input, list, optionsFor) {
  /** @type {(() => void)[]} */
  let takes = [];
  let active = -1;
  let asked = 0;
  const close = () => {
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
    takes = options.map((o) => o.take);
    list.replaceChildren(
      ...options.map(({ text, about }, i) => {
        const option = document.createElement('li');
        option.id = `${list.id}-${i}`;
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', 'false');
        option.append(text);
        if (about !== '') {
          const small = document.createElement('small');
          small.textContent = about;
          option.append(small);
        }
        option.addEventListener('mousedown', (event) => {
          event.preventDefault();
          close();
          takes[i]?.();
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
      const step = event.key === 'ArrowDown' ? 1 : -1;
      mark((active + step + takes.length) % takes.length);
    } else if (event.key === 'Enter' && active >= 0 && !list.hidden) {
      event.preventDefault();
      const take = takes[active];
      close();
      take?.();
    } else if (event.key === 'Enter') close();
  });
}
