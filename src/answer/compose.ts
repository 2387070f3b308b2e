import type { Answer, Figure, Line, Refusal } from '../model/answer.ts';
import type { SectionId } from '../model/fact.ts';
import { type Intent, type Query } from '../model/query.ts';
import { unique } from '../resolve/figure.ts';
import type { Bound, Caveat, Outcome } from '../resolve/outcome.ts';
import { caveatLine, computedNotes, roundingNote } from './caveats.ts';
import { ordered } from '../resolve/change.ts';
import { joined, label, line, shortPeriod, subject } from './parts.ts';
import { type FactBase, factsOf, segmentOf } from '../facts/base.ts';
import type { Change } from '../resolve/change.ts';
import { headlineOf } from './headline.ts';
import { assumedIn, readingOf } from './reading.ts';
import { refusalLines } from './refusals.ts';
import { restate } from './restate.ts';
import {
  aggregateLines,
  bySubject,
  changeLines,
  compareLines,
  lookupLines,
  markOf,
  rankLines,
  ratioLines,
  trendLines,
} from './sentences.ts';
import { targetLines } from './targets.ts';
import { explainLines, factLine, notesLines, sourceLines, checkLines } from './words.ts';
import { switchesFor } from './switches.ts';
import { exampleQuestions, suggestionsFor } from './suggest.ts';
import { lineText } from '../render/text.ts';

const EMPTY: Omit<Answer, 'status' | 'intent'> = {
  query: null,
  unit: null,
  headline: [],
  lines: [],
  reading: [],
  assumed: [],
  notes: [],
  figures: [],
  sections: [],
  choices: [],
  suggestions: [],
  switches: [],
  refusal: null,
  series: [],
};

/** A decline: what is missing and what there is instead, never with figures. */
export function decline(base: FactBase, intent: Intent, refusal: Refusal): Answer {
  return {
    ...EMPTY,
    status: 'declined',
    intent,
    lines: refusalLines(base, refusal),
    refusal,
    suggestions: exampleQuestions(base),
  };
}

/** A choice between specific readings. */
export function clarify(base: FactBase, intent: Intent, bound: Extract<Bound, { kind: 'choose' }>): Answer {
  const choices = bound.options.map((q) => ({
    label: lineText(base, readingOf(base, q)),
    question: restate(base, q),
  }));
  return { ...EMPTY, status: 'clarify', intent, lines: [line('Which one do you mean?')], choices };
}

/** Puts what was found into words. */
export function compose(base: FactBase, query: Query, outcome: Outcome, caveats: readonly Caveat[]): Answer {
  if (outcome.kind === 'refused') return decline(base, query.intent, outcome.refusal);
  const { lines: told, figures, sections } = contents(base, query, outcome);
  const lines = verdictFirst(outcome, told);
  const notes = [
    ...caveats.map((c) => caveatLine(base, c)),
    ...extraNotes(base, outcome),
    ...(caveats.some((c) => c.kind === 'cumulative') ? [] : factNotes(base, outcome)),
  ].filter((n) => n !== null);
  return {
    ...EMPTY,
    status: 'answered',
    intent: query.intent,
    query,
    unit: query.unit,
    headline: headlineOf(base, outcome),
    lines,
    reading: readingOf(base, query),
    assumed: assumedIn(query),
    notes,
    figures,
    sections: unique([...figures.flatMap((f) => f.sections), ...sections]),
    suggestions: suggestionsFor(base, query),
    switches: switchesFor(base, query),
    series: seriesOf(base, outcome),
  };
}

/** Yes or no before the figures, where a statement on two things was put for confirmation. */
function verdictFirst(o: Outcome, lines: readonly Line[]): readonly Line[] {
  const holds = o.kind === 'change' || o.kind === 'compare' || o.kind === 'rank' ? (o.holds ?? null) : null;
  const [first, ...rest] = lines;
  return holds === null || !first ? lines : [line(holds ? 'Yes. ' : 'No. ', first), ...rest];
}

/** The quarters that a cumulative figure was added up from: they are shown, so they are given. */
function quartersIn(f: Figure): Figure[] {
  return f.derivation?.op === 'sum' &&
    f.derivation.terms.every((t) => t.figure.metric === f.metric && t.figure.segment === f.segment)
    ? f.derivation.terms.map((t) => t.figure)
    : [];
}

interface Contents {
  lines: readonly Line[];
  figures: readonly Figure[];
  sections: readonly SectionId[];
}

function contents(base: FactBase, query: Query, o: Exclude<Outcome, { kind: 'refused' }>): Contents {
  const of = (lines: Line[], figures: (Figure | null)[], sections: readonly SectionId[] = []): Contents => ({
    lines,
    figures: unique(figures.filter((f) => f !== null)),
    sections,
  });
  switch (o.kind) {
    case 'lookup':
      return of(lookupLines(base, o), [
        o.figure,
        ...quartersIn(o.figure),
        ...o.others,
        ...o.changes.flatMap((c) => ordered(c, 'both')),
      ]);
    case 'change':
      return of(changeLines(base, o), [
        ...ordered(o.change, o.form),
        o.change.after,
        o.change.before,
        ...(o.also ? ordered(o.also, o.form) : []),
      ]);
    case 'compare':
      return of(compareLines(base, o), [...o.figures, o.difference, o.growth]);
    case 'trend':
      return of(trendLines(base, o), [...o.figures, o.growth]);
    case 'rank':
      return of(
        [...rankLines(base, o), ...o.also.map((f) => line('  ', factLine(base, f)))],
        [...o.figures, ...o.all, ...o.also],
      );
    case 'ratio':
      return of(ratioLines(base, o), [o.ratio, ...o.parts]);
    case 'aggregate':
      return of(aggregateLines(base, o), [o.result, ...o.terms]);
    case 'target':
      return query.intent === 'target' ? of(targetLines(base, o, query), [o.lead, ...o.others]) : of([], []);
    case 'explain': {
      const moved = o.premise && o.change ? [o.change.percent ?? o.change.amount, o.change.amount] : [];
      return of(
        explainLines(base, o),
        [...moved, ...o.figures.slice(0, 4)],
        o.notes.flatMap((n) => n.sections),
      );
    }
    case 'notes':
      return of(
        notesLines(base, o),
        o.figures.slice(0, 4),
        o.notes.flatMap((n) => n.sections),
      );
    case 'source':
      return of(sourceLines(base, o), [], o.sections);
    case 'check':
      return of(checkLines(base, o), [...o.figures]);
    case 'metrics':
      return of(metricLines(base, query), []);
  }
}

function metricLines(base: FactBase, query: Query): Line[] {
  const ids = query.intent === 'list' ? query.metrics : [];
  const names = ids.flatMap((id) => base.metrics.get(id)?.label ?? []);
  return [
    line(names.length > 0 ? 'Figures there are:' : 'No figures are printed there.'),
    ...names.map((n) => line('  - ', label(n))),
  ];
}

/** Ranges and cross-checks of the computed figure that leads. */
function extraNotes(base: FactBase, o: Outcome): Line[] {
  const rounding = (changes: readonly Change[]): Line[] =>
    changes.map((c) => roundingNote(c.amount, c.before, c.after)).filter((n) => n !== null);
  switch (o.kind) {
    case 'lookup':
      return [...computedNotes(base, o.figure), ...rounding(o.changes)];
    case 'change':
      return rounding([o.change]);
    case 'compare':
      return o.figures.flatMap((f) => computedNotes(base, f)).slice(0, 1);
    case 'aggregate':
      return o.missing.length > 0
        ? [
            line(
              'This is not the total of the group: ',
              joined(
                o.missing.map((s) => line(label(segmentOf(base, s).label))),
                ', ',
              ),
              ' is not in it.',
            ),
          ]
        : [];
    default:
      return [];
  }
}

/** What the data says about the tables that the figures stand in: their traps. */
function factNotes(base: FactBase, o: Outcome): Line[] {
  const figures = o.kind === 'lookup' ? [o.figure] : o.kind === 'trend' ? o.figures : [];
  const notes = figures
    .filter((f) => f.derivation === null)
    .flatMap((f) => factsOf(base, f.metric, f.segment).find((x) => x.id === f.facts[0])?.note ?? []);
  return unique(notes)
    .slice(0, 2)
    .map((n) => line(label(n)));
}

function seriesOf(base: FactBase, o: Outcome): Answer['series'] {
  if (o.kind !== 'trend' && o.kind !== 'rank' && o.kind !== 'compare') return [];
  const figures = o.kind === 'rank' ? o.all : o.figures;
  const same = new Set(figures.map(bySubject)).size === 1;
  return figures.map((f) => ({
    label: lineText(
      base,
      same
        ? line(shortPeriod(f.period))
        : line(subject(base, f.metric, f.segment, f), ' ', shortPeriod(f.period)),
    ),
    figure: f,
    mark:
      o.kind === 'trend'
        ? markOf(
            figures.filter((x) => bySubject(x) === bySubject(f)),
            f,
          )
        : '',
  }));
}
