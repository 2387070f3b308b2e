import type { FactBase } from '../facts/base.ts';
import { readerOf } from '../understand/vocabulary.ts';
import type { Marked } from './marks.ts';
import { betweenText, type Subject } from './subjects.ts';
import { contentIn, isProper } from './words.ts';

const NOUN_LINK =
  /^(?:\s|['’]s?|-|\b(?:of|for|in|at|from|among|to|on|by|per|the|a|an|its|their|our|total|of which)\b)*$/;
/** Verbs by which somebody else states a figure. */
const SAYS =
  /^(?:\s|\b(?:inc|corp|ltd|co|group|holdings|communications)\b)*\b(?:reported|posted|booked|announced|had|saw|recorded|has|reports|posts)\s+(?:a |an |its |net |total |consolidated )*$/;
const BREAK = /[;:,.]\s|[()|]|\b(?:and|but|while|whereas|with|as|when|because|since|which|that)\b/g;

const phrases = new WeakMap<FactBase, RegExp>();

/** The words that change what a figure means ("diluted", "excluding"), from the vocabulary. */
function restricting(base: FactBase): RegExp {
  const kept = phrases.get(base);
  if (kept) return kept;
  const listed = (base.words.Restrict ?? []).map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}-])(?:${[...listed, 'adjusted', 'average', 'median', 'estimated', 'analyst', 'consensus'].join('|')})(?![\\p{L}\\p{N}])`,
    'gu',
  );
  phrases.set(base, pattern);
  return pattern;
}

/**
 * The words that make a subject something else than what is printed under its names: another company's ("NTT's revenue"),
 * something of it ("maturity of borrowings", "ATM vendors"), or on another basis ("diluted EPS").
 */
export function foreignTo(base: FactBase, sentence: Marked, subject: Subject): string[] {
  const reader = readerOf(base);
  const from = lastBreak(sentence.text, subject.start);
  const ahead = contentIn(reader, sentence, from, subject.start).filter((t, i, all) => {
    const next = all[i + 1];
    if (isProper(sentence, t) && SAYS.test(betweenText(sentence, t.end, subject.start))) return true;
    return next !== undefined && NOUN_LINK.test(betweenText(sentence, t.end, next.start))
      ? NOUN_LINK.test(betweenText(sentence, all[all.length - 1]?.end ?? t.end, subject.start))
      : NOUN_LINK.test(betweenText(sentence, t.end, subject.start));
  });
  const [behind] = contentIn(reader, sentence, subject.end, Math.min(sentence.text.length, subject.end + 40));
  const after =
    behind !== undefined &&
    (/^\s*$/.test(sentence.text.slice(subject.end, behind.start)) ||
      (isProper(sentence, behind) &&
        /^\s*(?:of|at|for|from|by)\s+(?:the\s+)?$/.test(sentence.text.slice(subject.end, behind.start))))
      ? [behind]
      : [];
  const np = sentence.text.slice(from, subject.start);
  const restricted = Array.from(np.matchAll(restricting(base)), (m) => m[0]);
  return [...[...ahead, ...after].map((t) => t.text), ...restricted];
}

function lastBreak(text: string, before: number): number {
  let at = 0;
  for (const m of text.slice(0, before).matchAll(BREAK)) at = m.index + m[0].length;
  return at;
}

/** The words before a number without a subject of its own that tell of something unknown: "Churn was", "Lunch for". */
export function foreignBefore(base: FactBase, sentence: Marked, from: number, to: number): string[] {
  return contentIn(readerOf(base), sentence, from, to).map((t) => t.text);
}
