// Sorting the tables of answers.

/** Sorts a table by a column: the first press ascends, the next descends. @param {Element} heading */
export function sort(heading) {
  const cell = heading.closest('th');
  const body = heading.closest('table')?.tBodies[0];
  if (!cell || !body) return;
  const down = cell.getAttribute('aria-sort') === 'ascending';
  for (const other of cell.parentElement?.children ?? []) other.removeAttribute('aria-sort');
  cell.setAttribute('aria-sort', down ? 'descending' : 'ascending');
  const key = /** @param {HTMLTableRowElement} row */ (row) => row.cells[cell.cellIndex];
  const rows = [...body.rows].sort((a, b) => {
    const [x, y] = [key(a), key(b)];
    const [m, n] = [
      Number(x?.getAttribute('data-value') ?? NaN),
      Number(y?.getAttribute('data-value') ?? NaN),
    ];
    const order = Number.isNaN(m - n) ? (x?.textContent ?? '').localeCompare(y?.textContent ?? '') : m - n;
    return down ? -order : order;
  });
  body.append(...rows);
}
