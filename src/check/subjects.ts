import type { FactBase } from '../facts/base.ts';
import type { Mark, Marked } from './marks.ts';

/**
 * What a stretch of a sentence is about: the names that stand together ("revenue of the ATM business"), as far as they
 * are said. `loss`: it is called a loss or a deficit, so that its size is spoken of.
 */
export interface Subject {
  start: number;
  end: number;
  metrics: readonly string[];
  segment: string | null;
  loss: boolean;
  /** A profit or loss is spoken of without its name. */
  result: boolean;
  /** Follows the one before in a list ("revenue and operating income"). */
  joined: boolean;
}

/** Words between two names that make them one subject. */
const LINK =
  /^(?:\s|['’]s?\b|-|\(|\)|\b(?:of|for|in|at|from|within|under|the|a|an|its|their|our|business(?:es)?|segment|division|unit|operations?|services?|related|group|total|consolidated|single)\b)*$/;
const LIST = /^(?:\s|,|\/|\b(?:and|as well as|both|the|its|then)\b)*$/;
const LOSS = /\b(?:loss(?:es)?|deficit)\b/;

type Named = Extract<Mark, { kind: 'metric' | 'segment' }>;

const isNamed = (m: Mark): m is Named => m.kind === 'metric' || m.kind === 'segment';

/** "SG&A as a percentage of revenue" is a ratio by name. */
const RATIO =
  /^\s*(?:expenses?\s+)?(?:as (?:a |an )?(?:percentage|percent|per cent|%|share|proportion|ratio) (?:of|to)|in (?:percent|%) of|to)\s+(?:the |total |net )*$/;
/** Between two metrics: what the first is of the second. */
const HEAD = /^\s*of\s+(?:(?:its|their|our|the)\s+)?$/;

/** The subjects of a sentence, left to right. */
export function subjectsOf(base: FactBase, sentence: Marked): Subject[] {
  const subjects: Subject[] = [];
  const names = sentence.marks.filter(isNamed);
  for (const name of names) {
    const last = subjects[subjects.length - 1];
    const between = last ? betweenText(sentence, last.end, name.start) : '';
    const ratio = last && name.kind === 'metric' && RATIO.test(between) ? ratioOf(base, last, name.id) : null;
    if (
      last &&
      (ratio !== null || (name.kind === 'metric' && last.metrics.length > 0 && HEAD.test(between)))
    ) {
      subjects[subjects.length - 1] = {
        ...last,
        end: name.end,
        metrics: ratio === null ? last.metrics : [ratio],
      };
      continue;
    }
    if (last && LINK.test(between) && joins(last, name, between)) {
      subjects[subjects.length - 1] = extend(sentence, last, name);
      continue;
    }
    subjects.push(
      extend(
        sentence,
        {
          ...EMPTY,
          start: name.start,
          end: name.start,
          joined: last !== undefined && LIST.test(between) && between.trim() !== '',
        },
        name,
      ),
    );
  }
  return subjects;
}

/** The ratio that the vocabulary has of the subject's metric over another. */
function ratioOf(base: FactBase, subject: Subject, denominator: string): string | null {
  const found = [...base.metrics.values()].find(
    (m) => m.ratio?.[1] === denominator && subject.metrics.includes(m.ratio[0]),
  );
  return found?.id ?? null;
}

const EMPTY: Subject = {
  start: 0,
  end: 0,
  metrics: [],
  segment: null,
  loss: false,
  result: false,
  joined: false,
};

/** One metric and one segment make a subject; a second of either begins another, unless it says the same more generally. */
function joins(subject: Subject, name: Named, between: string): boolean {
  if (name.kind === 'segment')
    return subject.segment === null || (name.id === 'consolidated' && between.trim() !== '');
  return subject.metrics.length === 0;
}

function extend(sentence: Marked, subject: Subject, name: Named): Subject {
  const said = sentence.text.slice(name.start, name.end);
  return {
    ...subject,
    end: name.end,
    metrics: name.kind === 'metric' ? [...subject.metrics, name.id] : subject.metrics,
    segment: name.kind === 'segment' && subject.segment === null ? name.id : subject.segment,
    loss: subject.loss || LOSS.test(said),
  };
}

/** The text between two places with periods and comparisons blanked, since they part no subject. */
export function betweenText(sentence: Marked, from: number, to: number): string {
  let text = '';
  let at = from;
  for (const m of sentence.marks) {
    if (m.start < at || m.end > to || (m.kind !== 'period' && m.kind !== 'base' && m.kind !== 'scenario'))
      continue;
    text += sentence.text.slice(at, m.start) + ' ';
    at = m.end;
  }
  return text + sentence.text.slice(at, to);
}

/** With single spaces, and none at the ends, so that a pattern has one way to match them. */
export const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();
