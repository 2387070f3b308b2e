import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from './problem.ts';

/** Where data stands: a folder with vocabulary/ and documents/ID/, and the folder of the intents. */
export interface DataPaths {
  data: string;
  intents: string;
}

/** The two folders that data is read from. */
export type Root = 'data' | 'intents';

/** The files that a base is loaded from: a disk's, or texts in memory. Names are relative to their root, with forward slashes. */
export interface DataSource {
  /** The folder of the one document, such as "documents/ID"; null, with the reason among the problems, where there is not one. */
  home: (problems: Problem[]) => string | null;
  /** The YAML files of a folder, in the order of their names; null where there is no such folder. */
  list: (root: Root, folder: string) => string[] | null;
  /** The text of a file; throws where it can't be read. */
  read: (root: Root, name: string) => string;
}

/** Data in folders on disk. */
export function diskSource(paths: DataPaths): DataSource {
  return {
    home: (problems) => documentFolder(paths.data, problems),
    list: (root, folder) => {
      const path = join(paths[root], folder);
      if (!existsSync(path)) return null;
      return readdirSync(path)
        .filter((f) => f.endsWith('.yml'))
        .sort();
    },
    read: (root, name) => readFileSync(join(paths[root], name), 'utf8'),
  };
}

/** Data of one document in memory: texts by root and name, such as "data/vocabulary/metrics.yml" and "intents/lookup.yml". */
export function memorySource(document: string, texts: ReadonlyMap<string, string>): DataSource {
  return {
    home: () => `documents/${document}`,
    list: (root, folder) => {
      const start = folder === '' ? `${root}/` : `${root}/${folder}/`;
      const names = [...texts.keys()]
        .filter((name) => name.startsWith(start) && name.endsWith('.yml'))
        .map((name) => name.slice(start.length))
        .filter((name) => !name.includes('/'))
        .sort();
      return names.length === 0 ? null : names;
    },
    read: (root, name) => {
      const text = texts.get(`${root}/${name}`);
      if (text === undefined) throw new Error(`no text is named ${root}/${name}`);
      return text;
    },
  };
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
