import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { documentSchema, type IntentSpec, intentSchema, noteSchema } from '../model/document.ts';
import { type Fact, metricSchema, segmentSchema } from '../model/fact.ts';
import { type BaseParts, type FactBase, makeBase } from './base.ts';
import { CHECKS, type DataCheck } from './checks/index.ts';
import { DataError, type Problem } from './problem.ts';
import { readFacts } from './tables.ts';
import { check, readYaml, type YamlFile } from './yaml.ts';

/** Where the project's data stands. */
export interface DataPaths {
  data: string;
  intents: string;
  document: string;
}

const ROOT = join(import.meta.dirname, '..', '..');

/** The data that comes with the project. */
export const PROJECT_DATA: DataPaths = {
  data: join(ROOT, 'data'),
  intents: join(ROOT, 'intents'),
  document: 'iij-fy2011-3q',
};

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
  const home = join('documents', paths.document);
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
