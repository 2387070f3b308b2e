import { cellKey, type FactBase } from '../base.ts';
import { explained } from './explained.ts';
import { leavesOf, type Printed } from './expression.ts';
import type { Identity } from './identity.ts';
import { sumIdentities } from './linear.ts';
import { printingIdentities } from './printings.ts';
import { quotientIdentities } from './quotients.ts';
import { waysOf } from './ways.ts';

/** Kept while the data is checked; a base that answers questions needs none of them, and they outweigh its facts. */
const found = new WeakMap<FactBase, WeakRef<readonly Identity[]>>();

/**
 * Every identity that holds or should hold between the printed figures of a document, each once: from the vocabulary's
 * sums, splits and ratios, the calendar, printed changes and growth, and figures printed more than once. Those that
 * don't tie carry the document's explanation where there is one.
 */
export function identitiesOf(base: FactBase): readonly Identity[] {
  const known = found.get(base)?.deref();
  if (known) return known;
  const ways = waysOf(base);
  const all = [
    ...printingIdentities(base),
    ...distinct([...sumIdentities(base, ways), ...quotientIdentities(base, ways)]),
  ];
  const identities = explained(base, all);
  found.set(base, new WeakRef(identities));
  return identities;
}

/** An identity of the same figures in the same digits is the same, whichever of them it is solved for. */
function distinct(list: readonly Identity[]): Identity[] {
  const first = new Map<string, Identity>();
  for (const item of list) {
    const key = [item.target, ...leavesOf(item.from).map((l) => l.printed)].map(digitsOf).sort().join(' ');
    if (!first.has(key)) first.set(key, item);
  }
  return [...first.values()];
}

const digitsOf = ({ cell, fact }: Printed): string =>
  `${cellKey(cell)}=${String(fact.value)}:${fact.decimals}`;
