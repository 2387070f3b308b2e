import type { Carry } from './carry.ts';
import type { Draft, Reading } from './claim.ts';
import { type Marked, type MarkOf, marksOf } from './marks.ts';
import { movementBefore, movementBehind, type MovementMark } from './motion.ts';
import { hedgeOf, roleOf } from './roles.ts';
import type { Subject } from './subjects.ts';
import { baseIn, isRelative } from './times.ts';
import type { PeriodSaid } from '../lexicon/periods/said.ts';

interface Setting {
  carry: Carry;
  period: PeriodSaid | null;
  periodSaid: boolean;
  foreign: ReadonlyMap<Subject, string[]>;
}

/** Nouns of movement that mostly name a thing said elsewhere: "revenue growth", "the increase". */
const NOUN =
  /^(?:growth|expansion|contraction|improvements?|reduction|uplift|upward|downward|deterioration)$/;
const AS_NOUN =
  /\b(?:a|an|the|its|this|that|such|strong|steady|further|any|no|continued|slight|of|to|with|and)\s*$/;
const MAYBE_NOUN =
  /^(?:rises?|increases?|climbs?|jumps?|surges?|gains?|declines?|decreases?|falls?|drops?|cuts?|slips?|dips?|slides?|advances?|lifts?|record)$/;

/** Claims that words make without a numeral of their own: "revenue rose", "the target is unchanged", "doubled", "a record". */
export function wordClaims(
  sentence: Marked,
  subjects: readonly Subject[],
  readings: readonly Reading[],
  setting: Setting,
): Draft[] {
  const used = usedMovements(sentence, readings);
  return marksOf(sentence, 'movement').flatMap((m): Draft[] => {
    const { movement } = m;
    if (!movement.claims || (used.has(m) && movement.times === null)) return [];
    if (!movement.record && movement.times === null && isNoun(sentence, m)) return [];
    const subject = subjectFor(sentence, subjects, m);
    const foreign = subject ? (setting.foreign.get(subject) ?? []) : setting.carry.foreign;
    const own = subject ?? (startsBare(sentence, m) ? setting.carry.subject : null);
    if (own === null && !movement.record) return [];
    const clause = clauseOf(sentence, m);
    const times = sentence.marks.filter(
      (t): t is MarkOf<'period'> | MarkOf<'base'> =>
        (t.kind === 'period' || t.kind === 'base') && t.start >= clause.from && t.end <= clause.to,
    );
    const period = times.find((t) => t.kind === 'period' && !isRelative(t.said));
    return [
      {
        start: m.start,
        end: m.end,
        numeral: null,
        scale: null,
        kind: movement.times === null ? 'movement' : 'multiple',
        hedge: hedgeOf(sentence.text.slice(clause.from, m.start), '').hedge,
        movement,
        negated: /\b(?:not|never|n't|no longer|hardly)\s+(?:\w+\s+)?$/.test(sentence.text.slice(0, m.start)),
        subject: own,
        context: setting.carry.heading ?? setting.carry.subject,
        contextLeads: setting.carry.heading !== null,
        period: period?.kind === 'period' ? period.said : setting.period,
        periodSaid: period !== undefined || setting.periodSaid,
        base: baseIn(times),
        scenario: scenarioIn(sentence, clause),
        whole: null,
        foreign: own === null ? ['?'] : foreign,
        innocent: false,
      },
    ];
  });
}

function usedMovements(sentence: Marked, readings: readonly Reading[]): Set<MovementMark> {
  const used = new Set<MovementMark>();
  for (const [i, r] of readings.entries()) {
    if (r.draft.innocent) continue;
    const from = readings[i - 1]?.mark.end ?? 0;
    const to = readings[i + 1]?.mark.start ?? sentence.text.length;
    const role = roleOf(hedgeOf(sentence.text.slice(from, r.mark.start), '').before);
    const found =
      movementBefore(sentence, from, r.mark.start, role) ?? movementBehind(sentence, r.mark.end, to);
    if (found) used.add(found);
  }
  return used;
}

function isNoun(sentence: Marked, m: MovementMark): boolean {
  const word = sentence.text.slice(m.start, m.end);
  const before = sentence.text.slice(0, m.start);
  if (NOUN.test(word)) return true;
  if (/^\s*(?:in|of)\b/.test(sentence.text.slice(m.end)) && MAYBE_NOUN.test(word) && AS_NOUN.test(before))
    return true;
  return MAYBE_NOUN.test(word) && AS_NOUN.test(before);
}

interface Clause {
  from: number;
  to: number;
}

const CLAUSE = /[;:]\s|,\s|\b(?:while|whereas|but|although|though)\b/g;

function clauseOf(sentence: Marked, m: MovementMark): Clause {
  let from = 0;
  let to = sentence.text.length;
  for (const stop of sentence.text.matchAll(CLAUSE)) {
    if (stop.index < m.start) from = stop.index + stop[0].length;
    else {
      to = Math.min(to, stop.index);
      break;
    }
  }
  return { from, to };
}

/** The subject of a verb: the last one before it in its clause, else right behind a participle ("reduced guidance"). */
function subjectFor(sentence: Marked, subjects: readonly Subject[], m: MovementMark): Subject | null {
  const { from, to } = clauseOf(sentence, m);
  const before = subjects.filter((s) => s.end <= m.start && s.start >= from).pop();
  if (before) return before;
  return (
    subjects.find(
      (s) =>
        s.start >= m.end &&
        s.end <= to &&
        /^\s*(?:(?:in|of|its|the|their|our|full[- ]year|fy\d+|annual|for)\s+)*$/.test(
          sentence.text.slice(m.end, s.start),
        ),
    ) ?? null
  );
}

/** "It rose", "and fell": nothing before the verb that could be a subject of its own. */
function startsBare(sentence: Marked, m: MovementMark): boolean {
  const { from } = clauseOf(sentence, m);
  return /^\s*(?:(?:and|but|it|they|this|that|also|then|have|has|had|is|are|was|were|been|not|did|almost|nearly|more than|even)\s+)*$/.test(
    sentence.text.slice(from, m.start),
  );
}

function scenarioIn(sentence: Marked, { from, to }: Clause): Draft['scenario'] {
  const found = marksOf(sentence, 'scenario').filter((s) => s.start >= from && s.end <= to);
  return found[found.length - 1]?.scenario ?? null;
}
