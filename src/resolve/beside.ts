import type { Figure } from '../model/answer.ts';
import type { Query } from '../model/query.ts';
import { directionOfValue } from './check.ts';
import { amount } from './figure.ts';
import type { Caveat, Outcome } from './outcome.ts';

type Asked = Extract<Caveat, { kind: 'asked' }>;

/** Whether what was said of two things, or of two comparisons of one, holds; open where their figures don't decide it. */
export function withVerdict(outcome: Outcome, query: Query, caveats: readonly Caveat[]): Outcome {
  const asked = caveats.find((c) => c.kind === 'asked');
  if (!asked || caveats.some((c) => c.kind === 'cumulative')) return outcome;
  switch (outcome.kind) {
    case 'compare':
      return { ...outcome, holds: sizesHold(asked, outcome.figures) };
    case 'rank':
      return query.intent === 'rank' && outcome.by === 'change'
        ? { ...outcome, holds: movesHold(asked, inOrder(query.items, outcome.all)) }
        : outcome;
    case 'change': {
      const moves = [outcome.change, outcome.also].map((c) => c?.amount ?? c?.percent ?? null);
      const agree = moves.map((f) => f && directionOfValue(amount(f)) === asked.moved);
      const [first] = agree;
      return asked.moved !== null && first !== undefined && agree.every((a) => a === first)
        ? { ...outcome, holds: first }
        : outcome;
    }
    default:
      return outcome;
  }
}

/** The figures in the order in which the things were named. */
const inOrder = (items: Extract<Query, { intent: 'rank' }>['items'], all: readonly Figure[]): Figure[] =>
  items.flatMap((i) => all.find((f) => f.metric === i.metric.value && f.segment === i.segment.value) ?? []);

function sizesHold(asked: Asked, figures: readonly Figure[]): boolean | null {
  const [a, b, more] = figures;
  if (!a || !b || more || asked.size === null || a.unit !== b.unit || a.unit === 'date') return null;
  if (amount(a).lt(0) || amount(b).lt(0)) return null;
  return asked.size === 'more' ? amount(a).gt(amount(b)) : amount(a).lt(amount(b));
}

function movesHold(asked: Asked, figures: readonly Figure[]): boolean | null {
  const [a, b, more] = figures;
  if (!a || !b || more || asked.size === null || a.unit !== b.unit) return null;
  const up = asked.moved === 'up';
  if (asked.moved !== 'up' && asked.moved !== 'down') return null;
  const [x, y] = up ? [amount(a), amount(b)] : [amount(a).neg(), amount(b).neg()];
  return x.gt(0) && (asked.size === 'more' ? x.gt(y) : x.lt(y));
}
