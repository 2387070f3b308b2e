import type { FactBase } from '../base.ts';
import type { DataCheck, Files } from './check.ts';
import { type Mention, unknownIds } from './known.ts';
import { placeAt, placeOf } from './places.ts';

/** Every metric id that the data mentions is in the vocabulary. */
export const unknownMetric: DataCheck = {
  name: 'unknown-metric',
  description: 'facts, notes, sections and the vocabulary itself name only metrics of the vocabulary',
  check: (base, files) =>
    unknownIds(
      'metric',
      [
        ...inFacts(base),
        ...inNotes(base, files),
        ...inDocument(base, files),
        ...inMetrics(base, files),
        ...inSegments(base, files),
      ],
      new Set(base.metrics.keys()),
      'vocabulary/metrics.yml',
    ),
};

function inFacts(base: FactBase): Mention[] {
  return base.facts.flatMap((f) => {
    const ids = f.measure === 'share' && f.base !== null ? [f.metric, f.base] : [f.metric];
    return ids.map((id) => ({ id, place: f.origin }));
  });
}

function inNotes(base: FactBase, files: Files): Mention[] {
  return base.notes.flatMap((note, n) =>
    note.about.flatMap(({ metric }, a) =>
      metric === undefined ? [] : [{ id: metric, place: placeAt(files, 'notes.yml', [n, 'about', a]) }],
    ),
  );
}

function inDocument(base: FactBase, files: Files): Mention[] {
  const at = (...path: (string | number)[]) => placeAt(files, 'document.yml', path);
  return [
    ...base.document.sections.flatMap((section, s) =>
      section.has.map((id, h) => ({ id, place: at('sections', s, 'has', h) })),
    ),
    ...base.document.lost.flatMap((lost, l) => [
      { id: lost.metric, place: at('lost', l, 'metric') },
      ...lost.instead.map((pair, i) => ({
        id: pair.split(' ')[0] ?? '',
        place: at('lost', l, 'instead', i),
      })),
    ]),
  ];
}

function inMetrics(base: FactBase, files: Files): Mention[] {
  return [...base.metrics.values()].flatMap((metric) =>
    (['is', 'equals', 'ratio', 'ambiguous'] as const).flatMap((key) =>
      (metric[key] ?? []).flat().map((id) => ({
        id: id.replace(/^-/, ''),
        place: placeOf(files, 'metrics.yml', metric.id, [key]),
      })),
    ),
  );
}

function inSegments(base: FactBase, files: Files): Mention[] {
  return [...base.segments.values()].flatMap((segment) => [
    ...(segment.metric === undefined
      ? []
      : [{ id: segment.metric, place: placeOf(files, 'segments.yml', segment.id, ['metric']) }]),
    ...(segment.splits ?? []).flatMap((split, s) =>
      split.for.map((id) => ({
        id,
        place: placeOf(files, 'segments.yml', segment.id, ['splits', s, 'for']),
      })),
    ),
  ]);
}
