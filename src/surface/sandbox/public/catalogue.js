// The search of the catalogue.
import { one } from './dom.js';

const search = one('#search', HTMLInputElement);
const rows = /** @type {HTMLTableRowElement[]} */ ([...document.querySelectorAll('tr[data-names]')]);
const filter = () => {
  const words = search.value
    .toLowerCase()
    .split(/\s+/)
    .filter((w) => w !== '');
  let found = 0;
  for (const row of rows) {
    const names = row.dataset.names ?? '';
    row.hidden = !words.every((w) => names.includes(w));
    if (!row.hidden) found += 1;
  }
  one('#found', HTMLElement).textContent = found === 1 ? '1 row' : `${found} rows`;
};
search.addEventListener('input', filter);
filter();
