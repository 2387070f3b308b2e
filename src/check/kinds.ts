import type { FactBase } from '../facts/base.ts';
import type { Attached } from './attach.ts';
import type { ClaimKind } from '../model/claim.ts';
import type { Reading } from './claim.ts';
import { type Marked, type MarkOf, marksOf, type ScenarioWord } from './marks.ts';
import type { MovementMark } from './motion.ts';
import type { Movement } from './movements.ts';
import { isResultOf, isStepOf, type Role, STEP_HEDGES } from './roles.ts';
import { betweenText } from './subjects.ts';
import { baseIn, type Times } from './times.ts';

export interface Around {
  mark: MarkOf<'numeral'>;
  before: string;
  behind: string;
  role: Role;
  moved: MovementMark | null;
  previous: Reading | null;
  attached: Attached;
  times: Times;
  scenario: ScenarioWord | null;
}

const PROGRESS =
  /^\s*(?:of (?:it|that|this|the way)\b|(?:of|towards?|through) (?:the |its |our |that |this )*(?:full[- ]year |annual |revised |initial |fy\d+ |revenue |operating income |net income |profit )*(?:target|guidance|forecast|plan|goal|budget)|(?:progress|complete|done|achieved|reached)\b)/;

/** What kind of figure a numeral states, and the movement that goes with it. */
export function kindOf(
  base: FactBase,
  sentence: Marked,
  around: Around,
): { kind: ClaimKind; movement: Movement | null } {
  const { numeral } = around.mark;
  const moved = around.moved?.movement ?? null;
  const shared = sharedMovement(sentence, around);
  switch (numeral.unit) {
    case 'percent':
      if (PROGRESS.test(around.behind) || tellsProgress(sentence, around))
        return { kind: 'progress', movement: null };
      if (around.attached.whole) return { kind: 'share', movement: moved };
      return isRestated(sentence, around)
        ? { kind: 'change', movement: moved ?? around.previous?.draft.movement ?? null }
        : percentKind(base, sentence, around, moved ?? shared);
    case 'points':
      return { kind: 'change', movement: moved ?? shared };
    case 'times':
      return { kind: 'multiple', movement: moved };
    case 'JPY':
    case null:
      return amountKind(sentence, around, moved, shared);
  }
}

/** "Progress against the targets: revenue 72.9%". */
const tellsProgress = (sentence: Marked, { scenario, mark, moved }: Around): boolean =>
  scenario !== null &&
  moved === null &&
  /\b(?:progress|achievement|attainment|completion|achieved|completed)\b/.test(
    sentence.text.slice(0, mark.start),
  );

/** "+JPY 250 or 9.1%": the same step in another unit. */
const isRestated = (sentence: Marked, { previous, mark }: Around): boolean =>
  previous?.draft.kind === 'change' &&
  /^\s*(?:yen\s*)?(?:,?\s*or|i\.e\.|that is|=|\()\s*$/.test(
    sentence.text.slice(previous.mark.end, mark.start),
  );

/** "Up 4.9% YoY and 0.7% QoQ": a further step goes the same way. */
function sharedMovement(sentence: Marked, { mark, previous, attached }: Around): Movement | null {
  if (previous?.draft.kind !== 'change' || previous.draft.movement === null) return null;
  if (mark.numeral.sign !== null) return null;
  const between = betweenText(sentence, previous.mark.end, mark.start);
  const bare = sentence.marks
    .filter(
      (m) =>
        (m.kind === 'metric' || m.kind === 'segment') && m.start >= previous.mark.end && m.end <= mark.start,
    )
    .reduce((text, m) => text.replace(sentence.text.slice(m.start, m.end), ''), between);
  const sameUnit = (mark.numeral.unit === 'percent') === (previous.mark.numeral.unit === 'percent');
  const named = attached.subject !== null && attached.subject.start >= previous.mark.end;
  return sameUnit &&
    /^\s*(?:(?:,|\/|and|or|by|respectively|that of|those of|of|in|for|the|its|a|on|\))\s*)*$/.test(bare) &&
    (!named || /\b(?:and|,)/.test(between))
    ? previous.draft.movement
    : null;
}

function percentKind(
  base: FactBase,
  sentence: Marked,
  around: Around,
  moved: Movement | null,
): { kind: ClaimKind; movement: Movement | null } {
  const { mark, role, attached, times, previous } = around;
  const signed = mark.numeral.sign !== null;
  const ratio = attached.subject?.metrics.some((id) => base.metrics.get(id)?.unit === 'percent') ?? false;
  const based = baseIn(times.after) !== null;
  if (role === 'from' && !signed) return { kind: 'from', movement: null };
  if (ratio) {
    if (role === 'to' || (role === 'is' && !based)) return { kind: 'level', movement: moved };
    return moved !== null || signed || role === 'by'
      ? { kind: 'change', movement: moved }
      : { kind: 'level', movement: null };
  }
  if (moved !== null || signed || role === 'by' || (based && role !== 'is'))
    return { kind: 'change', movement: moved };
  const growth = /\bgrowth\b/.test(sentence.text.slice(previous?.mark.end ?? 0, mark.start));
  return { kind: growth ? 'change' : 'share', movement: null };
}

/** Words that may stand between a word of movement and its step: "rose sharply by", "up another", "down about". */
const STEPPING = new RegExp(
  `^\\s*(?:\\b(?:by|another|a|an|further|the|some|jpy|yen|only|just|again|in|of|for|its)\\b\\s*|\\w+ly\\s*|\\(\\s*|(?<!\\p{L})(?:${STEP_HEDGES})(?!\\p{L})\\s*)*$`,
  'u',
);

function amountKind(
  sentence: Marked,
  around: Around,
  moved: Movement | null,
  shared: Movement | null,
): { kind: ClaimKind; movement: Movement | null } {
  const { mark, before, role, times } = around;
  const { sign } = mark.numeral;
  if (around.moved && around.moved.start >= mark.end) return { kind: 'change', movement: moved };
  if (role === 'from' || (role === 'none' && goesOnFrom(sentence, around)))
    return { kind: 'from', movement: null };
  if (isResultOf(before)) return { kind: 'level', movement: null };
  if (role === 'to' || moved?.to === 'flat') return { kind: 'level', movement: moved };
  if (role === 'by' || isStepOf(before)) return { kind: 'change', movement: moved };
  if (around.moved) {
    const start =
      mark.start -
      (sentence.text.slice(0, mark.start).length - sentence.text.slice(0, mark.start).trimEnd().length);
    const gap = betweenText(sentence, around.moved.end, start);
    const direct = STEPPING.test(gap) || names(sentence, around.moved.end, mark.start);
    if (direct && role !== 'is') return { kind: 'change', movement: moved };
    return { kind: 'level', movement: moved };
  }
  if (sign === 'plus' || (sign !== null && isAsideOf(sentence, around)))
    return { kind: 'change', movement: null };
  if (sign === 'minus' && baseIn(times.after) !== null) return { kind: 'change', movement: null };
  if (shared !== null && role === 'none') return { kind: 'change', movement: shared };
  return { kind: 'level', movement: null };
}

/** "Against A and B": both are what something is compared with. */
const goesOnFrom = (sentence: Marked, { mark, previous }: Around): boolean =>
  previous?.draft.kind === 'from' &&
  /^\s*(?:,|and|,\s*and)\s*$/.test(sentence.text.slice(previous.mark.end, mark.start));

/** "10,928 (△2,386)": a signed number in brackets behind a level is its change. */
const isAsideOf = (sentence: Marked, { mark, previous }: Around): boolean =>
  previous !== null &&
  /^[^,;]{0,16}\(\s*$/.test(sentence.text.slice(previous.mark.end, mark.start)) &&
  /^\s*(?:yoy|qoq)?\s*\)/.test(sentence.text.slice(mark.end));

/** Only a name stands between: "a rise in revenue of 5", "added contracts of 5". */
const names = (sentence: Marked, from: number, to: number): boolean =>
  marksOf(sentence, 'metric').some((m) => m.start >= from && m.end <= to) &&
  STEPPING.test(
    sentence.text.slice(from, marksOf(sentence, 'metric').find((m) => m.start >= from)?.start ?? to),
  );
