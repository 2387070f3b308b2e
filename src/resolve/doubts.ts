import type { FactBase } from '../facts/base.ts';
import { CONSOLIDATED } from '../model/fact.ts';
import { mentionsOf } from '../understand/said.ts';
import type { Frame } from './frame.ts';

/** "Which business posted a loss": one of several is asked for, and the group's figure names none; null where one is named. */
export function whichBusiness(frame: Frame): string | null {
  if (frame.items.some((i) => i.segment !== null && i.segment !== CONSOLIDATED)) return null;
  return (
    /\b(?:which|what) (?:of (?:the|its|our) )?(?:segments?|business(?:es)?|divisions?|categor(?:y|ies))\b(?! (?:years?|days?|plan)\b)/i.exec(
      frame.said.text,
    )?.[0] ?? null
  );
}

/** "Did gross margin exceed SG&A": a word between the two that sets one against the other. */
export function isSetAgainst(base: FactBase, frame: Frame): boolean {
  const [a, b] = mentionsOf(frame.said, 'metric');
  if (!a || !b) return false;
  const between = ` ${frame.said.text.slice(a.end, b.start).toLowerCase().trim()} `;
  return ['Higher', 'Lower'].some((c) => base.words[c]?.some((w) => between.includes(` ${w} `)));
}
