import type { FactBase } from '../../src/facts/base.ts';
import type { Answer, Figure, Line, Part } from '../../src/model/answer.ts';
import { lineText, partText, toText } from '../../src/render/text.ts';
import { numberIn, recomputed, withInputs } from './figures.ts';

const NUMERAL = /\d+/g;

const numeralsOf = (text: string): string[] => text.match(NUMERAL) ?? [];

const kept = new WeakMap<
  FactBase,
  {
    numerals: ReadonlySet<string>;
    facts: FactBase['facts'] extends readonly (infer F)[] ? ReadonlyMap<string, F> : never;
  }
>();

/** The numerals in the data's own words (labels, titles, notes), and its facts by id. */
function dataOf(base: FactBase): NonNullable<ReturnType<typeof kept.get>> {
  const found = kept.get(base);
  if (found) return found;
  const words = [
    [...base.metrics.values()],
    [...base.segments.values()],
    base.document,
    base.notes,
    base.facts.map((f) => f.note),
  ];
  const data = {
    numerals: new Set(numeralsOf(JSON.stringify(words))),
    facts: new Map(base.facts.map((f) => [f.id, f])),
  };
  kept.set(base, data);
  return data;
}

/** Every line of an answer in which a numeral could stand. */
const linesOf = (answer: Answer): Line[] => [...answer.lines, answer.reading, ...answer.notes];

/** Figures that stand in an answer's lines, whether or not it lists them. */
const figuresShown = (answer: Answer): Figure[] =>
  linesOf(answer).flatMap((l) => l.flatMap((p) => (p.t === 'figure' ? [p.figure] : [])));

/** What was typed, in plain digits and without the characters that no reader sees. */
const visible = (question: string): string => question.normalize('NFKC').replace(/\p{Cf}/gu, '');

function wrongPart(base: FactBase, part: Part, question: string): string | null {
  switch (part.t) {
    case 'words':
      return /\p{N}/u.test(part.text) ? `words hold a numeral: "${part.text}"` : null;
    case 'label': {
      const strange = numeralsOf(part.text).filter(
        (n) => !dataOf(base).numerals.has(n.replace(/^0+(?=\d)/, '')) && !dataOf(base).numerals.has(n),
      );
      return strange.length > 0 ? `the data has no "${strange.join(', ')}": "${part.text}"` : null;
    }
    case 'typed':
      return numeralsOf(part.text).every((n) => visible(question).includes(n))
        ? null
        : `nobody typed "${part.text}"`;
    case 'section':
      return base.sections.has(part.id) ? null : `no section ${part.id}`;
    case 'figure':
    case 'period':
    case 'ordinal':
      return null;
  }
}

/** What is wrong with a figure's provenance: facts that don't exist, another value, an arithmetic that doesn't come out, no section. */
function wrongFigure(base: FactBase, figure: Figure): string[] {
  const name = `${figure.metric} ${figure.segment} ${figure.period} ${figure.measure}`;
  const wrong: string[] = [];
  for (const f of withInputs(figure)) {
    const facts = f.facts.map((id) => dataOf(base).facts.get(id));
    if (facts.length === 0 || facts.includes(undefined))
      wrong.push(`${name}: facts that don't exist: ${f.facts.join(', ')}`);
    if (f.sections.length === 0 || f.sections.some((id) => !base.sections.has(id)))
      wrong.push(`${name}: cites no section`);
    const [lead] = facts;
    if (f.derivation === null && lead && String(lead.value) !== String(f.value))
      wrong.push(`${name}: is not the value of ${lead.id}`);
    if (f.derivation !== null && recomputed(f)?.eq(numberIn(f)) !== true)
      wrong.push(`${name}: does not come out of its terms`);
    const uncited = facts.flatMap((x) => x?.sections ?? []).filter((id) => !figure.sections.includes(id));
    if (uncited.length > 0) wrong.push(`${name}: does not cite ${uncited.join(', ')}`);
  }
  return wrong;
}

/** Everything about an answer that breaks a promise: numerals without provenance, figures without sections, figures in a decline. */
export function brokenPromises(base: FactBase, answer: Answer, question: string): string[] {
  const lines = linesOf(answer);
  const text = toText(base, answer);
  const parts = lines.flatMap((l) => l.flatMap((p) => wrongPart(base, p, question) ?? []));
  const joined = lines
    .filter((l) => lineText(base, l, answer.unit) !== l.map((p) => partText(base, p, answer.unit)).join(''))
    .map((l) => `a line is not the join of its parts: ${JSON.stringify(l)}`);
  const absent = answer.lines
    .filter((l) => !text.split('\n').includes(lineText(base, l, answer.unit)))
    .map(() => 'a line is not in the text');
  const shown = figuresShown(answer);
  const figures = [...new Set([...answer.figures, ...answer.series.map((s) => s.figure)])].flatMap((f) =>
    wrongFigure(base, f),
  );
  const uncited = answer.figures.flatMap((f) => f.sections).filter((id) => !answer.sections.includes(id));
  const inDecline =
    answer.status === 'answered'
      ? []
      : [...shown, ...answer.figures].map((f) => `a figure in a ${answer.status}: ${f.metric}`);
  const wrongStatus = [
    ...((answer.status === 'declined') === (answer.refusal !== null)
      ? []
      : ['a decline says why, and nothing else does']),
    ...((answer.status === 'clarify') === answer.choices.length > 0
      ? []
      : ['a choice has readings, and nothing else has']),
    ...(answer.choices.length > 5 ? ['more than five readings'] : []),
    ...(text.trim() === '' ? ['it says nothing'] : []),
  ];
  return [
    ...parts,
    ...joined,
    ...absent,
    ...figures,
    ...uncited.map((id) => `section ${id} is not cited`),
    ...inDecline,
    ...wrongStatus,
  ];
}
