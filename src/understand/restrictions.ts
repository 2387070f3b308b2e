import type { FactBase } from '../facts/base.ts';

/** Words that leave a thing out, before a name that was set aside for it. */
const LEFT_OUT =
  / (?:excluding|excl|except|without|apart from|other than|leaving aside|ignoring) (?:(?:the|its|any|other|for) )*contextx(?: (?:and |or )?(?:(?:the|its|any) )*contextx)*(?= )/g;

/** Words before a segment that mean all but it: "non-ATM", "not related to IIJ-Global", "everything but GIO". */
const TURNED =
  / (non|before|prior to|not related to|(?<=\S )(?:is|are|was|were) not|not attributable to|not belonging to|not belong to|not coming from|not come from|not from|not of|not in|but|but not|net of|ignoring|disregarding|not counting|not including) (?:(?:the|its) )?segmentx(?= )/;

/** A figure that is left out of another, where it was not set aside as saying nothing. */
const SPARED = / (ignoring|disregarding|not counting|leaving aside) (?:(?:the|its|any) )*metricx(?= )/;

/** Arithmetic with a number that nobody printed: "revenue plus 10%". */
const RECKONED =
  / (?:metricx|segmentx|periodx|contextx) (?<with>plus|minus|times|multiplied by|ratioofx|divided by|less|increased by|reduced by|grossed up by) (?:a |an |another )?numberx(?= )/;

/** A statement may claim a negative number: "was operating income minus 29 million?". */
const OPENS = /^ (?:so |and |but )?(?:is|was|were|are|did|does|do|has|have|had|confirm) /;

/** "What did one ATM cost": nobody printed what a single one does. */
const SINGLE =
  / (?:did|does|do|would|can|of|for|from|by) (one|a single|every single|each single|an average) segmentx(?= )/;

const restricting = new WeakMap<FactBase, readonly { phrase: string; padded: string }[]>();

/** The phrases that change what is asked, with spaces around them, so that only whole words are found. */
function restrictingPhrases(base: FactBase): readonly { phrase: string; padded: string }[] {
  let kept = restricting.get(base);
  if (!kept) {
    const phrases = ['Restrict', 'Currency'].flatMap((c) => base.words[c] ?? []);
    kept = phrases.map((phrase) => ({ phrase, padded: ` ${phrase} ` }));
    restricting.set(base, kept);
  }
  return kept;
}

/** Words of a skeleton that change what is asked in a way that no reading covers. */
export function restrictionsIn(base: FactBase, skeleton: readonly string[]): string[] {
  const text = ` ${skeleton.join(' ')} `.replace(LEFT_OUT, ' ');
  const turned = TURNED.exec(text)?.[1];
  const listed = restrictingPhrases(base).flatMap(({ phrase, padded }) =>
    text.includes(padded) ? phrase : [],
  );
  const reckoned = OPENS.test(text)
    ? undefined
    : RECKONED.exec(text)?.groups?.with?.replace('ratioofx', 'divided by');
  return [...listed, turned, SPARED.exec(text)?.[1], reckoned, SINGLE.exec(text)?.[1]].filter(
    (w) => w !== undefined,
  );
}
