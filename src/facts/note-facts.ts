import type { Note } from '../model/document.ts';
import type { Fact } from '../model/fact.ts';
import type { FactBase } from './base.ts';
import { parseReference, resolveReference } from './reference.ts';

/** The facts that a note shows beside its words: for each figure all its printings. */
export function noteFigures(base: FactBase, note: Note): Fact[][] {
  return note.facts.flatMap((text) => {
    const reference = parseReference(text);
    const facts = reference ? resolveReference(base, reference) : [];
    const units = [...new Set(facts.map((f) => f.unit))];
    return units.map((unit) => facts.filter((f) => f.unit === unit));
  });
}
