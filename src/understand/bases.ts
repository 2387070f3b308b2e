import type { PeriodMatch } from '../lexicon/periods/said.ts';
import { whole } from '../lexicon/periods/said.ts';
import type { MentionOf } from './said.ts';

const YOY = whole(
  `yoy|y/y|y-o-y|y o y|y-on-y|yr/yr|yr-on-yr|yr over yr|year[ -](?:on|over|to)[ -]year|year-by-year|(?:on an? )?annual comparison|on the year|yoy growth|annual(?:ised)? growth|annually|12m change`,
);
const QOQ = whole(
  `qoq|q/q|q-o-q|q o q|q-on-q|quarter[ -](?:on|over)[ -]quarter|qtr[ -](?:on|over)[ -]qtr|sequential(?:ly)?|on a sequential basis|(?:over|during|within) (?:the|this) (?:single )?quarter|quarterly change`,
);

/** Words before a period that make it what a change is counted from. */
const COMPARES =
  /(?:\b(?:vs|v|versus|than|since|against|over|from|on|relative to|in relation to|up on|down on|compared? (?:to|with|against)|comparing (?:to|with)|comparison (?:to|with)|than (?:it |they )?(?:was|were|had been) (?:\w+ )?(?:for|in|during|at)|(?:exceed(?:s|ed|ing)?|surpass(?:es|ed)?|above|below|beyond)|comp(?:are|ares|aring)\b[^.;?]{3,120}\b(?:with|to))|\/)\s*(?:the |that of |that in |those of |what it was |it was |in |at |as of |its |for |level (?:of|in|at) |(?:the )?figures? (?:for|of|in) |(?:the )?(?:beginning|start|outset|opening) of |end of |end-)*$/;
/** Of these, the ones that compare only with a relative period ("over last year"), not with any ("over 3Q11"). */
const LOOSE = /\b(?:over|from|on)\s*(?:the |that of |that in |in |its |for |at |as of )*$/;

/** Year-on-year and quarter-on-quarter words. */
export function findBaseWords(text: string): MentionOf<'base'>[] {
  const lower = text.toLowerCase();
  const yoy = Array.from(lower.matchAll(YOY), (m) => ({
    kind: 'base' as const,
    base: { kind: 'yoy' as const },
    start: m.index,
    end: m.index + m[0].length,
  }));
  const qoq = Array.from(lower.matchAll(QOQ), (m) => ({
    kind: 'base' as const,
    base: { kind: 'qoq' as const },
    start: m.index,
    end: m.index + m[0].length,
  }));
  return [...yoy, ...qoq];
}

/** "Mar / Jun / Sep": the periods of a list of three or more, which are set side by side and not compared with one another. */
export function listedBySlash(text: string, periods: readonly PeriodMatch[]): ReadonlySet<PeriodMatch> {
  const runs: PeriodMatch[][] = [];
  for (const p of periods) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && text.slice(last.end, p.start).trim() === '/') run.push(p);
    else runs.push([p]);
  }
  return new Set(runs.filter((r) => r.length > 2).flat());
}

const RELATIVE = new Set(['same', 'shift']);

/**
 * Whether a period is what something is compared with ("vs last year", "since March", "compared with 3Q10").
 * `alone`: it is the only period named.
 */
export function comparesWith(text: string, match: PeriodMatch): boolean {
  if (match.said.type === 'series') return false;
  const before = text.slice(0, match.start).toLowerCase();
  const inside = text.slice(match.start, match.end).toLowerCase();
  if (/^(?:since)\b/.test(inside)) return true;
  if (match.said.type === 'same' && /^(?:over|in|during|within)\b/.test(inside)) return true;
  if (!COMPARES.test(before)) return false;
  const counted = match.said.type === 'span' && match.said.by !== null && match.said.by < 0;
  const relative =
    counted ||
    (RELATIVE.has(match.said.type) &&
      'by' in match.said &&
      (match.said.by ?? 0) < 0 &&
      !(match.said.type === 'shift' && match.said.by === 0));
  return relative || !LOOSE.test(before);
}
