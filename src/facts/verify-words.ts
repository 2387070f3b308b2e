import type { FactBase } from './base.ts';
import type { Problem } from './problem.ts';
import { lineAt } from './sections.ts';

/** How many words in a row are a sentence of the document's and no longer ours. */
const RUN = 9;

interface OwnText {
  owner: string;
  text: string;
}

interface Word {
  text: string;
  offset: number;
}

/** What we wrote in our own words must not repeat nine words in a row of the document. Problems point into the document. */
export function verifyWords(base: FactBase, source: string, file = 'document'): Problem[] {
  const lines = runsOf(source);
  return ownTexts(base).flatMap(({ owner, text }) => {
    const taken = [...runsOf(text).keys()].find((run) => lines.has(run));
    if (taken === undefined) return [];
    return [
      {
        file,
        line: lineAt(source, lines.get(taken) ?? 0),
        what: `${owner} repeats the document: "${taken}"`,
        expected: `fewer than ${RUN} words in a row of the document's`,
        remedy: 'Say it in our own words',
      },
    ];
  });
}

/** Every run of nine words, and the offset at which it first stands. */
function runsOf(text: string): Map<string, number> {
  const words: Word[] = Array.from(text.matchAll(/[\p{L}\p{N}]+(?:['’.,][\p{L}\p{N}]+)*/gu), (m) => ({
    text: m[0].toLowerCase(),
    offset: m.index,
  }));
  const runs = new Map<string, number>();
  words.slice(0, Math.max(words.length - RUN + 1, 0)).forEach((word, i) => {
    const run = words
      .slice(i, i + RUN)
      .map((w) => w.text)
      .join(' ');
    if (!runs.has(run)) runs.set(run, word.offset);
  });
  return runs;
}

function ownTexts(base: FactBase): OwnText[] {
  const names = [...base.metrics.values(), ...base.segments.values()];
  const notes = base.notes.flatMap((note) =>
    [note.title, note.text, ...note.items].map((text) => ({ owner: `the note "${note.id}"`, text })),
  );
  const remarks = new Map(base.facts.map((f) => [f.note ?? '', f.origin]));
  return [
    ...notes,
    ...[...remarks].map(([text, at]) => ({ owner: `the note of the table at ${at.file}:${at.line}`, text })),
    ...names.flatMap((n) => [n.label, ...n.aliases].map((text) => ({ owner: `the name "${n.id}"`, text }))),
    ...base.document.sections.map((s) => ({ owner: `covers: of section ${s.id}`, text: s.covers })),
    ...base.document.lost.map((l) => ({ owner: `lost: ${l.metric} of section ${l.section}`, text: l.what })),
    ...base.document.ties.map((t) => ({ owner: `ties: "${t.identity}"`, text: t.why })),
  ];
}
