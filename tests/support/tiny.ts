import { z } from 'zod';
import { type BaseParts, type FactBase, makeBase } from '../../src/facts/base.ts';
import type { DataCheck, Files } from '../../src/facts/checks/check.ts';
import { DataError, type Problem } from '../../src/facts/problem.ts';
import { readFacts } from '../../src/facts/tables.ts';
import { check, parseYaml, type YamlFile } from '../../src/facts/yaml.ts';
import { documentSchema, intentSchema, noteSchema } from '../../src/model/document.ts';
import { metricSchema, segmentSchema } from '../../src/model/fact.ts';

/** Data small enough to read in a test. What is left out comes from the defaults below. */
export interface TinyData {
  metrics?: string;
  segments?: string;
  /** Lines added to document.yml. */
  document?: string;
  /** The sections list of document.yml. */
  sections?: string;
  notes?: string;
  /** Rows of one table a section, without the braces. The first row stands on line 7 of its file; amounts are in JPY million. */
  facts?: Readonly<Record<string, readonly string[]>>;
  intents?: Readonly<Record<string, string>>;
}

export const TINY_METRICS = `
- { id: revenue, label: Revenue, aliases: [sales] }
- { id: cost, label: Cost, aliases: [] }
- { id: margin, label: Margin, is: [revenue, -cost], aliases: [] }
- { id: margin-ratio, label: Margin ratio, unit: percent, nature: ratio, ratio: [margin, revenue], aliases: [] }
- { id: cash, label: Cash, nature: stock, aliases: [] }
- { id: assets, label: Assets, nature: stock, aliases: [] }
- { id: cash-ratio, label: Cash ratio, unit: percent, nature: ratio, ratio: [cash, assets], aliases: [] }
- { id: staff, label: Staff, unit: count, nature: stock, aliases: [] }
- { id: launch-date, label: Launch date, unit: date, nature: event, aliases: [] }
`.trimStart();

export const TINY_SEGMENTS = `
- { id: consolidated, label: Group, aliases: [], splits: [{ parts: [east, west], for: [revenue] }] }
- { id: east, label: East, aliases: [] }
- { id: west, label: West, aliases: [] }
`.trimStart();

const DOCUMENT = `
id: tiny
issuer: { name: Tiny Inc., short: Tiny }
title: Results
date: 2012-02-08
fiscal-year-start: 4
latest-quarter: 3Q11
cumulative: 9M FY2011
currency: JPY
command: /tiny
display-name: Tiny
`.trimStart();

const SECTIONS = `
sections:
  - { id: cover, title: Cover, covers: the date }
  - { id: I, title: Summary, covers: highlights }
  - { id: II-1, title: Details, covers: tables }
`.trimStart();

function factsYaml(section: string, rows: readonly string[]): string {
  const lines = rows.map((row) => `      - { ${row} }\n`).join('');
  return `section: ${section}\ntables:\n  - title: figures\n    unit: JPY million\n    columns: [{}]\n    rows:\n${lines}`;
}

/** A fact base made of tiny data, with its files for line numbers. Throws DataError when the data can't be read. */
export function tiny(data: TinyData): { base: FactBase; files: Files } {
  const problems: Problem[] = [];
  const files = new Map<string, YamlFile>();
  const parse = (name: string, text: string): YamlFile | null => {
    const yaml = parseYaml(text, name, problems);
    if (yaml) files.set(name, yaml);
    return yaml;
  };
  const read = <S extends z.ZodType>(name: string, text: string, schema: S): z.output<S> | null => {
    const yaml = parse(name, text);
    return yaml && check(yaml, schema, yaml.value, [], problems);
  };
  const metrics = read('vocabulary/metrics.yml', data.metrics ?? TINY_METRICS, z.array(metricSchema));
  const segments = read('vocabulary/segments.yml', data.segments ?? TINY_SEGMENTS, z.array(segmentSchema));
  const documentText = DOCUMENT + (data.sections ?? SECTIONS) + (data.document ?? '');
  const document = read('documents/tiny/document.yml', documentText, documentSchema);
  const notes = read('documents/tiny/notes.yml', data.notes ?? '[]', z.array(noteSchema));
  const facts = Object.entries(data.facts ?? {}).flatMap(([section, rows]) => {
    const yaml = parse(`documents/tiny/facts/${section}.yml`, factsYaml(section, rows));
    return yaml ? readFacts(yaml, problems) : [];
  });
  const intents = Object.entries(data.intents ?? {}).flatMap(
    ([name, text]) => read(name, text, intentSchema) ?? [],
  );
  if (!metrics || !segments || !document || !notes || problems.length > 0) throw new DataError(problems);
  const parts: BaseParts = { metrics, segments, document, notes, facts, intents, words: {} };
  return { base: makeBase(parts), files };
}

/** What a check finds in tiny data, as "file:line: what". */
export function findings(rule: DataCheck, data: TinyData): string[] {
  const { base, files } = tiny(data);
  return rule.check(base, files).map((p) => `${p.file.replace('documents/tiny/', '')}:${p.line}: ${p.what}`);
}
