import { aliasOwners } from './alias-owners.ts';
import { changesTie } from './changes-tie.ts';
import { chainsTie } from './chains-tie.ts';
import type { DataCheck } from './check.ts';
import { duplicateIds } from './duplicate-ids.ts';
import { growthTies } from './growth-ties.ts';
import { identitiesTie } from './identities-tie.ts';
import { noteDates } from './note-dates.ts';
import { noteNumerals } from './note-numerals.ts';
import { periodNature } from './period-nature.ts';
import { periodsTie } from './periods-tie.ts';
import { printingsAgree } from './printings-agree.ts';
import { ratiosTie } from './ratios-tie.ts';
import { references } from './references.ts';
import { sectionLists } from './section-lists.ts';
import { sharesTie } from './shares-tie.ts';
import { splitsTie } from './splits-tie.ts';
import { tiesNeeded } from './ties-needed.ts';
import { unitFits } from './unit-fits.ts';
import { unknownMetric } from './unknown-metric.ts';
import { unknownSection } from './unknown-section.ts';
import { unknownSegment } from './unknown-segment.ts';

export type { DataCheck } from './check.ts';

/** The rules for names, places and shapes. */
export const FORM_CHECKS: readonly DataCheck[] = [
  duplicateIds,
  unknownMetric,
  unknownSegment,
  unknownSection,
  sectionLists,
  aliasOwners,
  unitFits,
  periodNature,
  references,
  noteDates,
  noteNumerals,
];

/** The rules of arithmetic: whatever can be recomputed ties, or the data says why it doesn't. */
const TIE_CHECKS: readonly DataCheck[] = [
  printingsAgree,
  identitiesTie,
  splitsTie,
  periodsTie,
  changesTie,
  growthTies,
  ratiosTie,
  sharesTie,
  chainsTie,
  tiesNeeded,
];

/** All rules that the data must keep, names and places before arithmetic. */
export const CHECKS: readonly DataCheck[] = [...FORM_CHECKS, ...TIE_CHECKS];
