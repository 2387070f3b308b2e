import { type GridRow, gridOf } from '../../../answer/grid.ts';
import { type FactBase, metricOf, segmentOf } from '../../../facts/base.ts';
import type { Figure } from '../../../model/answer.ts';
import { CONSOLIDATED, type Fact } from '../../../model/fact.ts';
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
      <div class="search">
        <label for="search">Search metrics and segments</label>
        <input
          id="search"
          type="search"
          value="${search}"
          placeholder="revenue, margin ..."
          autocomplete="off"
        />
        <p id="found" role="status">${rows.length} rows</p>
      </div>
      <p class="key">
        Each cell leads to its question. <em>Italic</em>: computed from printed figures. “change”: only a
        change is printed.
      </p>
      <p class="nothing" hidden>
        No metric or segment has all of these words in its names. Shorter words find more; what a chart alone
        shows is not here.
      </p>
      <div class="grid" tabindex="0" role="region" aria-label="Figures by metric, segment and period">
        <table>
          <thead>
            <tr>
              <th scope="col">Metric · segment</th>
              <th scope="col">Unit</th>
              ${periods.map((p) => html`<th scope="col" class="num">${shortPeriod(p)}</th>`)}
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

/** What the figures of a row count in common: unit and scale, or the currency alone where the scales differ. */
function commonUnit(row: GridRow): { text: string; scaled: boolean } {
  const figures = [...row.cells.values()].flatMap((c) => c.figure ?? []);
  const texts = [...new Set(figures.map((f) => unitText(f, null)))];
  if (texts.length === 1) return { text: texts[0] ?? '', scaled: true };
  return { text: figures.every((f) => f.unit === CURRENCY) ? (figures[0]?.unit ?? '') : '', scaled: false };
}

const CURRENCY = 'JPY';
/** A figure in a row whose unit stands beside it: without what that says already. */
const cellText = (figure: Figure, scaled: boolean): string =>
  figureText(figure, scaled ? 'bare' : 'full', null).replace(`${CURRENCY} `, '');

function rowHtml(base: FactBase, row: GridRow, periods: readonly Period[]): Html {
  const { aliases, label } = metricOf(base, row.metric);
  const segment = segmentOf(base, row.segment);
  const unit = commonUnit(row);
  const names = [row.name, row.metric, ...aliases, ...segment.aliases].join(' ').toLowerCase();
  return html`<tr data-names="${names}">
    <th scope="row">${label} <small>· ${segment.label}</small></th>
    <td>${unit.text}</td>
    ${periods.map((p) => {
      const cell = row.cells.get(p);
      if (!cell) return html`<td></td>`;
      const text = cell.figure ? cellText(cell.figure, unit.scaled) : 'change';
      const said = cell.figure ? figureText(cell.figure, 'full', null) : 'only a change is printed';
      return html`<td class="num">
        <a
          href="${link(cell.question)}"
          aria-label="${row.name}, ${p}: ${said}"
          ${cell.figure?.derivation && html` class="computed" title="computed"`}
          >${text}</a
        >
      </td>`;
    })}
  </tr>`;
}

/** What a change is counted from, or a share is of: the base of a fact in words. */
function fromWords(base: FactBase, { measure, base: from }: Fact): string {
  if (from === null) return measure;
  if (from === 'yoy' || from === 'qoq') return `${from === 'yoy' ? 'YoY' : 'QoQ'} ${measure}`;
  return measure === 'share' ? `share of ${metricOf(base, from).label}` : `${measure} from ${from}`;
}

/** What a printed figure is, where it is no plain level: "YoY change, revised target". */
function kindOf(base: FactBase, fact: Fact): string {
  const { measure, scenario } = fact;
  const kinds = [
    measure === 'level' ? '' : fromWords(base, fact),
    scenario === 'actual' ? '' : scenario.replace('-', ' '),
  ];
  return kinds.filter((k) => k !== '').join(', ') || '—';
}

function sectionHtml(base: FactBase, section: { id: string; title: string; covers: string }): Html {
  const facts = base.facts.filter((f) => f.sections.includes(section.id));
  return html`<details class="section" id="section-${section.id}">
    <summary>
      <strong>${section.id}</strong> ${section.title}
      <small>${facts.length === 1 ? '1 figure' : `${facts.length} figures`}</small>
    </summary>
    <p>${section.covers}</p>
    ${
      facts.length > 0 &&
      html`<div class="scroll" tabindex="0" role="region" aria-label="Figures of ${section.id}">
        <table>
          <thead>
            <tr>
              <th scope="col">Metric</th>
              <th scope="col">Segment</th>
              <th scope="col">Period</th>
              <th scope="col">Kind</th>
              <th scope="col" class="num">Printed</th>
              <th scope="col">Unit</th>
            </tr>
          </thead>
          <tbody>
            ${facts.map(
              (f) =>
                html`<tr>
                  <th scope="row">${metricOf(base, f.metric).label}</th>
                  <td>${f.segment === CONSOLIDATED ? '—' : segmentOf(base, f.segment).label}</td>
                  <td>${f.period}</td>
                  <td>${kindOf(base, f)}</td>
                  <td class="num">${f.bound === 'over' && 'over '}${f.printed}</td>
                  <td>${unitText(f, null)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`
    }
  </details>`;
}
