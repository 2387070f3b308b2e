import type { NumberMatch } from '../../lexicon/numbers.ts';
import type { Claim, ClaimedNumber, Direction } from '../../model/query.ts';
import { mentionsOf } from '../../understand/said.ts';
import type { Frame } from '../frame.ts';

const INTO = '(?:in)?to (?:an? )?(?:net |operating )?';
const LOSS = new RegExp(
  `\\b(?:unprofitable|loss[- ]making|in(?:to)? the red|negative|(?:makes?|at) a (?:net |operating )?loss|losing money|${INTO}(?:loss(?:es)?|deficit))\\b`,
  'i',
);
const PROFIT = new RegExp(
  `\\b(?:profitable|in(?:to)? the black|positive|(?:makes?|making|turn\\w*|at) a (?:net |operating )?profit|making money|(?:broke|breaks?|broken|breaking)[- ]?even|break-?even|${INTO}(?:profits?|profitability))\\b`,
  'i',
);
const TURNS = new RegExp(
  `\\b(?:turn(?:ed|s|ing)?|swung|swing(?:s|ing)?|went|go(?:es|ne|ing)?|mov(?:e|ed|es|ing)|return(?:ed|s|ing)?|flip(?:ped|s|ping)?|bec[ao]m(?:e|es|ing)|slip(?:ped|s|ping)?|fell|fall(?:s|en|ing)?|cross(?:ed|es|ing)?|comes?|coming|came|back)(?: [\\w-]+){0,3}? (?:positive|negative|profitable|unprofitable|loss[- ]making|into the (?:black|red)|${INTO}(?:profits?|profitability|loss(?:es)?|deficit))\\b`,
  'i',
);

/** "Profitable" and "loss-making" claim a sign of the operating income, or of the metric named. */
export function signClaimed(text: string): 'profit' | 'loss' | null {
  if (LOSS.test(text)) return 'loss';
  return PROFIT.test(text) ? 'profit' : null;
}

/** "Turned positive", "swung to a loss": the sign was another one before. */
export const turnClaimed = (text: string): boolean => TURNS.test(text) && signClaimed(text) !== null;

/** A loss that narrows is a result that rises. */
export const flipped = (d: Direction | null): Direction | null =>
  d === 'up' ? 'down' : d === 'down' ? 'up' : d;

/** "Isn't X ...?" and "..., didn't it?" ask for a yes; they deny nothing. */
const ASKED_BACK =
  /^(?:so |and |but |hey |hi )*(?:is|was|did|does|are|has|have|were|do|will|had) not\b|\b(?:is|was|did|does|are|has|have|were|do) not (?:it|they|that|he)\b/gi;

/** What a statement claims: its direction, all its numbers, whether it speaks of a loss or a fall. */
export function claimOf(frame: Frame): Claim {
  const { said } = frame;
  const sign = signClaimed(said.text);
  const numbers = [
    ...mentionsOf(said, 'number').map((m) => numberOf(said.text, m.number)),
    ...timesOf(said.text),
  ];
  const threshold = numbers.some((n) => n.bound === 'over' || n.bound === 'under');
  const zero: ClaimedNumber = {
    value: '0',
    valueUnit: null,
    decimals: 0,
    bound: sign === 'profit' ? 'over' : 'under',
  };
  return {
    direction: sign === null ? directionOf(said.tags, said.text, threshold) : null,
    numbers: sign === null ? numbers : [zero],
    ...(turnClaimed(said.text) ? { turned: true as const } : {}),
    unsigned:
      numbers.length > 0 &&
      /\b(?:loss|losses|deficit|negative|minus|fell|fall\w*|down|drop\w*|declin\w*|decreas\w*|lower\w*|reduc\w*|shrank|cut|lost|narrow\w*|widen\w*)\b/i.test(
        said.text,
      ),
    negated: /\b(?:not|never|nobody|no one|neither)\b/i.test(said.text.replace(ASKED_BACK, ' ')),
  };
}

/** Verbs that claim a size of a movement, in percent. */
const SIZES: readonly (readonly [RegExp, string, ClaimedNumber['bound']])[] = [
  [/\bdoubl(?:e|es|ed|ing)\b(?![- ](?:digits?|check|entry))/i, '100', 'over'],
  [/\btripl(?:e|es|ed|ing)\b/i, '200', 'over'],
  [/\bquadrupl(?:e|es|ed|ing)\b/i, '300', 'over'],
  [/\bhalv(?:e|es|ed|ing)\b/i, '50', 'over'],
];

/** "Doubled" says that it rose by a hundred percent or more; "almost doubled" about that. */
function timesOf(text: string): ClaimedNumber[] {
  return SIZES.flatMap(([pattern, value, bound]): ClaimedNumber[] => {
    const at = text.search(pattern);
    if (at < 0) return [];
    const near = /\b(?:nearly|almost|about|around|roughly|close to)\s*$/i.test(text.slice(0, at));
    return [{ value, valueUnit: 'percent', decimals: 0, bound: near ? 'about' : bound }];
  });
}

function numberOf(text: string, number: NumberMatch): ClaimedNumber {
  const before = text.slice(0, number.start).toLowerCase();
  const about = /(?:about|around|roughly|approximately|nearly|almost|some|circa|~)\s*$/.test(before);
  const over =
    /(?:over|more than|above|exceed(?:s|ed|ing)?|past|beyond|at least|north of|topped|(?:higher|larger|bigger|greater|better|stronger) than|>)\s*(?:the )?$/.test(
      before,
    );
  const under =
    /(?:under|less than|below|fewer than|short of|at most|(?:lower|smaller|weaker) than|<)\s*$/.test(before);
  return {
    value: number.value.toFixed(),
    valueUnit: number.unit,
    decimals: number.decimals,
    bound: over ? 'over' : under ? 'under' : about ? 'about' : 'exact',
  };
}

/** The movement a statement claims; "lower" and "down" outweigh a stray "more". */
export function directionOf(tags: ReadonlySet<string>, text: string, comparing: boolean): Direction | null {
  if (tags.has('Flat') && !tags.has('Rise')) return 'flat';
  const words = text.toLowerCase();
  const up =
    (tags.has('Rise') || tags.has('Higher')) &&
    !(
      comparing &&
      !/\b(?:rose|ris(?:e|en|ing)|grew|grow(?:n|ing)?|increas(?:e|ed|ing)|up|climbed|gained|improved|raised|doubl\w*|tripl\w*|quadrupl\w*)\b/.test(
        words,
      )
    );
  const down =
    (tags.has('Fall') || tags.has('Lower')) &&
    !(
      comparing &&
      !/\b(?:fell|fall(?:en|ing)?|declin(?:e|ed|ing)|decreas(?:e|ed|ing)|down|drop(?:ped)?|shrank|lowered|cut|halv\w*)\b/.test(
        words,
      )
    );
  if (up === down) return up ? firstOf(words) : null;
  return up ? 'up' : 'down';
}

function firstOf(text: string): Direction {
  const down = text.search(/\b(?:fall|fell|decreas|declin|drop|down|lower|shr[aiu]nk|reduc)/);
  const up = text.search(/\b(?:rise|rose|increas|grow|grew|up|higher|improv|rais|climb)/);
  return down >= 0 && (up < 0 || down < up) ? 'down' : 'up';
}
