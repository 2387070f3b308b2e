import type { FactBase } from '../base.ts';
import type { DataCheck, Files } from './check.ts';
import { type Mention, unknownIds } from './known.ts';
import { placeAt, placeOf } from './places.ts';

/** Every segment id that the data mentions is in the vocabulary. */
export const unknownSegment: DataCheck = {
  name: 'unknown-segment',
  description: 'facts, notes, the document and the vocabulary itself name only segments of the vocabulary',
  check: (base, files) =>
    unknownIds(
      'segment',
      [
        ...base.facts.map((f) => ({ id: f.segment, place: f.origin })),
        ...inNotes(base, files),
        ...inLost(base, files),
        ...inLabels(base, files),
        ...inSegments(base, files),
      ],
      new Set(base.segments.keys()),
      'vocabulary/segments.yml',
    ),
};

function inNotes(base: FactBase, files: Files): Mention[] {
  return base.notes.flatMap((note, n) =>
    note.about.flatMap(({ segment }, a) =>
      segment === undefined ? [] : [{ id: segment, place: placeAt(files, 'notes.yml', [n, 'about', a]) }],
    ),
  );
}

function inLost(base: FactBase, files: Files): Mention[] {
  return base.document.lost.flatMap((lost, l) => {
    const instead = lost.instead.map((pair, i) => ({
      id: pair.split(' ')[1],
      path: ['lost', l, 'instead', i],
    }));
    return [{ id: lost.segment, path: ['lost', l, 'segment'] }, ...instead].flatMap(({ id, path }) =>
      id === undefined ? [] : [{ id, place: placeAt(files, 'document.yml', path) }],
    );
  });
}

function inLabels(base: FactBase, files: Files): Mention[] {
  return [...base.metrics.values()].flatMap((metric) =>
    Object.keys(metric.labels ?? {}).map((id) => ({
      id,
      place: placeOf(files, 'metrics.yml', metric.id, ['labels']),
    })),
  );
}

function inSegments(base: FactBase, files: Files): Mention[] {
  return [...base.segments.values()].flatMap((segment) => {
    const mention = (id: string, ...path: (string | number)[]): Mention => ({
      id,
      place: placeOf(files, 'segments.yml', segment.id, path),
    });
    return [
      ...(segment.splits ?? []).flatMap((split, s) =>
        split.parts.map((id) => mention(id, 'splits', s, 'parts')),
      ),
      ...(segment.combines ?? []).map((id) => mention(id, 'combines')),
      ...(segment.ambiguous ?? []).map((id) => mention(id, 'ambiguous')),
    ];
  });
}
