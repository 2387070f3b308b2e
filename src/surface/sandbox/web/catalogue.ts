import { type GridRow, gridOf } from '../../../answer/grid.ts';
import { type FactBase, metricOf, segmentOf } from '../../../facts/base.ts';
import { CONSOLIDATED } from '../../../model/fact.ts';
import { type Period, shortPeriod } from '../../../model/period.ts';
import { documentLine } from '../../../render/slack/message.ts';
import { figureText, unitText } from '../../../render/number.ts';
import { type Html, html } from './html.ts';
import { document } from './page.ts';

const link = (question: string): string => `/?q=${encodeURIComponent(question)}`;

/** Every metric by segment and period, each cell leading to its question, and the sections with their figures. */
export function cataloguePage(base: FactBase, search: string): string {
  const { periods, rows } = gridOf(base);
  const body = html`<div class="catalogue">
    <header class="bar">
      <a href="/">← Workspace</a>
      <h1>Catalogue</h1>
      <p>${documentLine(base)}</p>
    </header>
    <main id="main">
      <label for="search">Search metrics and segments</label>
      <input
        id="search"
        type="search"
        value="${search}"
        placeholder="revenue, margin ..."
        autocomplete="off"
      />
      <p id="found" role="status">${rows.length} rows</p>
      <div class="grid" tabindex="0" role="region" aria-label="Figures by metric, segment and period">
        <table>
          <thead>
            <tr>
              <th scope="col">Metric · segment</th>
              <th scope="col">Unit</th>
              ${periods.map((p) => html`<th scope="col">${shortPeriod(p)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.map((row) => rowHtml(base, row, periods))}
          </tbody>
        </table>
      </div>
      <h2>Sections</h2>
      ${[...base.sections.values()].map((s) => sectionHtml(base, s))}
    </main>
  </div>`;
  return document(`Catalogue · ${base.document['display-name']}`, body, 'catalogue');
}

/** What all figures of a row count ("JPY million"); null where they differ, so that each must tell. */
function commonUnit(row: GridRow): string | null {
  const figures = [...row.cells.values()].flatMap((c) => c.figure ?? []);
  const units = new Set(figures.map((f) => unitText(f, null)));
  const [only] = units;
  return units.size === 1 && only !== undefined ? only : null;
}

function rowHtml(base: FactBase, row: GridRow, periods: readonly Period[]): Html {
  const { aliases } = metricOf(base, row.metric);
  const unit = commonUnit(row);
  const names = [row.name, row.metric, ...aliases, ...segmentOf(base, row.segment).aliases]
    .join(' ')
    .toLowerCase();
  return html`<tr data-names="${names}">
    <th scope="row">${row.name}</th>
    <td>${unit ?? 'as told'}</td>
    ${periods.map((p) => {
      const cell = row.cells.get(p);
      if (!cell) return html`<td></td>`;
      const text = cell.figure ? figureText(cell.figure, unit === null ? 'full' : 'bare', null) : 'change';
      const label = `${row.name}, ${p}: ${cell.figure ? figureText(cell.figure, 'full', null) : 'only a change is printed'}`;
      return html`<td class="num">
        <a
          href="${link(cell.question)}"
          aria-label="${label}"
          ${cell.figure?.derivation && html` class="computed" title="computed"`}
          >${text}</a
        >
      </td>`;
    })}
  </tr>`;
}

function sectionHtml(base: FactBase, section: { id: string; title: string; covers: string }): Html {
  const facts = base.facts.filter((f) => f.sections.includes(section.id));
  return html`<details class="section">
    <summary>
      <strong>${section.id}</strong> ${section.title}
      <small>${facts.length === 1 ? '1 figure' : `${facts.length} figures`}</small>
    </summary>
    <p>${section.covers}</p>
    ${
      facts.length > 0 &&
      html`<table>
        <thead>
          <tr>
            <th scope="col">Metric</th>
            <th scope="col">Segment</th>
            <th scope="col">Period</th>
            <th scope="col">Kind</th>
            <th scope="col">Printed</th>
          </tr>
        </thead>
        <tbody>
          ${facts.map(
            (f) =>
              html`<tr>
                <th scope="row">${metricOf(base, f.metric).label}</th>
                <td>${f.segment === CONSOLIDATED ? '—' : segmentOf(base, f.segment).label}</td>
                <td>${f.period}</td>
                <td>
                  ${[f.measure === 'level' ? '' : `${f.measure} ${f.base ?? ''}`, f.scenario === 'actual' ? '' : f.scenario].join(' ').trim() || '—'}
                </td>
                <td class="num">${f.bound === 'over' && 'over '}${f.printed}</td>
              </tr>`,
          )}
        </tbody>
      </table>`
    }
  </details>`;
}
