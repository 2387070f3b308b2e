import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import type { SlackBlock } from '../../../render/slack/schema.ts';
import { type Html, html } from './html.ts';

type Chart = Extract<SlackBlock, { type: 'data_visualization' }>;

const WIDTH = 440;
const HEIGHT = 220;
const MARGIN = { top: 28, right: 24, bottom: 30, left: 54 };
const TICKS = 5;

const grouped = (n: number): string => n.toLocaleString('en-US', { maximumFractionDigits: 2 });

/** A chart block as SVG: axes with units, a line and its points for each series, a legend where there are several. */
export function chartSvg(block: Chart): Html {
  const { series, axis_config: axes } = block.chart;
  const values = series.flatMap((s) => s.data.map((p) => p.value));
  const x = scalePoint(axes.categories, [MARGIN.left, WIDTH - MARGIN.right]).padding(0.4);
  const y = scaleLinear(
    [Math.min(0, ...values), Math.max(0, ...values)],
    [HEIGHT - MARGIN.bottom, MARGIN.top],
  ).nice(TICKS);
  const at = (label: string): number => x(label) ?? 0;
  const path = line<{ label: string; value: number }>(
    (p) => at(p.label),
    (p) => y(p.value),
  );
  const said = series
    .map((s) => `${s.name}: ${s.data.map((p) => `${p.label} ${grouped(p.value)}`).join(', ')}`)
    .join('; ');
  const ticks = y
    .ticks(TICKS)
    .map(
      (t) =>
        html`<line
            class="grid${t === 0 ? ' zero' : ''}"
            x1="${MARGIN.left}"
            x2="${WIDTH - MARGIN.right}"
            y1="${y(t)}"
            y2="${y(t)}"
          />
          <text class="tick" x="${MARGIN.left - 8}" y="${y(t) + 4}" text-anchor="end">${grouped(t)}</text>`,
    );
  const names = axes.categories.map(
    (c) =>
      html`<text class="tick" x="${at(c)}" y="${HEIGHT - MARGIN.bottom + 20}" text-anchor="middle"
        >${c}</text
      >`,
  );
  const lines = series.map(
    (s, i) =>
      html`<g class="series s${i}">
        <path d="${path(s.data) ?? ''}" />
        ${s.data.map((p) => html`<circle cx="${at(p.label)}" cy="${y(p.value)}" r="4"><title>${s.name} ${p.label}: ${grouped(p.value)}</title></circle>`)}
        ${series.length === 1 && s.data.map((p) => html`<text class="value" x="${at(p.label)}" y="${y(p.value) - 9}" text-anchor="middle">${grouped(p.value)}</text>`)}
      </g>`,
  );
  const legend = html`<ul class="legend">
    ${series.map((s, i) => html`<li class="s${i}">${s.name}</li>`)}
  </ul>`;
  return html`<figure class="chart">
    <figcaption>${block.title}</figcaption>
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${block.title}, ${axes.y_label}. ${said}">
      <text class="unit" x="${MARGIN.left}" y="14">${axes.y_label}</text>
      ${ticks}${names}${lines}
    </svg>
    ${series.length > 1 && legend}
  </figure>`;
}
