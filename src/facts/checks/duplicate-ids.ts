import type { Problem } from '../problem.ts';
import type { DataCheck, Files } from './check.ts';
import { entriesOf, field } from './places.ts';
import type { Mention } from './known.ts';

/** An id stands for one thing of its kind. */
export const duplicateIds: DataCheck = {
  name: 'duplicate-ids',
  description: 'no two metrics, segments, notes, sections or intents share an id',
  check: (_base, files) => [
    ...repeated('metric', entriesOf(files, 'metrics.yml')),
    ...repeated('segment', entriesOf(files, 'segments.yml')),
    ...repeated('section', entriesOf(files, 'document.yml', 'sections')),
    ...repeated('note', entriesOf(files, 'notes.yml')),
    ...repeated('intent', intents(files)),
  ],
};

function repeated(kind: string, entries: readonly Mention[]): Problem[] {
  const seen = new Map<string, Mention>();
  return entries.flatMap((entry): Problem[] => {
    const first = seen.get(entry.id);
    if (!first) {
      seen.set(entry.id, entry);
      return [];
    }
    const { file, line } = first.place;
    return [
      {
        ...entry.place,
        what: `the ${kind} id "${entry.id}" is taken by ${file}:${line}`,
        expected: 'one id for a thing',
        remedy: 'Rename one of them, or join the two entries',
      },
    ];
  });
}

function intents(files: Files): Mention[] {
  return [...files]
    .filter(([name, yaml]) => !name.includes('/') && field(yaml.value, 'does') !== undefined)
    .map(([, yaml]) => ({
      id: String(field(yaml.value, 'id')),
      place: { file: yaml.file, line: yaml.lineAt(['id']) },
    }));
}
