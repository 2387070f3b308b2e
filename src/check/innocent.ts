import type { FactBase } from '../facts/base.ts';
import type { Reader } from '../understand/vocabulary.ts';
import { type Marked, type MarkOf, overlaps } from './marks.ts';
import type { Role } from './roles.ts';
import type { Subject } from './subjects.ts';
import { isContent } from './words.ts';

export interface Setting {
  mark: MarkOf<'numeral'>;
  to: number;
  subject: Subject | null;
  carried: Subject | null;
  foreign: readonly string[];
  role: Role;
  moved: boolean;
}

/** Nouns that count what a metric counts already. */
const GENERIC =
  /^(?:people|persons?|personnel|heads?|staff|units?|customers?|lines?|in|of|at|on|by|to|for|from|and|or|as|vs|than|up|down|more|fewer|higher|lower|less|yoy|qoq|versus|against|compared|which|while|but|with|after|per|each|or|so|respectively|newly|new|now|a|an|the|i|it|is|was|were|are)$/;

/** Labels whose number names one of many things: "room 12", "seat 21", "ISO 27001". */
const LABEL = /^\p{L}[\p{L}.]*$/u;

/**
 * Whether a numeral states no figure of anybody's accounts: it counts other things ("3 questions"), is part of a name
 * ("ISO 27001"), or has neither subject nor unit.
 */
export function isInnocent(base: FactBase, reader: Reader, sentence: Marked, s: Setting): boolean {
  const { numeral } = s.mark;
  if (numeral.unit === 'percent' || numeral.unit === 'points') return false;
  const subject = s.subject ?? s.carried;
  const stated = s.moved || s.role === 'is' || s.role === 'to' || s.role === 'by' || s.role === 'of';
  if (numeral.unit === 'JPY' || numeral.scaled)
    return (
      s.subject === null &&
      !(stated && (s.foreign.length > 0 || s.carried !== null)) &&
      (s.foreign.length > 0 || s.carried === null)
    );
  if (subject === null) return true;
  if (isLabelled(reader, sentence, s.mark)) return true;
  const counted = nounBehind(sentence, s.mark.end, s.to);
  if (counted !== null) {
    const metrics = subject.metrics.map((id) => base.metrics.get(id)?.unit);
    const counts = metrics.includes('count') || (subject.metrics.length === 0 && subject.segment !== null);
    if (!GENERIC.test(counted)) return true;
    if (/^(?:people|persons?|personnel|heads?|staff|units?|customers?|lines?)$/.test(counted)) return !counts;
  }
  if (s.subject === null) return !(stated || numeral.sign !== null) || s.foreign.length > 0;
  return false;
}

/** The word right behind a numeral, where it is no mark. */
function nounBehind(sentence: Marked, from: number, to: number): string | null {
  const token = sentence.tokens.find((t) => t.start >= from);
  if (!token || token.start >= to || !/^\s+$/.test(sentence.text.slice(from, token.start))) return null;
  if (overlaps(token, sentence.marks) || !/^\p{L}/u.test(token.text)) return null;
  return token.text.toLowerCase();
}

/** Whether the word right before a bare numeral is a noun of which it is the number. */
function isLabelled(reader: Reader, sentence: Marked, mark: MarkOf<'numeral'>): boolean {
  if (!mark.numeral.bare) return false;
  const token = [...sentence.tokens].reverse().find((t) => t.end <= mark.start && t.text !== '#');
  if (!token || !/^[\s#]*$/.test(sentence.text.slice(token.end, mark.start))) return false;
  if (overlaps(token, sentence.marks) || !LABEL.test(token.text)) return false;
  return (
    isContent(reader, token) &&
    /^\p{Lu}|(?:code|number|id|seat|gate|row|column|room|desk|form|iso|line|step|day|week|version|build|windows|level|tier|grade|type|class|model|route|flight|bus)$/u.test(
      token.text,
    )
  );
}
