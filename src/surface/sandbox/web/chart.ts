import { scaleLinear, scalePoint } from 'd3-scale';
import {
  area,
  line,
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
} from 'd3-shape';
import type { SlackBlock } from '../../../render/slack/schema.ts';
import { type Html, html } from './html.ts';

type Chart = Extract<SlackBlock, { type: 'data_visualization' }>;
type Series = Chart['chart']['series'][number];

const WIDTH = 640;
const HEIGHT = 276;
const MARGIN = { top: 46, right: 22, bottom: 52 };
const TICKS = 5;
/** How wide a character is at most, on a wide page and on a narrow one, where the picture shrinks and its letters don't. */
const CHARACTER = { wide: 7.5, narrow: 13 };
/** Lines are told apart by the shape of their points too, not by colour alone. */
const SHAPES = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond, symbolCross, symbolStar] as const;
const POINT_AREA = 62;

const MOST_DECIMALS = 2;
const grouped = (n: number, decimals = 0): string =>
  n.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: MOST_DECIMALS });

/** How many decimal places numbers have, so that all of a chart are written alike: 8.0 beside 18.3. */
const decimalsIn = (values: readonly number[]): number =>
  Math.min(MOST_DECIMALS, Math.max(...values.map((v) => /\.(\d+)$/.exec(String(v))?.[1]?.length ?? 0)));
const longest = (texts: readonly string[]): number => Math.max(...texts.map((t) => t.length));
const pointPath = (i: number): string =>
  symbol(SHAPES[i % SHAPES.length] ?? symbolCircle, POINT_AREA)() ?? '';

/** Whether a value lies below both its neighbours, so that its number has room only below. */
function isTrough(values: readonly number[], i: number): boolean {
  const [before, value, after] = [values[i - 1], values[i], values[i + 1]];
  return (
    before !== undefined && value !== undefined && after !== undefined && before > value && after > value
  );
}

/** A chart block as SVG: axes with units, a line and its points for each series, a legend where there are several. */
export function chartSvg(block: Chart): Html {
  const { series, axis_config: axes } = block.chart;
  const values = series.flatMap((s) => s.data.map((p) => p.value));
  const decimals = decimalsIn(values);
  const written = (value: number): string => grouped(value, decimals);
  const y = scaleLinear(
    [Math.min(0, ...values), Math.max(0, ...values)],
    [HEIGHT - MARGIN.bottom, MARGIN.top],
  ).nice(TICKS);
  const ticks = y.ticks(TICKS);
  const left = longest(ticks.map((t) => grouped(t))) * CHARACTER.narrow + 14;
  const x = scalePoint(axes.categories, [left, WIDTH - MARGIN.right]).padding(0.5);
  const at = (label: string): number => x(label) ?? 0;
  const room = x.step();

  const grid = ticks.map(
    (t) =>
      html`<line
          class="grid${t === 0 && ' zero'}"
          x1="${left}"
          x2="${WIDTH - MARGIN.right}"
          y1="${y(t)}"
          y2="${y(t)}"
        />
        <text class="tick" x="${left - 9}" y="${y(t)}" dy="0.35em" text-anchor="end">${grouped(t)}</text>`,
  );
  const every = (width: number): number => Math.ceil(((longest(axes.categories) + 1) * width) / room);
  const names = axes.categories.map((c, i) => {
    const back = axes.categories.length - 1 - i;
    if (back % every(CHARACTER.wide) !== 0) return null;
    return html`<text
      class="tick${back % every(CHARACTER.narrow) !== 0 && ' roomy'}"
      x="${at(c)}"
      y="${HEIGHT - MARGIN.bottom + 38}"
      text-anchor="middle"
      >${c}</text
    >`;
  });
  const path = line<Series['data'][number]>(
    (p) => at(p.label),
    (p) => y(p.value),
  );
  const ground = area<Series['data'][number]>(
    (p) => at(p.label),
    y(0),
    (p) => y(p.value),
  );
  const width = longest(values.map(written)) + 1;
  const numbers = ({ data }: Series): (Html | null)[] =>
    data.map((p, i) => {
      const below = isTrough(
        data.map((d) => d.value),
        i,
      );
      const last = i === data.length - 1;
      if (!last && width * CHARACTER.wide > room) return null;
      return html`<text
        class="value${!last && width * CHARACTER.narrow > room && ' roomy'}"
        x="${at(p.label)}"
        y="${y(p.value)}"
        dy="${below ? '1.55em' : '-0.85em'}"
        text-anchor="middle"
        >${written(p.value)}</text
      >`;
    });
  const lines = series.map(
    (s, i) =>
      html`<g class="series s${i}">
        ${series.length === 1 && html`<path class="ground" d="${ground(s.data) ?? ''}" />`}
        <path class="line" d="${path(s.data) ?? ''}" />
        ${s.data.map((p) => html`<path class="point" d="${pointPath(i)}" transform="translate(${at(p.label)} ${y(p.value)})"><title>${s.name} ${p.label}: ${written(p.value)}</title></path>`)}
        ${series.length === 1 && numbers(s)}
      </g>`,
  );
  const said = series
    .map((s) => `${s.name}: ${s.data.map((p) => `${p.label} ${written(p.value)}`).join(', ')}`)
    .join('; ');
  return html`<figure class="chart">
    <figcaption>${block.title}</figcaption>
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${block.title}, ${axes.y_label}. ${said}">
      <text class="unit" x="${left - 9}" y="20" text-anchor="start">${axes.y_label}</text>
      ${grid}${names}
      ${axes.x_label !== undefined && html`<text class="unit" x="${WIDTH - MARGIN.right}" y="20" text-anchor="end">${axes.x_label}</text>`}
      ${lines}
    </svg>
    ${series.length > 1 && legend(series)}
  </figure>`;
}

const legend = (series: readonly Series[]): Html =>
  html`<ul class="legend">
    ${series.map(
      (s, i) =>
        html`<li class="series s${i}">
          <svg viewBox="-8 -8 16 16" aria-hidden="true"><path class="point" d="${pointPath(i)}" /></svg>
          ${s.name}
        </li>`,
    )}
  </ul>`;
