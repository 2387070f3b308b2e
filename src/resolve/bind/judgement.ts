import { type FactBase, metricOf } from '../../facts/base.ts';
import type { MetricId } from '../../model/fact.ts';
import type { Direction } from '../../model/query.ts';

const BETTER = /\b(?:improv(?:e|es|ed|ing|ement)|better)\b/i;
const WORSE = /\b(?:worsen(?:s|ed|ing)?|worse|deteriorat(?:e|es|ed|ing|ion))\b/i;
const MOVES =
  /\b(?:rose|ris(?:e|en|es|ing)|grew|grow\w*|increas\w*|up|climb\w*|gain\w*|fell|fall\w*|declin\w*|decreas\w*|down|drop\w*|shr[aiu]nk\w*|narrow\w*|widen\w*|higher|lower)\b/i;

/**
 * The movement that "improved" and "worsened" claim of a metric: of costs that they fell, of a result that it rose, also
 * where it is a loss. Null where neither way is good news; undefined where a text says how something moved.
 */
export function judgedDirection(
  base: FactBase,
  metric: MetricId,
  text: string,
): Direction | null | undefined {
  const [better, worse] = [BETTER.test(text), WORSE.test(text)];
  if (better === worse || MOVES.test(text)) return undefined;
  const { good } = metricOf(base, metric);
  switch (good) {
    case 'up':
      return better ? 'up' : 'down';
    case 'down':
      return better ? 'down' : 'up';
    case 'neutral':
      return null;
  }
}
