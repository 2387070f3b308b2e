import type { FactBase } from '../facts/base.ts';
import type { PeriodSaid } from '../lexicon/periods/said.ts';
import { readerOf } from '../understand/vocabulary.ts';
import { attach, type Attached } from './attach.ts';
import { announcesChanges, type Carry, headingOf, inherit, leadsChanges } from './carry.ts';
import type { Draft, Reading } from './claim.ts';
import { foreignBefore, foreignTo } from './foreign.ts';
import { isInnocent } from './innocent.ts';
import { kindOf } from './kinds.ts';
import { type Marked, type MarkOf, marksOf } from './marks.ts';
import { movementBefore, movementBehind } from './motion.ts';
import { hedgeOf, isPlace, roleOf } from './roles.ts';
import { type Subject, subjectsOf } from './subjects.ts';
import { asideOf, contextOf, lastStop, losing, outOf, scenarioFor, strangerBefore } from './surroundings.ts';
import { baseIn, type Times, timesOf } from './times.ts';
import {
  comesFrom,
  fixedBase,
  isBracketed,
  isDefinite,
  lastPeriod,
  leadBase,
  leadPeriod,
  namedBefore,
  ownPeriod,
} from './when.ts';
import { wordClaims } from './word-claims.ts';

/** The claims of a sentence, in order, and what it hands on. Offsets in the drafts are shifted by `offset`. */
export function draftsIn(
  base: FactBase,
  sentence: Marked,
  offset: number,
  carry: Carry,
): { drafts: Draft[]; carry: Carry } {
  const subjects = subjectsOf(base, sentence);
  const numerals = marksOf(sentence, 'numeral');
  const times = timesOf(sentence);
  const attached = attach(base, sentence, subjects);
  const foreign = new Map(subjects.map((s) => [s, foreignTo(base, sentence, s)]));
  const readings: Reading[] = [];
  let period = leadPeriod(sentence, numerals) ?? carry.period;
  let periodSaid = leadPeriod(sentence, numerals) !== null;
  for (const [i, mark] of numerals.entries()) {
    const own = ownPeriod(sentence, numerals, times, i, attached);
    const compared = comesFrom(sentence, numerals, i);
    if (own !== null && !compared && !isBracketed(sentence.text, mark.start) && !isDefinite(sentence, mark)) {
      period = own;
      periodSaid = true;
    }
    const previous = readings[readings.length - 1] ?? null;
    const draft = read(base, sentence, {
      i,
      mark,
      previous,
      numerals,
      times: times[i] ?? { before: [], after: [] },
      attached: attached[i] ?? { subject: null, whole: null, earlier: null },
      period: own ?? period,
      periodSaid: periodSaid || own !== null,
      own: own !== null,
      carry,
      subjects,
      foreign,
    });
    readings.push({ mark, draft });
  }
  const words = wordClaims(sentence, subjects, readings, { carry, period, periodSaid, foreign });
  const drafts = [...readings.map((r) => r.draft), ...words].sort((a, b) => a.start - b.start);
  const last = [...subjects].reverse().find((s) => !readings.some((r) => r.draft.whole === s)) ?? null;
  return {
    drafts: drafts.map((d) => shifted(d, offset)),
    carry: {
      subject: last ? inherit(last, carry.subject, sentence) : carry.subject,
      period: periodSaid
        ? period
        : numerals.length > 0
          ? carry.period
          : (lastPeriod(sentence) ?? carry.period),
      scenario: last ? (marksOf(sentence, 'scenario').at(-1)?.scenario ?? null) : carry.scenario,
      heading:
        headingOf(sentence, subjects, numerals) ??
        (subjects.some((s) => s.segment !== null) ? null : carry.heading),
      topic: subjects.filter((s) => s.segment !== null && s.segment !== 'consolidated').pop() ?? carry.topic,
      changes:
        announcesChanges(sentence, numerals) ||
        (carry.changes && !(subjects.length > 0 && numerals.length === 0)),
      foreign: last ? (foreign.get(last) ?? []) : carry.foreign,
    },
  };
}

const shifted = (d: Draft, by: number): Draft => ({ ...d, start: d.start + by, end: d.end + by });

interface Input {
  i: number;
  mark: MarkOf<'numeral'>;
  previous: Reading | null;
  numerals: readonly MarkOf<'numeral'>[];
  times: Times;
  attached: Attached;
  period: PeriodSaid | null;
  periodSaid: boolean;
  /** Whether the period is the numeral's own. */
  own: boolean;
  carry: Carry;
  subjects: readonly Subject[];
  foreign: ReadonlyMap<Subject, string[]>;
}

function read(base: FactBase, sentence: Marked, input: Input): Draft {
  const { i, mark, numerals, attached, carry, previous } = input;
  const from = numerals[i - 1]?.end ?? 0;
  const to = numerals[i + 1]?.start ?? sentence.text.length;
  const behind = sentence.text.slice(mark.end, to);
  const { hedge, before } = hedgeOf(sentence.text.slice(from, mark.start), behind);
  const said = roleOf(before);
  const moved = movementBefore(sentence, from, mark.start, said) ?? movementBehind(sentence, mark.end, to);
  const role = moved && isPlace(sentence.text.slice(moved.end, mark.start)) ? 'to' : said;
  const scenario = scenarioFor(sentence, from, mark, to, attached.subject, carry);
  const { kind, movement } = kindOf(base, sentence, {
    mark,
    before,
    behind,
    role,
    moved,
    previous,
    attached,
    times: input.times,
    scenario,
  });
  const subject = losing(before, outOf(sentence, mark, previous) ?? attached.subject ?? carry.subject);
  const compared =
    baseIn(input.times.after) ?? baseIn(input.times.before) ?? leadBase(sentence, from, numerals);
  const fixed =
    kind === 'from' || kind === 'level'
      ? (fixedBase(baseIn(input.times.after)) ?? namedBefore(sentence, mark))
      : null;
  const context = contextOf(sentence, input.subjects, attached, mark, carry);
  const strange = strangerBefore(base, sentence, attached.subject, mark, previous);
  const foreign = attached.subject
    ? [...(input.foreign.get(attached.subject) ?? []), ...strange]
    : foreignBefore(base, sentence, lastStop(sentence.text, from, mark.start), mark.start);
  const aside = asideOf(sentence, mark, previous, input.own);
  return {
    start: mark.start,
    end: mark.end,
    numeral: mark.numeral,
    scale: null,
    kind:
      (carry.changes || leadsChanges(sentence, numerals)) && mark.numeral.sign !== null && kind === 'level'
        ? 'change'
        : aside?.kind === 'from'
          ? 'from'
          : kind === 'from' && (fixed !== null || input.own)
            ? 'level'
            : kind,
    hedge,
    movement,
    negated: false,
    subject,
    context: context.subject,
    contextLeads: context.leads,
    period: fixed ?? aside?.period ?? input.period,
    periodSaid: fixed !== null || aside?.periodSaid === true || input.periodSaid,
    base: fixed === null ? (aside?.kind === 'from' ? aside.base : compared) : null,
    scenario,
    whole: attached.whole,
    foreign: attached.subject || foreign.length > 0 ? foreign : carry.foreign,
    innocent: isInnocent(base, readerOf(base), sentence, {
      mark,
      to,
      subject: attached.subject,
      carried: carry.subject,
      foreign,
      role,
      moved: movement !== null,
    }),
  };
}
