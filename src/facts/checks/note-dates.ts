import { datesInText } from '../dates-in-text.ts';
import type { DataCheck } from './check.ts';
import { noteTexts } from './note-texts.ts';

/** What stands in braces in a note is a date. */
export const noteDates: DataCheck = {
  name: 'note-dates',
  description: 'braces in the text of notes hold dates',
  check: (base, files) =>
    noteTexts(base, files).flatMap(({ note, text, place }) =>
      datesInText(text)
        .filter((part) => part.kind === 'bad')
        .map((part) => ({
          ...place,
          what: `"${part.text}" in the note "${note.id}" is not a date in braces`,
          expected: '{2012-02}, {2010-09-01} or {2012-summer}',
          remedy: 'Mend the date, or drop the braces',
        })),
    ),
};
