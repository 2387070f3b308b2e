import type { FactBase } from '../base.ts';
import type { Problem } from '../problem.ts';
import type { DataCheck, Files } from './check.ts';
import { unknownIds } from './known.ts';
import { placeAt } from './places.ts';

/** Every section that the data cites is one of the document's, and every note cites one. */
export const unknownSection: DataCheck = {
  name: 'unknown-section',
  description: 'facts, notes, lost figures and exceptions cite only sections of the document',
  check: (base, files) => [
    ...unknownIds('section', mentions(base, files), new Set(base.sections.keys()), 'document.yml'),
    ...uncited(base, files),
  ],
};

function mentions(base: FactBase, files: Files) {
  const { lost, exceptions } = base.document;
  return [
    ...base.facts.flatMap((f) => f.sections.map((id) => ({ id, place: f.origin }))),
    ...base.notes.flatMap((note, n) =>
      note.sections.map((id) => ({ id, place: placeAt(files, 'notes.yml', [n, 'section']) })),
    ),
    ...lost.map((l, i) => ({ id: l.section, place: placeAt(files, 'document.yml', ['lost', i, 'section']) })),
    ...exceptions.flatMap((e, i) =>
      e.section === undefined
        ? []
        : [{ id: e.section, place: placeAt(files, 'document.yml', ['exceptions', i, 'section']) }],
    ),
  ];
}

function uncited(base: FactBase, files: Files): Problem[] {
  return base.notes.flatMap((note, n) =>
    note.sections.length > 0
      ? []
      : [
          {
            ...placeAt(files, 'notes.yml', [n]),
            what: `the note "${note.id}" cites no section`,
            expected: 'the section that says it',
            remedy: 'Add section: or sections:',
          },
        ],
  );
}
