import { type Marked, type MarkOf, marksOf } from './marks.ts';
import type { Role } from './roles.ts';
import { betweenText } from './subjects.ts';

export type MovementMark = MarkOf<'movement'>;

/** Whether a stretch names anything that would part a word of movement from its number. */
const isNamed = (sentence: Marked, from: number, to: number): boolean =>
  sentence.marks.some((m) => (m.kind === 'metric' || m.kind === 'segment') && m.start >= from && m.end <= to);

/** The word of movement that leads to a number: "rose 64.5%", "growth in revenue of 24.6%". */
export function movementBefore(sentence: Marked, from: number, to: number, role: Role): MovementMark | null {
  const found = marksOf(sentence, 'movement')
    .filter((m) => m.start >= from && m.end <= to && !m.movement.behind && !m.movement.record)
    .pop();
  if (!found) return null;
  const between = betweenText(sentence, found.end, to);
  if (/;|\.\s|:\s*\S/.test(between) || (between.includes(',') && role !== 'to' && role !== 'by')) return null;
  if (!isNamed(sentence, found.end, to)) return found;
  const name = sentence.marks.find(
    (m) => (m.kind === 'metric' || m.kind === 'segment') && m.start >= found.end,
  );
  return name &&
    /^\s*(?:\b(?:of|in|for|its|the|their|our|full[- ]year|annual|fy\d+|total|consolidated)\b\s*)*$/.test(
      sentence.text.slice(found.end, name.start),
    )
    ? found
    : null;
}

/** The word of movement right behind a number: "64.5% higher", "a 24.6% rise", "24.6% year-on-year growth". */
export function movementBehind(sentence: Marked, from: number, to: number): MovementMark | null {
  const found = marksOf(sentence, 'movement').find((m) => m.start >= from && m.end <= to);
  if (found?.movement.times !== null || found.movement.record) return null;
  const between = betweenText(sentence, from, found.start);
  const blank = sentence.marks
    .filter((m) => (m.kind === 'metric' || m.kind === 'segment') && m.start >= from && m.end <= found.start)
    .reduce((text, m) => text.replace(sentence.text.slice(m.start, m.end), ''), between);
  return /^\s*(?:\b(?:a|an|of|the|in|for|yen|people|persons|contracts|employees|personnel|further|points?)\b\s*)*$/.test(
    blank,
  )
    ? found
    : null;
}
