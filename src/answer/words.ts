import type { FactBase } from '../facts/base.ts';
import { datesInText } from '../facts/dates-in-text.ts';
import type { Figure, Line } from '../model/answer.ts';
import type { Note } from '../model/document.ts';
import { dateText } from '../render/number.ts';
import { baseWords, movement } from './movement.ts';
import type { Period } from '../model/period.ts';
import { cited, figure, joined, label, line, longPeriod, subject } from './parts.ts';
import { computed, type OutcomeOf, statement } from './statement.ts';

/** A note's text with its dates typed. */
function noteLine(text: string): Line {
  return datesInText(text).map((piece) => label(piece.kind === 'date' ? dateText(piece.iso) : piece.text));
}

function noteLines(n: Note): Line[] {
  return [
    line(
      noteLine(n.text),
      ' [',
      joined(
        n.sections.map((id) => [{ t: 'section', id } as const]),
        ', ',
      ),
      ']',
    ),
    ...n.items.map((i) => line('  - ', noteLine(i))),
  ];
}

/** A false premise put right, the reasons, and the figures they explain. */
export function explainLines(base: FactBase, o: OutcomeOf<'explain'>): Line[] {
  const premise: Line[] = [];
  const moved = o.change
    ? o.change.amount?.derivation === null
      ? o.change.amount
      : (o.change.percent ?? o.change.amount)
    : null;
  if (o.premise && o.change && moved) {
    const wrong = o.premise.asked === 'up' ? "It didn't rise: " : "It didn't fall: ";
    premise.push(
      line(
        wrong,
        subject(base, moved.metric, moved.segment),
        ' is ',
        movement(base, o.change, moved, null),
        ', ',
        longPeriod(moved.period),
        cited(moved),
      ),
    );
  }
  const reasons = o.notes.flatMap((n) => noteLines(n));
  return [...premise, ...reasons, ...o.figures.slice(0, 4).map((f) => line('  ', factLine(base, f)))];
}

/** A figure beside a reason or a verdict: its level, or its change with the base. */
export function factLine(base: FactBase, f: Figure): Line {
  if (f.measure === 'change')
    return line(
      subject(base, f.metric, f.segment),
      ': ',
      f.derivation ? 'computed ' : '',
      figure(f, 'signed'),
      f.against === '' ? '' : line(' ', baseWords(f.period, f.against as Period)),
      ', ',
      longPeriod(f.period),
      cited(f),
    );
  return statement(base, f);
}

/** What notes say, with their items and figures. */
export function notesLines(base: FactBase, o: OutcomeOf<'notes'>): Line[] {
  return [
    ...o.notes.flatMap((n) => noteLines(n)),
    ...o.figures.slice(0, 4).map((f) => line('  ', factLine(base, f))),
  ];
}

/** Sections by id, title and what they cover. */
export function sourceLines(base: FactBase, o: OutcomeOf<'source'>): Line[] {
  const [first] = base.sections.keys();
  const { title, issuer, date } = base.document;
  const cover =
    o.sections.length === 1 && o.sections[0] === first && first !== undefined
      ? [
          line(
            label(title),
            ', ',
            label(issuer.name),
            ', ',
            label(dateText(date)),
            ' [',
            { t: 'section', id: first },
            ']',
          ),
        ]
      : [];
  const sections = o.sections.map((id) => {
    const s = base.sections.get(id);
    return line({ t: 'section', id }, ' ', label(s?.title ?? ''), ': ', label(s?.covers ?? ''));
  });
  return [...cover, ...sections];
}

/** Yes or no, then the figures. */
export function checkLines(base: FactBase, o: OutcomeOf<'check'>): Line[] {
  const [lead, ...rest] = o.figures;
  if (!lead) return [];
  const verdict = o.holds === null ? '' : o.holds ? 'Yes. ' : 'No. ';
  const direction =
    lead.measure === 'change' && typeof lead.value !== 'string'
      ? lead.value.gt(0)
        ? 'up '
        : lead.value.lt(0)
          ? 'down '
          : 'unchanged '
      : null;
  const change =
    direction === null
      ? statement(base, lead)
      : line(
          subject(base, lead.metric, lead.segment),
          ' is ',
          direction,
          figure(lead, 'size'),
          lead.against === '' ? '' : line(' ', baseWords(lead.period, lead.against as Period)),
          ', ',
          longPeriod(lead.period),
          cited(lead),
        );
  const target =
    o.revised === 'flat'
      ? [line('  The target was left unchanged in the revision.')]
      : o.revised
        ? [line('  The target was ', o.revised === 'up' ? 'raised' : 'lowered', ' in the revision.')]
        : [];
  const already = o.already ? [line('  It was ', o.already, ' before as well.')] : [];
  return [
    line(verdict, change),
    ...computed(base, lead),
    ...already,
    ...target,
    ...rest.map((f) => line('  ', factLine(base, f))),
  ];
}
