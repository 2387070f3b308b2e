import { join, resolve } from 'node:path';
import { z } from 'zod';
import { documentSchema, type IntentSpec, intentSchema, noteSchema } from '../model/document.ts';
import { type Fact, metricSchema, segmentSchema } from '../model/fact.ts';
import { type BaseParts, type FactBase, makeBase } from './base.ts';
import { CHECKS, type DataCheck } from './checks/index.ts';
import { DataError, type Problem } from './problem.ts';
import { type DataPaths, type DataSource, diskSource, type Root } from './source.ts';
import { readFacts } from './tables.ts';
import { check, readYaml, type YamlFile } from './yaml.ts';

export type { DataPaths } from './source.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** The data that comes with the project. */
export const PROJECT_DATA: DataPaths = {
  data: join(ROOT, 'data'),
  intents: join(ROOT, 'intents'),
};

/** The data in a folder, with the project's intents; the project's own data where no folder is named. */
export const dataIn = (folder: string | undefined): DataPaths =>
  folder === undefined || folder === '' ? PROJECT_DATA : { ...PROJECT_DATA, data: resolve(folder) };

/** What was read, with the files for the checks' line numbers. */
export interface Loaded {
  parts: BaseParts;
  files: ReadonlyMap<string, YamlFile>;
}

/**
 * Loads and checks the fact base of a document: vocabulary, facts, notes, intents.
 * `checks` are the rules that it must keep, all of them unless told otherwise.
 * Throws DataError with every problem found, each with file, line and remedy.
 */
export function loadBase(paths: DataPaths = PROJECT_DATA, checks: readonly DataCheck[] = CHECKS): FactBase {
  return loadFrom(diskSource(paths), checks);
}

/** Loads and checks a fact base from any source, as loadBase does from disk. */
export function loadFrom(source: DataSource, checks: readonly DataCheck[] = CHECKS): FactBase {
  const problems: Problem[] = [];
  const loaded = readAll(source, problems);
  if (!loaded || problems.length > 0) throw new DataError(problems);
  const base = makeBase(loaded.parts);
  const found = checks.flatMap((c) => c.check(base, loaded.files));
  if (found.length > 0) throw new DataError(found);
  return base;
}

function readAll(source: DataSource, problems: Problem[]): Loaded | null {
  const files = new Map<string, YamlFile>();
  const open = (root: Root, name: string): YamlFile | null => {
    const yaml = readYaml(() => source.read(root, name), name, problems);
    if (yaml) files.set(name, yaml);
    return yaml;
  };
  const read: Read = (root, name, schema) => {
    const yaml = open(root, name);
    return yaml && check(yaml, schema, yaml.value, [], problems);
  };
  const home = source.home(problems);
  if (home === null) return null;
  const metrics = read('data', 'vocabulary/metrics.yml', z.array(metricSchema));
  const segments = read('data', 'vocabulary/segments.yml', z.array(segmentSchema));
  const document = read('data', `${home}/document.yml`, documentSchema);
  const notes = read('data', `${home}/notes.yml`, z.array(noteSchema));
  const words = read('intents', 'words.yml', z.record(z.string(), z.array(z.string())));
  const order = document?.sections.map((s) => s.id) ?? [];
  const facts = factFiles(source, `${home}/facts`, order, problems).flatMap((name): Fact[] => {
    const yaml = open('data', name);
    return yaml ? readFacts(yaml, problems) : [];
  });
  const intents = intentFiles(source, problems).flatMap((name): IntentSpec[] => {
    const intent = read('intents', name, intentSchema);
    return intent ? [intent] : [];
  });
  if (!metrics || !segments || !document || !notes || !words) return null;
  return { parts: { metrics, segments, document, notes, words, facts, intents }, files };
}

type Read = <S extends z.ZodType>(root: Root, name: string, schema: S) => z.output<S> | null;

function listYaml(source: DataSource, root: Root, folder: string, problems: Problem[]): string[] {
  const names = source.list(root, folder);
  if (names) return names;
  problems.push({
    file: folder === '' ? root : folder,
    line: 1,
    what: 'the folder is missing',
    expected: 'a folder of YAML files',
    remedy: 'Restore it',
  });
  return [];
}

/** The files of the facts in the document's order of sections. */
function factFiles(
  source: DataSource,
  folder: string,
  order: readonly string[],
  problems: Problem[],
): string[] {
  const place = (file: string): number => order.indexOf(file.replace(/\.yml$/, ''));
  return listYaml(source, 'data', folder, problems)
    .sort((a, b) => place(a) - place(b))
    .map((name) => `${folder}/${name}`);
}

const intentFiles = (source: DataSource, problems: Problem[]): string[] =>
  listYaml(source, 'intents', '', problems).filter((name) => name !== 'words.yml');
