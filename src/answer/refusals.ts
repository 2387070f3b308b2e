import type { FactBase } from '../facts/base.ts';
import type { Line, Refusal, RefusalCode } from '../model/answer.ts';
import { joined, label, line, longPeriod, subject, typed } from './parts.ts';

/** What is refused, named: "Capital expenditure", or the words typed. */
function what(base: FactBase, r: Refusal): Line {
  if (r.metric !== undefined && base.metrics.has(r.metric))
    return subject(base, r.metric, r.segment ?? 'consolidated');
  const words = r.words ?? [];
  return words.length > 0 ? line('"', typed(words.join(' ')), '"') : line('that');
}

const at = (r: Refusal): Line => (r.period === undefined ? [] : line(' for ', longPeriod(r.period)));

function lostWhat(base: FactBase, r: Refusal): Line {
  const lost = base.document.lost.find(
    (l) => l.metric === r.metric && (l.segment ?? 'consolidated') === (r.segment ?? 'consolidated'),
  );
  return lost ? line(': there is ', label(lost.what)) : [];
}

const section = (r: Refusal): Line =>
  r.section === undefined ? [] : line(' (section ', { t: 'section', id: r.section }, ')');

/** The one place where refusals get their words. */
const WORDS: Readonly<Record<RefusalCode, (base: FactBase, r: Refusal) => Line>> = {
  empty: () => line('Ask me for a figure, a comparison or a reason.'),
  'too-long': () => line('That is longer than I read. Please ask in a sentence or two.'),
  japanese: () =>
    line(
      'Questions in Japanese are not read yet; please ask in English. 日本語の質問にはまだ対応していません。英語でお願いします。',
    ),
  'not-understood': (base, r) =>
    line("I don't know what ", what(base, r), ' refers to in this document, so I give no figure.'),
  restriction: (base, r) =>
    line('The document does not give figures on the basis of ', what(base, r), ', so I give none.'),
  currency: () =>
    line('The document gives yen only and no exchange rate, so I convert into no other currency.'),
  'not-printed': (base, r) => line(what(base, r), at(r), ' is not in this document.'),
  lost: (base, r) => line(what(base, r), at(r), ' is not given', section(r), lostWhat(base, r), '.'),
  undated: (base, r) =>
    line(
      what(base, r),
      at(r),
      " can't be given: the document prints amounts whose periods are lost",
      section(r),
      '.',
    ),
  'changes-only': (base, r) =>
    line(what(base, r), at(r), ' is not printed; the document gives only its changes', section(r), '.'),
  'period-not-covered': (base, r) => line(what(base, r), at(r), ' is not printed.'),
  'period-unclear': (base, r) =>
    line(
      "I can't tell which period that is",
      r.metric === undefined ? '' : line(' for ', what(base, r)),
      ', or the document has no figures for it.',
    ),
  'no-base': (base, r) => line('The document gives no such comparison for ', what(base, r), at(r), '.'),
  'no-target': (base, r) =>
    r.metric === undefined
      ? line('There is no target', at(r), ' in this document.')
      : line('There is no target for ', what(base, r), at(r), ' in this document.'),
  'no-reason': (base, r) => line('The document gives no reason for ', what(base, r), '.'),
  'no-definition': (base, r) => line('The document does not explain ', what(base, r), '.'),
  'no-list': (base, r) => line('The document has no such list for ', what(base, r), '.'),
  'no-source': (base, r) => line("I don't find ", what(base, r), ' in any section of this document.'),
  incomparable: () =>
    line("Those figures are of different kinds or dates and can't be added up or averaged."),
  'no-context': () => line('Of which figure? Please name it, for example a metric and a period.'),
  chat: () => line('I answer questions about the figures of this document.'),
};

/** A refusal in words, with what the document does have nearby, without its figures. */
export function refusalLines(base: FactBase, r: Refusal): Line[] {
  const near = (r.near ?? []).filter((n) => base.metrics.has(n.metric) && base.segments.has(n.segment));
  const names = [
    ...new Map(near.map((n) => [`${n.metric} ${n.segment}`, subject(base, n.metric, n.segment)])).values(),
  ];
  const tail = names.length > 0 ? [line('What it does have: ', joined(names, '; '), '.')] : [];
  return [WORDS[r.code](base, r), ...tail];
}
