import type { FactBase } from '../../facts/base.ts';
import type { Intent } from '../../model/query.ts';
import type { Frame } from '../frame.ts';
import type { Bound } from '../outcome.ts';
import { bindAggregate } from './aggregate.ts';
import { bindChange } from './change.ts';
import { bindCheck } from './check.ts';
import { type Again, refused } from './common.ts';
import { bindCompare, bindLookup, bindTrend } from './levels.ts';
import { bindMovers, movesOfParts } from './movers.ts';
import { prepare } from './prepare.ts';
import { bindRank } from './rank.ts';
import { bindRatio, bindShare, dropTerms } from './ratio.ts';
import { bindTarget } from './target.ts';
import { bindTopic } from './topic.ts';

/** Fills what a question left unsaid and finds its cells: the typed query, a refusal, or a choice. */
export function bindQuery(base: FactBase, asked: Frame, intent: Intent): Bound {
  const frame = prepare(base, { ...asked, items: dropTerms(base, asked.said.text, asked.items) });
  const again: Again = (next, as = intent) => bindQuery(base, next, as);
  switch (intent) {
    case 'lookup':
      return bindLookup(base, frame, again);
    case 'change':
      return bindChange(base, frame, again);
    case 'compare':
      return bindCompare(base, frame, again);
    case 'trend':
      return bindTrend(base, frame, again);
    case 'rank':
      return bindRank(base, frame, again);
    case 'ratio':
      return frame.items.length < 2 && !(frame.sets.has('as:times') && frame.base?.kind === 'period')
        ? bindLookup(base, frame, again)
        : (movedBeside(base, frame, again) ?? bindRatio(base, frame, again));
    case 'share':
      return bindShare(base, frame, again);
    case 'aggregate':
      return bindAggregate(base, frame, again);
    case 'target':
      return bindTarget(base, frame, again);
    case 'check':
      return bindCheck(base, frame, again);
    case 'explain':
    case 'define':
    case 'list':
    case 'source':
      return splitMoves(base, frame, again) ?? bindTopic(base, frame, intent, () => again(frame, 'lookup'));
    case 'help':
      return { kind: 'query', query: { intent: 'help', kind: helpKind(frame), unit: null }, caveats: [] };
  }
}

/** "X relative to Y, year on year" of two segments sets their movements beside each other. */
function movedBeside(base: FactBase, frame: Frame, again: Again): Bound | null {
  const metrics = new Set(frame.items.map((i) => i.metric));
  if (metrics.size > 1 || (frame.base?.kind !== 'yoy' && frame.base?.kind !== 'qoq')) return null;
  const moved = bindMovers(base, frame, again);
  return moved.kind === 'query' ? moved : null;
}

/** "Revenue growth by segment": the changes of the parts; their levels would answer another question. */
function splitMoves(base: FactBase, frame: Frame, again: Again): Bound | null {
  const moves = frame.base !== null || frame.said.cues.some((c) => c.intent === 'change');
  const [item] = frame.items;
  if (!frame.sets.has('split') || !moves || !item) return null;
  return movesOfParts(base, frame, item, again) ?? refused({ code: 'restriction', words: ['by segment'] });
}

function helpKind(frame: Frame): 'help' | 'greeting' | 'thanks' {
  if (frame.said.tags.has('Help')) return 'help';
  return frame.said.tags.has('Thanks') ? 'thanks' : 'greeting';
}
