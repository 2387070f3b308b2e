import type { FactBase } from '../facts/base.ts';
import { identitiesOf } from '../facts/identities/enumerate.ts';
import {
  type Identity,
  IDENTITY_KINDS,
  type IdentityKind,
  type Verdict,
} from '../facts/identities/identity.ts';

/** How many identities of a kind came out how. */
export type Tally = Readonly<Record<Verdict, number>>;

/** A document held against itself. */
export interface Reconciliation {
  /** By kind in the model's order, then in the document's. */
  identities: readonly Identity[];
  /** Only the kinds that there are. */
  tallies: readonly (readonly [IdentityKind, Tally])[];
  total: Tally;
  /** Those that don't tie and that the document's data doesn't explain. */
  unexplained: readonly Identity[];
}

/** Recomputes every identity that the printed figures allow. */
export function reconcile(base: FactBase): Reconciliation {
  const all = identitiesOf(base);
  const kinds = IDENTITY_KINDS.map((kind) => [kind, all.filter((i) => i.kind === kind)] as const);
  return {
    identities: kinds.flatMap(([, list]) => list),
    tallies: kinds.filter(([, list]) => list.length > 0).map(([kind, list]) => [kind, tally(list)] as const),
    total: tally(all),
    unexplained: all.filter((i) => i.verdict === 'no' && i.why === null),
  };
}

function tally(list: readonly Identity[]): Tally {
  const count = (verdict: Verdict): number => list.filter((i) => i.verdict === verdict).length;
  return { exact: count('exact'), rounding: count('rounding'), no: count('no') };
}
