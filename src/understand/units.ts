import { apart } from './spans.ts';
import { whole } from '../lexicon/periods/said.ts';
import type { OutputUnit } from '../model/query.ts';
import type { MentionOf } from './said.ts';

const UNITS: readonly (readonly [OutputUnit, string])[] = [
  [
    'oku',
    'oku(?:[ -]?yen)?(?: \\([^)]*\\))?|(?:one |a )?hundreds?[ -](?:of )?(?:millions?|mn|mm|mln)(?: of)?(?:[ -]yen)?(?: \\(oku\\))?|100[ -]?(?:m|mn|mm|mln|million)s?(?:[ -](?:of )?yen)?|億円?',
  ],
  ['trillion', 'trillions?(?: of)?(?: yen)?|tn|trn'],
  ['billion', 'billions?(?: of)?(?: yen)?|bn|bln|b yen|bil|jpy ?bn|yen ?bn|jpy billions?|yen billions?'],
  ['million', 'millions?(?: of)?(?: yen)?|mn|mln|mm|mil|m yen|jpy ?mn?|yen ?mn|jpy millions?|yen millions?'],
  ['thousand', 'thousands?(?: of)?(?: yen)?|k yen|kyen|jpy thousands?|000s|yen thousands?'],
  [
    'yen',
    '(?:plain |full |whole |actual |single |base |units? of |individual |full amount of )yen|yen|jpy|full digits|whole yen figure',
  ],
];

const LEAD =
  '(?:(?:expressed |stated |given |shown |converted |reported |quoted |denominated |measured )?(?:in|to|as|into)|convert(?:ed)? (?:it )?(?:to|into)|how many|how much in|unit:?|number of)';
const SIGNED = whole('(?:¥|jpy ?|yen ?)(?<u>bn|b|mn|mm|m)');
const SIGNED_UNITS: Readonly<Record<string, OutputUnit>> = {
  bn: 'billion',
  b: 'billion',
  mn: 'million',
  mm: 'million',
  m: 'million',
};

/** A unit alone at the end, set off or abbreviated: "total assets in December, bn". */
const BARE =
  /(?:[,(:]\s?|\s-\s|(?<!(?:^|[\s¥$(])[\d.,]{1,20})\s)(?<u>(?:jpy |yen )?(?:bn|bln|mn|mln|oku))(?:[ -]?yen)?\)?[\s?.!]*$|[,(:]\s?(?<u>(?:jpy |yen )?(?:billion|million|thousand|trillion)s?)(?:[ -]yen)?\)?[\s?.!]*$/;

const PATTERNS = UNITS.map(([unit, words]) => ({
  unit,
  alone: new RegExp(`^(?:${words})$`),
  led: whole(`${LEAD} (?:the )?(?:units? of |jpy |japanese |terms of )?(?:${words})`),
}));

/** The unit in which the answer is wanted: "in billions", "how many oku yen", "in yen". Words such as "in yen terms" ask for an amount, not a unit. */
export function findUnits(text: string): MentionOf<'unit'>[] {
  const lower = text.toLowerCase();
  const found: MentionOf<'unit'>[] = [];
  for (const { unit, led } of PATTERNS) {
    for (const m of lower.matchAll(led)) {
      const after = lower.slice(m.index + m[0].length);
      if (
        unit === 'yen' &&
        (/^how (?:many|much)|^number/.test(m[0]) || /^ (?:terms|amount|change)/.test(after))
      )
        continue;
      found.push({ kind: 'unit', unit, start: m.index, end: m.index + m[0].length });
    }
  }
  for (const m of lower.matchAll(SIGNED)) {
    const unit = SIGNED_UNITS[m.groups?.u ?? ''];
    if (unit && !/\d\s?$/.test(lower.slice(0, m.index)))
      found.push({ kind: 'unit', unit, start: m.index, end: m.index + m[0].length });
  }
  const bare = found.length === 0 ? BARE.exec(lower) : null;
  const word = bare?.groups?.u;
  const named = word === undefined ? undefined : PATTERNS.find(({ alone }) => alone.test(word))?.unit;
  if (bare && word !== undefined && named) {
    const start = bare.index + bare[0].indexOf(word);
    found.push({ kind: 'unit', unit: named, start, end: start + word.length });
  }
  return apart(found);
}
