import type { Section, SectionId } from '../model/fact.ts';
import { literal } from './patterns.ts';

/** A section's own text: as long as the document, with everything else blank, so that offsets and lines hold for both. */
export interface SectionText {
  id: SectionId;
  /** The document's line on which the section starts. */
  line: number;
  text: string;
}

/** How a line begins that heads a section. */
function headingOf(section: Section): RegExp {
  return new RegExp(section.heading ?? `^${literal(`${section.id}. ${section.title}`)}`, 'u');
}

/**
 * Splits a document at its headings. A section goes from its heading to the next one and may have several parts;
 * what stands before the first heading is the first section, the cover. Sections without a heading in the text are left out.
 */
export function splitSections(sections: readonly Section[], source: string): SectionText[] {
  const headings = sections.map((section) => ({ id: section.id, pattern: headingOf(section) }));
  const lines = source.split('\n');
  const starts = lines.map((line) => headings.find(({ pattern }) => pattern.test(line.trimStart()))?.id);
  let current = sections[0]?.id;
  const owners = starts.map((start) => (current = start ?? current));
  return sections
    .map(({ id }) => ({
      id,
      line: owners.indexOf(id) + 1,
      text: lines.map((line, i) => (owners[i] === id ? line : ' '.repeat(line.length))).join('\n'),
    }))
    .filter(({ line }) => line > 0);
}

/** The line of an offset, counted from 1. */
export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;
