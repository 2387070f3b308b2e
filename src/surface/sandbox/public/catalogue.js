// The catalogue: its search, and the section that a link leads to.
import { one } from './dom.js';

const search = one('#search', HTMLInputElement);
const table = one('.grid table', HTMLTableElement);
const rows = /** @type {HTMLTableRowElement[]} */ ([...table.querySelectorAll('tr[data-names]')]);
/** The columns before the periods. */
const LEAD = 2;

/** Shows the rows whose names have all the words, and the periods for which these have anything. */
function filter() {
  const words = search.value
    .toLowerCase()
    .split(/\s+/)
    .filter((w) => w !== '');
  const found = rows.filter((row) => words.every((w) => (row.dataset.names ?? '').includes(w)));
  for (const row of rows) row.hidden = !found.includes(row);
  const columns = table.rows[0]?.cells.length ?? 0;
  for (let i = LEAD; i < columns; i++) {
    const empty = !found.some((row) => row.cells[i]?.firstElementChild);
    for (const row of table.rows) row.cells[i]?.toggleAttribute('hidden', empty);
  }
  one('.grid', HTMLElement).hidden = found.length === 0;
  one('.nothing', HTMLElement).hidden = found.length > 0;
  one('#found', HTMLElement).textContent = found.length === 1 ? '1 row' : `${found.length} rows`;
}

/** Keeps the address one that leads to what is shown. */
function keep() {
  const query = search.value.trim();
  history.replaceState(
    null,
    '',
    query === '' ? '/catalogue' : `/catalogue?search=${encodeURIComponent(query)}`,
  );
}

/** Opens the section that the address names. */
function openSection() {
  const section = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!(section instanceof HTMLDetailsElement)) return;
  section.open = true;
  section.scrollIntoView();
}

search.addEventListener('input', () => {
  filter();
  keep();
});
addEventListener('hashchange', openSection);
filter();
openSection();
