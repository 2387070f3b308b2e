import { performance } from 'node:perf_hooks';
import fc from 'fast-check';
import { ask } from '../../src/ask.ts';
import type { FactBase } from '../../src/facts/base.ts';
import { loadBase } from '../../src/facts/load.ts';
import { alignRows } from '../../src/surface/cli/table.ts';
import { arbitraryQuestions, KINDS, type Questions } from '../../tests/support/arbitraries.ts';
import { brokenPromises } from '../../tests/support/provenance.ts';
import { median, percentile } from '../stats.ts';
import { count, measuredTable, ms } from '../table.ts';
import type { Part } from './part.ts';

/** How the questions are divided among the kinds. */
const SHARES: Readonly<Record<keyof Questions, number>> = {
  'random characters': 0.2,
  'Slack markup': 0.2,
  'vocabulary shuffled': 0.25,
  'questions mutated': 0.3,
  'long repetitions': 0.05,
};
const QUESTIONS = 200_000;
/** Of each kind, as many of the slowest are timed again: a pause of the machine is no slow answer. */
const SUSPECTS = 20;

interface Fuzzed {
  kind: string;
  asked: number;
  /** The smallest question that broke a promise, as found by shrinking, and what broke. */
  broken: string | null;
  median: number;
  p99: number;
  slowest: { question: string; ms: number };
}

function timeOf(base: FactBase, question: string): number {
  const start = performance.now();
  ask(base, question);
  return performance.now() - start;
}

/** The median of five more times, with another question in between, since the last reading is remembered. */
function timedAgain(base: FactBase, question: string): number {
  const times = Array.from({ length: 5 }, () => {
    ask(base, 'thanks');
    return timeOf(base, question);
  });
  return median(times);
}

function fuzzKind(
  base: FactBase,
  kind: string,
  questions: fc.Arbitrary<string>,
  runs: number,
  seed: number,
): Fuzzed {
  const times: number[] = [];
  let suspects: { question: string; ms: number }[] = [];
  const details = fc.check(
    fc.property(questions, (question) => {
      const start = performance.now();
      const { answer } = ask(base, question);
      const took = performance.now() - start;
      times.push(took);
      suspects.push({ question, ms: took });
      if (suspects.length > 50 * SUSPECTS) suspects = suspects.sort((a, b) => b.ms - a.ms).slice(0, SUSPECTS);
      const broken = brokenPromises(base, answer, question);
      if (broken.length > 0) throw new Error(broken.join('; '));
    }),
    { seed, numRuns: runs },
  );
  const again = suspects
    .sort((a, b) => b.ms - a.ms)
    .slice(0, SUSPECTS)
    .map(({ question }) => ({ question, ms: timedAgain(base, question) }));
  return {
    kind,
    asked: details.numRuns,
    broken: details.failed
      ? `${JSON.stringify(details.counterexample?.[0])}: ${String(details.errorInstance)}`
      : null,
    median: median(times),
    p99: percentile(times, 0.99),
    slowest: again.sort((a, b) => b.ms - a.ms)[0] ?? { question: '', ms: NaN },
  };
}

/** How much longer a question of four times the length takes, at most, over questions repeated to 500 and to 2,000 characters. */
function growthWithLength(base: FactBase, questions: fc.Arbitrary<string>, seed: number): number {
  const ratios = fc.sample(questions, { seed, numRuns: 60 }).map((long) => {
    const [short, whole] = [timedAgain(base, long.slice(0, long.length / 4)), timedAgain(base, long)];
    return whole / short;
  });
  return percentile(ratios, 0.9);
}

export const fuzz: Part = {
  name: 'fuzz',
  measures: 'questions at random: no crash, no figure without a source, none slow',
  run: ({ quick, seed }) => {
    const base = loadBase();
    const kinds = arbitraryQuestions(base);
    for (const question of fc.sample(kinds['questions mutated'], { seed, numRuns: 500 })) ask(base, question);
    const total = quick ? QUESTIONS / 20 : QUESTIONS;
    const found = KINDS.map((kind) =>
      fuzzKind(base, kind, kinds[kind], Math.round(total * SHARES[kind]), seed),
    );
    const head = [
      `random questions, seed ${seed}`,
      'asked',
      'broken',
      'p50',
      'p99',
      'slowest',
      'over the p50',
    ];
    const rows = found.map((f) => [
      f.kind,
      count(f.asked),
      f.broken === null ? '0' : 'yes',
      ms(f.median),
      ms(f.p99),
      ms(f.slowest.ms),
      `${(f.slowest.ms / f.median).toFixed(1)}x`,
    ]);
    const worst = Math.max(...found.map((f) => f.slowest.ms / f.median));
    const longer = growthWithLength(base, kinds['long repetitions'], seed);
    const refused = ask(base, 'revenue '.repeat(251)).answer.refusal?.code === 'too-long';
    const summary = measuredTable('fuzz', [
      ['questions that broke a promise', String(found.filter((f) => f.broken !== null).length), '0'],
      ['slowest over the median of its kind', `${worst.toFixed(1)}x`, '<= 20x'],
      ['four times the length takes, p90', `${longer.toFixed(1)}x`, 'about 4x'],
      ['over 2,000 characters', refused ? 'refused' : 'taken', 'refused'],
    ]);
    const remarks = found.flatMap((f) => [
      ...(f.broken === null ? [] : [`broken: ${f.broken}`]),
      ...(f.slowest.ms / f.median > 20 ? [`slow: ${JSON.stringify(f.slowest.question)}`] : []),
    ]);
    return [alignRows([head, ...rows], new Set([1, 2, 3, 4, 5, 6])), summary, ...remarks].join('\n\n');
  },
};
