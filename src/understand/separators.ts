import type { MentionOf, Separator } from './said.ts';
import { apart } from './spans.ts';

const PATTERNS: readonly (readonly [Separator, RegExp])[] = [
  ['item', /;/g],
  [
    'of',
    /\b(?:as|in|into|at) (?:an? |the )?(?:%|percent|percentage|pct|share|proportion|ratio|portion|fraction|multiple|percentage share) (?:of|to|against|on)\b/g,
  ],
  ['of', /(?:^|\s)%\s?of\b|\b(?:relative to|in relation to|in terms of %? of|divided by|as against)\b/g],
  ['per', /\bper(?! cent| share|cent)\b|\bfor each\b|\bfor every\b/g],
  ['minus', /\b(?:minus|less(?! than)|net of|subtract(?:ed from|ing)?|excess of|deducting)\b/g],
  [
    'versus',
    /\b(?:vs|v|versus|compared? (?:to|with|against)|compared|against|than|next to|as opposed to|in contrast to)\b/g,
  ],
  ['to', /\bto\b|\bthrough\b|\buntil\b/g],
  [
    'and',
    /\b(?:and|or|plus|with|along with|as well as|together with|followed by|then)\b|[,+/&:]|(?<=\s)-(?=\s)/g,
  ],
];

/** Words and signs that divide a question into its parts, left to right, longest first. */
export function findSeparators(text: string): MentionOf<'separator'>[] {
  const lower = text.toLowerCase();
  const found: MentionOf<'separator'>[] = [];
  for (const [separator, pattern] of PATTERNS) {
    for (const m of lower.matchAll(pattern)) {
      const start = m.index + (m[0].length - m[0].trimStart().length);
      found.push({ kind: 'separator', separator, start, end: m.index + m[0].length });
    }
  }
  return apart(found);
}
