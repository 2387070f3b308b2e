import type { Origin } from '../../model/fact.ts';
import type { YamlFile } from '../yaml.ts';
import type { Files } from './check.ts';

/** The files that a check may point into, apart from the facts', which carry their own origin. */
export type FileName = 'metrics.yml' | 'segments.yml' | 'document.yml' | 'notes.yml';

type Path = readonly (string | number)[];

function fileNamed(files: Files, name: FileName): YamlFile | undefined {
  for (const [key, file] of files) if (key.endsWith(`/${name}`)) return file;
  return undefined;
}

/** File and line of a path in one of the data's files; the line is looked up when somebody asks for it. */
export function placeAt(files: Files, name: FileName, path: Path): Origin {
  const yaml = fileNamed(files, name);
  return {
    file: yaml?.file ?? name,
    get line() {
      return yaml?.lineAt(path) ?? 1;
    },
  };
}

function listIn(files: Files, name: FileName, key?: string): readonly unknown[] {
  const root: unknown = fileNamed(files, name)?.value;
  const list = key === undefined ? root : field(root, key);
  return Array.isArray(list) ? list : [];
}

/** The entries of a file's list (the file itself, or one of its keys) with their ids, also those that an index by id drops. */
export function entriesOf(files: Files, name: FileName, key?: string): { id: string; place: Origin }[] {
  return listIn(files, name, key).map((entry, index) => ({
    id: String(field(entry, 'id')),
    place: placeAt(files, name, key === undefined ? [index] : [key, index]),
  }));
}

/** A key of a value that came from YAML; undefined where there is none. */
export function field(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key];
}

/** File and line of an entry's part: the aliases of a metric, say. */
export function placeOf(files: Files, name: FileName, id: string, path: Path): Origin {
  const index = listIn(files, name).findIndex((entry) => field(entry, 'id') === id);
  return placeAt(files, name, [Math.max(index, 0), ...path]);
}
