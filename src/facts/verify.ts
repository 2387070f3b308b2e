import type { Exception } from '../model/document.ts';
import type { Fact } from '../model/fact.ts';
import type { FactBase } from './base.ts';
import { blanked, literal } from './patterns.ts';
import type { Problem } from './problem.ts';
import { lineAt, type SectionText, splitSections } from './sections.ts';

/** How the facts and a copy of the document compare. `problems` point into the document. */
export interface VerifyReport {
  /** Facts whose digits were looked for. */
  facts: number;
  /** Numerals of the document that a fact covers. */
  covered: number;
  /** Numerals that the document's list of exceptions explains. */
  excepted: number;
  problems: Problem[];
}

const NUMERAL = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/g;

/**
 * Holds the facts against the document's text, section by section: the digits of each fact must stand there as often as
 * facts print them, and each numeral must belong to a fact or to an exception.
 */
export function verifyDocument(base: FactBase, source: string, file = 'document'): VerifyReport {
  const { sections, exceptions } = base.document;
  const texts = splitSections(sections, source);
  const reports = texts.map((text) => verifySection(base, text, file));
  const total = (of: (r: VerifyReport) => number): number => reports.reduce((n, r) => n + of(r), 0);
  return {
    facts: total((r) => r.facts),
    covered: total((r) => r.covered),
    excepted: total((r) => r.excepted),
    problems: [
      ...sections.filter((s) => !texts.some((t) => t.id === s.id)).map((s) => missingHeading(s.id, file)),
      ...reports.flatMap((r) => r.problems).sort((a, b) => a.line - b.line),
      ...exceptions.filter((e) => !texts.some((t) => applies(e, t))).map((e) => unusedException(e, file)),
    ],
  };
}

function verifySection(base: FactBase, section: SectionText, file: string): VerifyReport {
  const facts = base.facts.filter((f) => f.sections.includes(section.id));
  const exceptions = base.document.exceptions.filter((e) => appliesTo(e, section.id));
  const unexcepted = exceptions.map(patternOf).reduce(blanked, section.text);
  const dates = claimDates(facts, unexcepted);
  const numbers = claimNumbers(facts, dates.left);
  const spared = numerals(section.text).length - numerals(unexcepted).length;
  return {
    facts: facts.length,
    covered: numerals(unexcepted).length - numbers.left.length,
    excepted: spared,
    problems: [
      ...[...dates.missing, ...numbers.missing].map((fact) => missingFact(fact, section, file)),
      ...numbers.left.map((numeral) => uncovered(numeral, section, file)),
    ],
  };
}

interface Numeral {
  digits: string;
  offset: number;
}

const numerals = (text: string): Numeral[] =>
  Array.from(text.matchAll(NUMERAL), (m) => ({ digits: m[0], offset: m.index }));

const appliesTo = (e: Exception, section: string): boolean =>
  e.section === undefined || e.section === section;

const patternOf = (e: Exception): RegExp => new RegExp(e.pattern ?? literal(e.text ?? ''), 'gu');

const applies = (e: Exception, section: SectionText): boolean =>
  appliesTo(e, section.id) && patternOf(e).test(section.text);

/** Takes each date fact's printed words out of the text; gives those that it does not find, and what is left. */
function claimDates(facts: readonly Fact[], text: string): { missing: Fact[]; left: string } {
  const missing: Fact[] = [];
  let left = text;
  for (const fact of facts.filter((f) => f.unit === 'date')) {
    const after = blanked(left, new RegExp(literal(fact.printed), 'u'));
    if (after === left) missing.push(fact);
    left = after;
  }
  return { missing, left };
}

/** Gives each fact one numeral with its digits; gives the facts that go without, and the numerals that are left. */
function claimNumbers(facts: readonly Fact[], text: string): { missing: Fact[]; left: Numeral[] } {
  const left = numerals(text);
  const missing = facts
    .filter((f) => f.unit !== 'date')
    .filter((fact) => {
      const at = left.findIndex((n) => n.digits === fact.printed.replace(/[^\d.,]/g, ''));
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
  return { missing, left };
}

function missingHeading(id: string, file: string): Problem {
  return {
    file,
    line: 1,
    what: `no line heads section ${id}`,
    expected: 'a line that begins with its id and title, or as its heading: says',
    remedy: 'Take the text of the right document, or mend title: or heading: in document.yml',
  };
}

function missingFact(fact: Fact, section: SectionText, file: string): Problem {
  const digits = fact.printed.replace(/[^\d.,]/g, '');
  const line = section.text
    .split('\n')
    .findIndex((l) => fact.unit !== 'date' && numerals(l).some((n) => n.digits === digits));
  const seen = line >= 0;
  return {
    file,
    line: seen ? line + 1 : section.line,
    what: `"${fact.printed}" of ${fact.id} stands ${seen ? 'here less often than facts print it' : `nowhere in section ${section.id}`}`,
    expected: 'the digits in the section, once for each fact, outside of exceptions',
    remedy: `Mend the cell at ${fact.origin.file}:${fact.origin.line}`,
  };
}

function uncovered(numeral: Numeral, section: SectionText, file: string): Problem {
  const line = lineAt(section.text, numeral.offset);
  const words = (section.text.split('\n')[line - 1] ?? '').trim().replace(/\s+/g, ' ');
  return {
    file,
    line,
    what: `no fact of section ${section.id} covers ${numeral.digits} in "${words.length > 70 ? `${words.slice(0, 70)}...` : words}"`,
    expected: 'a fact or an exception for each numeral',
    remedy: `Add it to facts/${section.id}.yml, or under exceptions: in document.yml with the reason`,
  };
}

function unusedException(e: Exception, file: string): Problem {
  return {
    file,
    line: 1,
    what: `the exception "${e.text ?? e.pattern ?? ''}" (${e.reason}) matches nothing${e.section === undefined ? '' : ` in section ${e.section}`}`,
    expected: 'exceptions that the document needs',
    remedy: 'Mend or drop it in document.yml',
  };
}
