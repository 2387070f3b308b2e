import { memorySource, type DataSource } from '../../src/facts/source.ts';

/** How large a made-up company is. */
export interface Size {
  /** Labels and aliases together; two to an entry. */
  names: number;
  facts: number;
}

/** A made-up company: its data as a source to load from, and the names to ask with. */
export interface Synthetic {
  source: DataSource;
  metrics: readonly string[];
  segments: readonly string[];
  /** Indexes into metrics and segments of what is printed, first to last. */
  printed: readonly (readonly [metric: number, segment: number])[];
}

const HEADS = [
  ['revenue', 'turnover'],
  ['cost', 'outlay'],
  ['income', 'earnings'],
  ['expense', 'spending'],
  ['inventory', 'stockpile'],
] as const;
const MIDDLES = ['network', 'storage', 'terminal', 'licence', 'hosting', 'broadband'] as const;
const UNITS = [
  ['division', 'branch'],
  ['office', 'bureau'],
  ['region', 'territory'],
  ['plant', 'factory'],
  ['lab', 'workshop'],
  ['store', 'outlet'],
  ['depot', 'warehouse'],
  ['academy', 'school'],
] as const;

const CONSONANTS = ['v', 'k', 't', 'l', 'm', 'z', 'r', 'b', 'd', 'n', 'p', 'g'];
const VOWELS = ['a', 'o', 'u', 'i', 'e'];

/** A pronounceable name that no language has, the same for the same number: "vakaro", "kotelu". */
function coined(n: number, ending: string): string {
  let rest = n;
  let word = '';
  for (let i = 0; i < 3; i++) {
    const consonant = CONSONANTS[rest % CONSONANTS.length] ?? '';
    rest = Math.floor(rest / CONSONANTS.length) + 3 * (i + 1);
    word += consonant + (VOWELS[rest % VOWELS.length] ?? '');
    rest = Math.floor(rest / VOWELS.length) + n * (i + 1);
  }
  return `${word}${ending}`;
}

/** The first `count` coined words that differ from each other. */
function coinedWords(count: number, ending: string): string[] {
  const words = new Set<string>();
  for (let n = 0; words.size < count; n++) words.add(coined(n, ending));
  return [...words];
}

interface Entry {
  id: string;
  label: string;
  alias: string;
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
const entryOf = (label: string, alias: string): Entry => ({
  id: label.replaceAll(' ', '-'),
  label: capital(label),
  alias,
});

function metricEntries(count: number): Entry[] {
  const brands = coinedWords(Math.ceil(count / (HEADS.length * MIDDLES.length)), 'x');
  return brands
    .flatMap((brand) =>
      MIDDLES.flatMap((middle) =>
        HEADS.map(([head, alias]) => entryOf(`${brand} ${middle} ${head}`, `${brand} ${middle} ${alias}`)),
      ),
    )
    .slice(0, count);
}

function segmentEntries(count: number): Entry[] {
  const places = coinedWords(Math.ceil(count / UNITS.length), 'n');
  return places
    .flatMap((place) => UNITS.map(([unit, alias]) => entryOf(`${place} ${unit}`, `${place} ${alias}`)))
    .slice(0, count);
}

/** A column: the level of a period, or its growth over an earlier one. */
interface Column {
  period: string;
  /** The quarters that it covers, counted from the first of fiscal 2001. */
  quarters: readonly number[];
  /** What the growth is counted from, and how many quarters before it is; null for a level. */
  growth: { base: 'yoy' | 'qoq'; back: number } | null;
}

const FIRST_YEAR = 2001;
const LAST_QUARTER = 42;

/** Columns from the newest to the oldest: quarters, nine months and years, each with its growth on the year, and quarters on the quarter. */
function columns(count: number): Column[] {
  const all: Column[] = [];
  for (let q = LAST_QUARTER; q >= 0; q--) {
    const year = FIRST_YEAR + Math.floor(q / 4);
    const start = q - (q % 4);
    const add = (period: string, quarters: number[]): void => {
      all.push({ period, quarters, growth: null });
      if (start >= 4) all.push({ period, quarters, growth: { base: 'yoy', back: 4 } });
      if (quarters.length === 1 && q > 0) all.push({ period, quarters, growth: { base: 'qoq', back: 1 } });
    };
    add(`${(q % 4) + 1}Q${String(year % 100).padStart(2, '0')}`, [q]);
    if (q % 4 === 2) add(`9M FY${year}`, [start, start + 1, start + 2]);
    if (q % 4 === 3) add(`FY${year}`, [start, start + 1, start + 2, start + 3]);
  }
  return all.slice(0, count);
}

/** Millions of yen in a quarter: grows, swings with the season, and differs from row to row. */
const quarterly = (row: number, q: number): number =>
  1_000 + ((row * 7_919) % 9_000) + q * 37 + (q % 4) * 211;

function cell(row: number, { quarters, growth }: Column): string {
  const total = (back: number): number => quarters.reduce((sum, q) => sum + quarterly(row, q - back), 0);
  const level = total(0);
  if (growth === null) return level.toLocaleString('en-US');
  const percent = (level / total(growth.back) - 1) * 100;
  return `${percent < 0 ? '' : '+'}${percent.toFixed(1)}`;
}

/** How many figures a metric has in a segment, at the least. */
const FIGURES = 20;
const SECTIONS = 10;

const list = (entries: readonly Entry[], more = ''): string =>
  entries.map((e) => `- { id: ${e.id}, label: ${e.label}, aliases: [${e.alias}]${more} }\n`).join('');

/** The document, whose sections each have some of the metrics. */
function documentText(has: readonly (readonly string[])[]): string {
  const sections = has.map(
    (ids, i) => `  - { id: II-${i + 1}, title: Part ${i + 1}, covers: figures, has: [${ids.join(', ')}] }\n`,
  );
  return [
    'id: synthetic',
    'issuer: { name: Synthetic Inc., short: Synthetic }',
    'title: Results',
    'date: 2012-02-08',
    'fiscal-year-start: 4',
    'latest-quarter: 3Q11',
    'cumulative: 9M FY2011',
    'currency: JPY',
    'command: /synthetic',
    'display-name: Synthetic',
    `sections:\n${sections.join('')}`,
  ].join('\n');
}

const tableOf = (metric: string, heads: readonly string[], rows: readonly string[]): string =>
  `  - title: ${metric}\n    metric: ${metric}\n    columns: [${heads.join(', ')}]\n    rows:\n${rows.join('')}`;

const headOf = ({ period, growth }: Column): string =>
  growth
    ? `{ period: ${period}, measure: change, base: ${growth.base}, unit: percent }`
    : `{ period: ${period}, unit: JPY million }`;

/**
 * Makes up a company of a size, laid out as the project's own data is; the same size gives the same company. `intents`:
 * texts of the intents and words, by name.
 */
export function synthesise(size: Size, intents: ReadonlyMap<string, string>): Synthetic {
  const entries = Math.round(size.names / 2);
  const metrics = metricEntries(Math.ceil(entries * 0.5));
  const segments = [
    { id: 'consolidated', label: 'Consolidated', alias: 'group total' },
    ...segmentEntries(entries - metrics.length - 1),
  ];
  const perRow = Math.max(FIGURES, Math.ceil(size.facts / (metrics.length * segments.length)));
  const shown = columns(perRow);
  const rows = Math.round(size.facts / shown.length);
  const perMetric = Math.min(segments.length, Math.max(5, Math.ceil(rows / metrics.length)));
  const printed = Array.from({ length: rows }, (_, row): [number, number] => {
    const metric = Math.floor(row / perMetric);
    const place = row % perMetric;
    return [metric, place === 0 ? 0 : 1 + ((metric * 13 + place - 1) % (segments.length - 1))];
  });
  const tables = Map.groupBy(printed.entries(), ([, [metric]]) => metric);
  const heads = shown.map(headOf);
  const sections = Array.from({ length: SECTIONS }, (): string[] => []);
  const has = Array.from({ length: SECTIONS }, (): string[] => []);
  for (const [metric, of] of tables) {
    const lines = of.map(([row, [, segment]]) => {
      const cells = shown.map((column) => `"${cell(row, column)}"`);
      return `      - { segment: ${segments[segment]?.id ?? ''}, cells: [${cells.join(', ')}] }\n`;
    });
    const id = metrics[metric]?.id ?? '';
    sections[metric % SECTIONS]?.push(tableOf(id, heads, lines));
    has[metric % SECTIONS]?.push(id);
  }
  const home = 'data/documents/synthetic';
  const texts = new Map<string, string>([
    ['data/vocabulary/metrics.yml', list(metrics)],
    ['data/vocabulary/segments.yml', list(segments)],
    [`${home}/document.yml`, documentText(has)],
    [`${home}/notes.yml`, '[]\n'],
    ...sections.flatMap((of, i): [string, string][] =>
      of.length === 0
        ? []
        : [[`${home}/facts/II-${i + 1}.yml`, `section: II-${i + 1}\ntables:\n${of.join('')}`]],
    ),
    ...[...intents].map(([name, text]): [string, string] => [`intents/${name}`, text]),
  ]);
  const labels = (list: readonly Entry[]): string[] => list.map((e) => e.label);
  return {
    source: memorySource('synthetic', texts),
    metrics: labels(metrics),
    segments: labels(segments),
    printed,
  };
}
