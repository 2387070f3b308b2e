/** How a writer bounds a number: "about 400", "almost 400", "over 400", "under 400". */
export type Hedge = 'exact' | 'about' | 'almost' | 'over' | 'under' | 'at-least' | 'at-most';

const HEDGES: readonly (readonly [Hedge, string])[] = [
  ['at-least', 'at least|no less than|no fewer than|not less than|minimum of'],
  ['at-most', 'at most|no more than|not more than|maximum of|as much as|as many as'],
  [
    'almost',
    'almost|nearly|just under|just below|slightly under|slightly below|a little under|a little below|a little less than|slightly less than|not quite|close to|shy of|just short of|approaching',
  ],
  [
    'over',
    'over|more than|above|exceed(?:s|ed|ing)?|in excess of|north of|upwards? of|just over|slightly over|a little over|a little more than|slightly more than|slightly above|just above|well over|topp(?:ed|ing)|surpass(?:es|ed|ing)?|beyond|greater than|higher than|>',
  ],
  ['under', 'under|less than|below|fewer than|lower than|south of|well under|<'],
  [
    'about',
    'about|around|roughly|approximately|approx\\.?|some|circa|ca\\.|c\\.|~|or so|in the region of|in the range of|on the order of',
  ],
];

/** Of these, the words that bound a step ("down about 5"); behind a movement, the others name a place ("rose above 5"). */
export const STEP_HEDGES =
  'at least|at most|no (?:less|fewer|more) than|not (?:less|more) than|as (?:much|many) as|almost|nearly|just under|slightly under|a little under|not quite|close to|just short of|(?:just |well |slightly |a little )?(?:over|more than)|in excess of|(?:slightly |a little )?less than|fewer than|about|around|roughly|approximately|approx\\.?|circa|ca\\.|c\\.|~|in the region of';

const BEFORE = HEDGES.map(
  ([hedge, words]) =>
    [hedge, new RegExp(`(?:^|[^\\p{L}])(?:${words})\\s*(?:(?:a|an|the|jpy|yen|some)\\s+)*$`, 'u')] as const,
);
const AFTER: readonly (readonly [Hedge, RegExp])[] = [
  ['about', /^\s*or so\b/],
  ['at-least', /^\s*(?:\+(?!\d)|or more\b|plus\b|and (?:over|above)\b)/],
  ['at-most', /^\s*or (?:less|fewer)\b/],
];

/** The bound said right before or behind a numeral, and the text before it without its words. */
export function hedgeOf(before: string, after: string): { hedge: Hedge; before: string } {
  for (const [hedge, pattern] of BEFORE) {
    const m = pattern.exec(before);
    if (m && /\bthe\s+$/.test(m[0])) return { hedge: 'exact', before: `${before.slice(0, m.index)} than ` };
    if (m) return { hedge, before: before.slice(0, m.index + (/^[^\p{L}<>~]/u.test(m[0]) ? 1 : 0)) };
  }
  const behind = AFTER.find(([, p]) => p.test(after));
  return { hedge: behind?.[0] ?? 'exact', before };
}

/** What the word right before a numeral makes it: where something arrives, by how much it moves, where it comes from. */
export type Role = 'to' | 'by' | 'from' | 'is' | 'of' | 'none';

const ARTICLES =
  '(?:\\s|\\b(?:a|an|the|just|only|also|now|still|some|its?|their|total of|loss of|profit of|combined|net|jpy|yen)\\b)*$';
const ROLES: readonly (readonly [Role, RegExp])[] = [
  ['by', new RegExp(`\\bby${ARTICLES}`)],
  [
    'from',
    new RegExp(
      `(?:^\\s*,?\\s*(?:it )?was\\s*$|\\b(?:from|than|vs\\.?|versus|against|after|compared (?:to|with)|(?:up|down) (?:on|from)))${ARTICLES}`,
    ),
  ],
  ['to', new RegExp(`\\b(?:to|reach(?:ed|es|ing)?|hit(?:s|ting)?|toward|into)${ARTICLES}`)],
  [
    'is',
    new RegExp(
      `\\b(?:at|was|were|is|are|be|been|stood|came (?:to|in at)|come to|amount(?:ed|s|ing) to|total(?:s|l?ed|l?ing)?|equals?|made|makes|earned|booked|posted|recorded|reported|generated|had|has|have|counts?|employ(?:s|ed)|did|brought in)${ARTICLES}`,
    ),
  ],
  ['of', new RegExp(`\\bof${ARTICLES}`)],
];

/** Where a movement arrives without a "to": "rose above 5", "slipped back below 5". */
const PLACE =
  /^\s*(?:(?:well|just|back|further|slightly|far|clearly|comfortably|again|to)\s+)*(?:above|below|beyond|past|north of|south of)\s+(?:(?:the|jpy|yen)\s+)*[¥￥]?\s*$/;

/** Whether what stands between a movement and a number makes the number the place where the movement arrives. */
export const isPlace = (between: string): boolean => PLACE.test(between);

export function roleOf(before: string): Role {
  const text = before.trimEnd();
  return ROLES.find(([, p]) => p.test(text))?.[0] ?? 'none';
}

/** Words of movement as nouns, behind which "of" names the step: "an increase of 5". */
const STEP =
  /\b(?:rise|increase|growth|gain|jump|improvement|drop|decline|decrease|fall|reduction|cut|change|uplift|contraction|expansion|difference|swing|hike|addition|upside|downside|widening|narrowing)\s*(?:\([^)]*\)\s*)?of\s*(?:(?:a|an|the|just|only|some|jpy|yen)\s+)*$/;

/** "Was a gain of 3 million" tells a result, not a step. */
const RESULT =
  /\b(?:was|were|is|are|posted|booked|recorded|made|had|shows?|showed) an? (?:net )?(?:gain|loss) of\s*$/;

export const isResultOf = (before: string): boolean => RESULT.test(before.trimEnd());

export const isStepOf = (before: string): boolean => STEP.test(`${before.trimEnd()} `) && !isResultOf(before);
