import type { FactBase } from '../facts/base.ts';
import type { Figure } from '../model/answer.ts';
import type { CheckedClaim, Cause, Verdict } from '../model/claim.ts';
import type { Direction } from '../model/query.ts';
import { directionOfValue } from '../resolve/check.ts';
import { type At, numberOf } from '../resolve/figure.ts';
import { level } from '../resolve/level.ts';
import { type Agreement, isScaled, isTruncated, sizeAgrees } from './agree.ts';
import { cellsOf } from './cells.ts';
import type { Draft } from './claim.ts';
import { expectedFor, movesOf } from './expected.ts';
import { elsewhere } from './elsewhere.ts';
import { multipleAgrees } from './multiples.ts';
import { recordVerdict } from './records.ts';

/** How a claim fares; offsets and text are added by the caller. */
export type Judged = Pick<CheckedClaim, 'verdict' | 'grave' | 'cause' | 'figure' | 'instead'> & {
  at: At | null;
};

const judged = (
  verdict: Verdict,
  at: At | null,
  figure: Figure | null,
  more: Partial<Judged> = {},
): Judged => ({ verdict, at, figure, grave: false, cause: null, instead: null, ...more });

/** A cell with one figure that a claim about it can mean. */
interface Candidate {
  at: At;
  figure: Figure;
}

/** Holds a claim against the document. Only what the claim names can support it; what else the number fits is told apart. */
export function judge(base: FactBase, draft: Draft): Judged {
  if (draft.innocent) return judged('not-a-claim', null, null);
  if (draft.foreign.length > 0) return judged('absent', null, null);
  const cells = cellsOf(base, draft);
  const candidates = cells.flatMap((at) => expectedFor(base, draft, at).map((figure) => ({ at, figure })));
  const found =
    draft.movement?.record === true && draft.numeral === null
      ? recordVerdict(base, draft, cells)
      : draft.kind === 'movement'
        ? judgeMovement(base, draft, candidates)
        : draft.numeral === null
          ? judgeMultiple(base, draft, candidates)
          : judgeNumber(base, draft, cells, candidates);
  return draft.negated ? negate(found) : found;
}

function negate(j: Judged): Judged {
  switch (j.verdict) {
    case 'matches':
    case 'rounds':
      return { ...j, verdict: 'differs', grave: true, cause: 'direction' };
    case 'differs':
      return { ...j, verdict: 'matches', grave: false, cause: null };
    case 'other':
    case 'absent':
    case 'not-a-claim':
      return j;
  }
}

/** Whether a negative figure's size is spoken of, so that its rise is the size's fall. */
const speaksOfLoss = (base: FactBase, draft: Draft, at: At): boolean =>
  draft.subject?.loss === true || /loss|deficit/i.test(base.metrics.get(at.metric)?.label ?? '');

const isNegative = (f: Figure | null): boolean => (f && numberOf(f)?.lt(0)) === true;

/** Which way the value itself moved, if the claim is right. */
function claimedDirection(base: FactBase, draft: Draft, at: At): Direction | null {
  const { movement, numeral } = draft;
  if (movement === null) {
    if (draft.kind !== 'change' || !numeral?.sign) return null;
    return numeral.sign === 'minus' ? 'down' : 'up';
  }
  const now = level(base, at);
  const flips =
    isNegative(now) && (movement.of === 'size' || (movement.of === 'value' && speaksOfLoss(base, draft, at)));
  if (!flips || movement.to === 'flat') return movement.to;
  return movement.to === 'up' ? 'down' : 'up';
}

function judgeMovement(base: FactBase, draft: Draft, candidates: readonly Candidate[]): Judged {
  const [first] = candidates;
  if (!first) return judged('absent', cellsOf(base, draft)[0] ?? null, null);
  const holds = (c: Candidate): boolean => {
    const value = numberOf(c.figure);
    return value !== null && directionOfValue(value) === claimedDirection(base, draft, c.at);
  };
  return holds(first)
    ? judged('matches', first.at, first.figure)
    : judged('differs', first.at, first.figure, { grave: true, cause: 'direction' });
}

function judgeMultiple(base: FactBase, draft: Draft, candidates: readonly Candidate[]): Judged {
  const [first] = candidates;
  if (!first) return judged('absent', null, null);
  const good = candidates.find((c) => multipleAgrees(draft, c.figure));
  if (good) return judged('rounds', good.at, good.figure);
  const value = numberOf(first.figure);
  const wrongWay =
    value !== null && (draft.movement?.to === 'up') !== value.gt(1) && !isNegative(level(base, first.at));
  return judged('differs', first.at, first.figure, {
    grave: wrongWay,
    cause: wrongWay ? 'direction' : 'digits',
  });
}

/** What is wrong with sign or direction where the size is right; null when both fit. */
function wrongWay(base: FactBase, draft: Draft, { at, figure }: Candidate): 'sign' | 'direction' | null {
  const value = numberOf(figure);
  const n = draft.numeral;
  if (!value || !n || value.eq(0)) return null;
  if (draft.kind === 'change') {
    const said = claimedDirection(base, draft, at);
    return said === null || said === 'flat' || said === directionOfValue(value) ? null : 'direction';
  }
  if (draft.kind === 'level' || draft.kind === 'from') {
    const negative = n.low.lt(0) || (draft.subject?.loss === true && !isNamedLoss(base, at));
    const unsigned = n.bracketed || isNamedLoss(base, at);
    if (!unsigned && negative !== value.lt(0)) return 'sign';
    if (unsigned && value.gt(0) && n.low.lt(0) && !n.bracketed) return 'sign';
  }
  return draft.kind === 'level' && draft.movement !== null && !moves(base, draft, at) ? 'direction' : null;
}

/** A metric that is a loss by name, and shows its size or its value. */
const isNamedLoss = (base: FactBase, at: At): boolean =>
  /loss|deficit/i.test(base.metrics.get(at.metric)?.label ?? '');

/** Whether a level moved the way that is claimed beside it, on the base said or by the convention; true where nothing is known. */
function moves(base: FactBase, draft: Draft, at: At): boolean {
  const said = claimedDirection(base, draft, at);
  const changes = movesOf(base, draft, at).flatMap(
    (m) => numberOf(m.amount ?? m.percent ?? level(base, at) ?? missing()) ?? [],
  );
  const known = draft.scenario !== null && draft.base === null ? changes.slice(0, 1) : changes;
  return said === null || known.length === 0 || known.some((v) => directionOfValue(v) === said);
}

/** The change that tells which way a level really moved. */
const movedBy = (base: FactBase, draft: Draft, at: At): Figure | null => {
  const [move] = movesOf(base, draft, at);
  return move?.amount ?? move?.percent ?? null;
};

const missing = (): never => {
  throw new RangeError('a change without amount and percentage');
};

const better = (a: Agreement, b: Agreement): boolean => a === 'exact' && b !== 'exact';

function judgeNumber(
  base: FactBase,
  draft: Draft,
  cells: readonly At[],
  candidates: readonly Candidate[],
): Judged {
  let supported: { c: Candidate; how: Agreement } | null = null;
  let astray: { c: Candidate; cause: Cause } | null = null;
  for (const c of candidates) {
    const how =
      draft.kind === 'multiple' ? multipleAgrees(draft, c.figure) : sizeAgrees(base, draft, c.figure);
    if (how === null) continue;
    const wrong = wrongWay(base, draft, c);
    if (wrong !== null) astray ??= { c, cause: wrong };
    else if (supported === null || better(how, supported.how)) supported = { c, how };
  }
  if (supported)
    return judged(supported.how === 'exact' ? 'matches' : 'rounds', supported.c.at, supported.c.figure);
  if (astray) {
    const { at, figure } = astray.c;
    const instead = astray.cause === 'direction' && draft.kind === 'level' ? movedBy(base, draft, at) : null;
    return judged('differs', at, figure, { grave: true, cause: astray.cause, instead });
  }
  return unsupported(base, draft, cells, candidates);
}

/** What a number that its own figure does not support may have been: told in the order of how sure the cause is. */
function unsupported(
  base: FactBase,
  draft: Draft,
  cells: readonly At[],
  candidates: readonly Candidate[],
): Judged {
  const [first] = candidates;
  const at = first?.at ?? cells[0] ?? null;
  const figure = first?.figure ?? null;
  if (at === null) return judged('absent', null, null);
  const blunder = candidates.find((c) => isScaled(base, draft, c.figure));
  if (blunder) return judged('differs', blunder.at, blunder.figure, { cause: 'scale' });
  const cut = draft.hedge === 'exact' ? candidates.find((c) => isTruncated(draft, c.figure)) : undefined;
  if (cut) return judged('differs', cut.at, cut.figure, { cause: 'truncated' });
  const other = elsewhere(base, draft, at, cells, first !== undefined);
  if (other) {
    const { cause } = other;
    return cause === 'points' || cause === 'sign'
      ? judged('differs', at, other.figure, { cause, grave: cause === 'sign' })
      : judged('other', at, figure, { cause, instead: other.figure });
  }
  if (figure === null) return judged('absent', at, null);
  const opposite = opposes(base, draft, first) ? first : undefined;
  return opposite
    ? judged('differs', opposite.at, opposite.figure, { grave: true, cause: 'direction' })
    : judged('differs', at, figure, { cause: 'digits' });
}

/** The wrong number and the wrong way as well. */
function opposes(base: FactBase, draft: Draft, c: Candidate | undefined): boolean {
  return (
    c !== undefined &&
    draft.kind === 'change' &&
    draft.movement !== null &&
    wrongWay(base, draft, c) === 'direction'
  );
}
