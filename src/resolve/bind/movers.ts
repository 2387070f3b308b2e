import type { FactBase } from '../../facts/base.ts';
import type { Frame } from '../frame.ts';
import type { Bound } from '../outcome.ts';
import { bindBase, formOf } from './base.ts';
import { type Again, bindAll, failed, hasChange, refused } from './common.ts';

/** Changes of several things side by side: the biggest mover first is a ranking; here in the order asked. */
export function bindMovers(base: FactBase, frame: Frame, again: Again): Bound {
  const bound = bindAll(base, frame, frame.items, hasChange(base, frame));
  if (!bound.ok) return failed(base, frame, bound, again);
  const [first] = bound.items;
  const from = first && bindBase(base, frame, first);
  if (!first || !from) return refused({ code: 'no-base' });
  return {
    kind: 'query',
    query: {
      intent: 'rank',
      items: bound.items,
      by: 'change',
      base: from,
      form: formOf(frame).value,
      order: 'highest',
      top: bound.items.length,
      unit: frame.unit,
    },
    caveats: bound.caveats,
  };
}
