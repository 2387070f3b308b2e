import { type FactBase, metricOf, segmentOf } from '../../../facts/base.ts';
import type { Derivation, Figure } from '../../../model/answer.ts';
import type { SectionId } from '../../../model/fact.ts';
import { describePeriod } from '../../../model/period.ts';
import { arithmetic } from '../../../answer/arithmetic.ts';
import { inspect, type Part } from '../../../inspect.ts';
import { toJson } from '../../../render/json.ts';
import { figureText } from '../../../render/number.ts';
import { lineText } from '../../../render/text.ts';
import { type Html, html } from './html.ts';

const PARTS: Readonly<Record<Part, string>> = {
  matched: 'matched',
  fuzzy: 'corrected',
  cue: 'cue',
  ignored: 'passed over',
  unknown: 'not understood',
};

/** How an answer came about: what each word was taken for, the figures with their facts, the arithmetic, and the JSON. */
export function panelHtml(base: FactBase, question: string): Html {
  const { words, assumed, answer } = inspect(base, question);
  return html`<p class="asked">${question}</p>
    <p><a href="/?q=${encodeURIComponent(question)}">Link to this question</a></p>
    <h3>Words</h3>
    <table class="words">
      <thead>
        <tr>
          <th scope="col">Word</th>
          <th scope="col">Was</th>
          <th scope="col">Taken for</th>
        </tr>
      </thead>
      <tbody>
        ${words.map(
          (w) =>
            html`<tr class="${w.part}">
              <th scope="row">${w.text}</th>
              <td>${PARTS[w.part]}</td>
              <td>${w.as}</td>
            </tr>`,
        )}
        ${assumed.map(
          (a) =>
            html`<tr class="assumed">
              <th scope="row">(not said)</th>
              <td>assumed</td>
              <td>${a.as}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${
      answer.reading.length > 0 &&
      html`<h3>Reading</h3>
        <p>${lineText(base, answer.reading, answer.unit)}</p>`
    }
    ${
      answer.refusal &&
      html`<h3>Declined</h3>
        <p><code>${answer.refusal.code}</code></p>`
    }
    ${
      answer.figures.length > 0 &&
      html`<h3>Figures</h3>
        ${answer.figures.map((f) => figureHtml(base, f, answer.unit))}`
    }
    <details>
      <summary>JSON</summary>
      <pre tabindex="0">${JSON.stringify(toJson(base, answer), null, 2)}</pre>
    </details>`;
}

type Unit = Parameters<typeof figureText>[2];

function nameOf(base: FactBase, f: Figure): string {
  const when = f.unit === 'date' ? '' : `, ${describePeriod(f.period, base.calendar.startMonth)}`;
  const what = f.measure === 'level' ? '' : `${f.measure} of `;
  return `${what}${metricOf(base, f.metric).label} · ${segmentOf(base, f.segment).label}${when}`;
}

function figureHtml(base: FactBase, f: Figure, unit: Unit): Html {
  return html`<div class="figure">
    <p><strong>${figureText(f, 'full', unit)}</strong> ${nameOf(base, f)}</p>
    ${f.derivation ? derivationHtml(base, f, f.derivation, unit) : factsHtml(base, f)}
  </div>`;
}

/** The printings that a figure rests on, each with its section and the place in the data. */
function factsHtml(base: FactBase, f: Figure): Html {
  const facts = base.facts.filter((x) => f.facts.includes(x.id));
  return html`<ul class="facts">
    ${facts.map(
      (x) =>
        html`<li>
          printed <q>${x.printed}</q> in ${x.sections.map((id) => sectionLink(base, id))}
          <small>${x.origin.file}:${x.origin.line}</small>
        </li>`,
    )}
  </ul>`;
}

const sectionLink = (base: FactBase, id: SectionId): Html =>
  html`<a href="/catalogue#section-${id}">${id} ${base.sections.get(id)?.title}</a> `;

/** The arithmetic in a line, and below it each figure that it takes, down to what is printed. */
function derivationHtml(base: FactBase, f: Figure, d: Derivation, unit: Unit): Html {
  return html`<p class="derived">computed: ${lineText(base, arithmetic(base, f) ?? [], unit)}</p>
    <div class="terms">
      ${termsOf(d).map(
        ({ mark, figure }) =>
          html`<div class="term"><span class="mark">${mark}</span>${figureHtml(base, figure, unit)}</div>`,
      )}
    </div>`;
}

function termsOf(d: Derivation): { mark: string; figure: Figure }[] {
  switch (d.op) {
    case 'sum':
    case 'average':
      return d.terms.map((t, i) => ({
        mark: t.sign === -1 ? '−' : i === 0 ? '' : '+',
        figure: t.figure,
      }));
    case 'quotient':
      return [
        { mark: '', figure: d.numerator },
        { mark: '÷', figure: d.denominator },
      ];
    case 'growth':
      return [
        { mark: '', figure: d.from },
        { mark: '→', figure: d.to },
      ];
    case 'before-growth':
      return [
        { mark: '', figure: d.level },
        { mark: '÷', figure: d.growth },
      ];
  }
}
