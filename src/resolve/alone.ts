import { CONSOLIDATED } from '../model/fact.ts';
import { itemsIn, type Query } from '../model/query.ts';
import type { Refusal } from '../model/answer.ts';
import type { Caveat } from './outcome.ts';

const QUARTER = '(?:fiscal )?(?:quarter|qtr|three months|3 months)';
/** A quarter as people write it, with or without its year, or its months. */
const NAMED =
  "(?:(?:[1-4] ?q|q ?[1-4])(?: ?[-/]?(?:fy)? ?'?(?:20)?\\d\\d)?|(?:first|second|third|fourth|[1-4](?:st|nd|rd|th)) (?:quarter|qtr)(?: (?:of )?(?:fy|fiscal) ?'?(?:20)?\\d\\d)?|[a-z]{3,9}\\.? ?(?:-|to|through) ?[a-z]{3,9}\\.?(?: '?(?:20)?\\d\\d)?)";

/** Words by which nothing but the quarter itself is wanted, and no longer period that ends with it. */
const ALONE = new RegExp(
  `\\b${QUARTER} (?:only|alone|itself|by itself|on its own|in isolation)\\b|\\b(?:single|stand-?alone|discrete|isolated) ${QUARTER}\\b|\\b(?:just|only) (?:for )?(?:the |that |this )?${QUARTER}\\b|\\b${NAMED}\\)?,? ?\\(?(?:only|alone|itself|on its own|by itself|in isolation|stand-?alone)\\b|\\b(?:just|only) (?:for )?${NAMED}\\b`,
  'i',
);

/** Why a cumulative figure is no answer: the question wants the quarter alone, and that is not printed. */
export function quarterAlone(text: string, query: Query, caveats: readonly Caveat[]): Refusal | null {
  const caveat = caveats.find((c) => c.kind === 'cumulative');
  if (!caveat || !ALONE.test(text)) return null;
  const item = itemsIn(query).find((i) => i.period.value === caveat.given);
  return {
    code: 'period-not-covered',
    metric: item?.metric.value,
    segment: item?.segment.value ?? CONSOLIDATED,
    period: caveat.asked,
  };
}
