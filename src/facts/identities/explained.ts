import type { FactBase } from '../base.ts';
import type { Tie } from '../../model/document.ts';
import { formulaOf } from './formula.ts';
import type { Identity } from './identity.ts';

/** The identities, those that don't tie with what the document's data says of them. */
export function explained(base: FactBase, identities: readonly Identity[]): Identity[] {
  return identities.map((i) => {
    const tie = i.verdict === 'no' ? base.document.ties.find((t) => isAbout(t, i)) : undefined;
    return tie ? { ...i, why: tie.why } : i;
  });
}

/** Whether an explanation is about an identity: its formula, segment and period. */
export function isAbout({ identity, segment, period }: Tie, i: Identity): boolean {
  const { cell } = i.target;
  return cell.segment === segment && cell.period === period && formulaOf(i) === identity;
}
