import type { Note } from '../../model/document.ts';
import type { Origin } from '../../model/fact.ts';
import type { FactBase } from '../base.ts';
import type { Files } from './check.ts';
import { placeAt } from './places.ts';

/** A sentence of a note that readers see. */
export interface NoteText {
  note: Note;
  text: string;
  place: Origin;
}

/** All titles, texts and items of the notes. */
export function noteTexts(base: FactBase, files: Files): NoteText[] {
  return base.notes.flatMap((note, n) => {
    const at = (text: string, ...path: (string | number)[]): NoteText => ({
      note,
      text,
      place: placeAt(files, 'notes.yml', [n, ...path]),
    });
    return [
      at(note.title, 'title'),
      at(note.text, 'text'),
      ...note.items.map((item, i) => at(item, 'items', i)),
    ];
  });
}
