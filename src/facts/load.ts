import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { documentSchema, type IntentSpec, intentSchema, noteSchema } from '../model/document.ts';
import { type Fact, metricSchema, segmentSchema } from '../model/fact.ts';
import { type BaseParts, type FactBase, makeBase } from './base.ts';
import { CHECKS, type DataCheck } from './checks/index.ts';
import { DataError, type Problem } from './problem.ts';
import { readFacts } from './tables.ts';
import { check, readYaml, type YamlFile } from './yaml.ts';

/** Where data stands: a folder with vocabulary/ and documents/ID/, and the folder of the intents. */
export interface DataPaths {
  data: string;
  intents: string;
}

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
  const problems: Problem[] = [];
  const loaded = readAll(paths, problems);
  if (!loaded || problems.length > 0) throw new DataError(problems);
  const base = makeBase(loaded.parts);
  const found = checks.flatMap((c) => c.check(base, loaded.files));
  if (found.length > 0) throw new DataError(found);
  return base;
}

function readAll(paths: DataPaths, problems: Problem[]): Loaded | null {
  const files = new Map<string, YamlFile>();
  const read = <S extends z.ZodType>(dir: string, name: string, schema: S): z.output<S> | null => {
    const yaml = readYaml(join(dir, name), name, problems);
    if (!yaml) return null;
    files.set(name, yaml);
    return check(yaml, schema, yaml.value, [], problems);
  };
  const home = documentFolder(paths.data, problems);
  if (home === null) return null;
  const metrics = read(paths.data, join('vocabulary', 'metrics.yml'), z.array(metricSchema));
  const segments = read(paths.data, join('vocabulary', 'segments.yml'), z.array(segmentSchema));
  const document = read(paths.data, join(home, 'document.yml'), documentSchema);
  const notes = read(paths.data, join(home, 'notes.yml'), z.array(noteSchema));
  const words = read(paths.intents, 'words.yml', z.record(z.string(), z.array(z.string())));
  const facts = readFactFiles(
    paths.data,
    join(home, 'facts'),
    document?.sections.map((s) => s.id) ?? [],
    files,
    problems,
  );
  const intents = readIntents(paths.intents, read, problems);
  if (!metrics || !segments || !document || !notes || !words) return null;
  return { parts: { metrics, segments, document, notes, words, facts, intents }, files };
}

/** The folder of the one document, within the data; null, with the reason among the problems, where there is not one. */
function documentFolder(data: string, problems: Problem[]): string | null {
  const report = (file: string, what: string, expected: string, remedy: string): null => {
    problems.push({ file, line: 1, what, expected, remedy });
    return null;
  };
  if (!existsSync(data))
    return report(
      data,
      'there is no such folder',
      'a folder with vocabulary/ and documents/',
      'Name it with KESSAN_DATA or --data',
    );
  const documents = join(data, 'documents');
  const ids = existsSync(documents)
    ? readdirSync(documents, { withFileTypes: true }).flatMap((e) => (e.isDirectory() ? [e.name] : []))
    : [];
  const [id] = ids;
  if (id === undefined)
    return report(
      documents,
      'there is no document',
      'a folder documents/ID/',
      'Add it, as CONTRIBUTING.md tells',
    );
  if (ids.length > 1)
    return report(
      documents,
      `there are several documents: ${ids.sort().join(', ')}`,
      'one document in a data folder',
      'Give each a data folder of its own',
    );
  return join('documents', id);
}

function listYaml(dir: string, shown: string, problems: Problem[]): string[] {
  if (!existsSync(dir)) {
    problems.push({
      file: shown,
      line: 1,
      what: 'the folder is missing',
      expected: 'a folder of YAML files',
      remedy: 'Restore it',
    });
    return [];
  }
  return readdirSync(dir)
    .filter((f) => f.endsWith('.yml'))
    .sort();
}

function readFactFiles(
  data: string,
  dir: string,
  order: readonly string[],
  files: Map<string, YamlFile>,
  problems: Problem[],
): Fact[] {
  const place = (file: string): number => order.indexOf(file.replace(/\.yml$/, ''));
  return listYaml(join(data, dir), dir, problems)
    .sort((a, b) => place(a) - place(b))
    .flatMap((name) => {
      const shown = join(dir, name);
      const yaml = readYaml(join(data, shown), shown, problems);
      if (!yaml) return [];
      files.set(shown, yaml);
      return readFacts(yaml, problems);
    });
}

type Read = <S extends z.ZodType>(dir: string, name: string, schema: S) => z.output<S> | null;

function readIntents(dir: string, read: Read, problems: Problem[]): IntentSpec[] {
  return listYaml(dir, 'intents', problems)
    .filter((name) => name !== 'words.yml')
    .flatMap((name) => {
      const intent = read(dir, name, intentSchema);
      return intent ? [intent] : [];
    });
}
