import type { ClaimKind } from '../model/claim.ts';
import type { Numeral } from '../lexicon/numerals.ts';
import type { PeriodSaid } from '../lexicon/periods/said.ts';
import type { BaseSaid } from '../understand/said.ts';
import type { MarkOf, ScenarioWord } from './marks.ts';
import type { Movement } from './movements.ts';
import type { Hedge } from './roles.ts';
import type { Subject } from './subjects.ts';

/** What a claim is about, as said or carried over from before. */
export interface About {
  subject: Subject | null;
  /** The subject said before, of which a part may be meant here. */
  context: Subject | null;
  /** Whether the context stands in the same sentence or heads the list, so that its segment is the likelier. */
  contextLeads: boolean;
  period: PeriodSaid | null;
  /** Whether the period was said in the claim's own sentence. */
  periodSaid: boolean;
  base: BaseSaid | null;
  scenario: ScenarioWord | null;
}

/** A claim as read, before it is held against the figures. Offsets are those of the whole text. */
export interface Draft extends About {
  start: number;
  end: number;
  numeral: Numeral | null;
  /** A scale that a table's heading gives to numerals without one. */
  scale: number | null;
  kind: ClaimKind;
  hedge: Hedge;
  movement: Movement | null;
  negated: boolean;
  /** The whole that a share is of. */
  whole: Subject | null;
  /** Words that name something else than the figures here ("churn", another company). */
  foreign: readonly string[];
  /** A numeral that counts something else, or a date. */
  innocent: boolean;
}

/** A numeral with what it was read as. */
export interface Reading {
  mark: MarkOf<'numeral'>;
  draft: Draft;
}
