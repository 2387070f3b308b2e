import { performance } from 'node:perf_hooks';
import { ask } from '../src/ask.ts';
import type { FactBase } from '../src/facts/base.ts';
import { NEW_CONVERSATION } from '../src/model/conversation.ts';
import { type Intent, INTENTS } from '../src/model/query.ts';
import { readerOf } from '../src/understand/vocabulary.ts';
import type { Turns } from './questions.ts';
import { median, percentile, sum } from './stats.ts';

export interface Latency {
  questions: number;
  /** Milliseconds. */
  p50: number;
  p95: number;
  p99: number;
  slowest: { question: string; ms: number };
  byIntent: readonly IntentLatency[];
  perSecond: number;
  /** How much of the time compromise takes, 0 to 1. */
  compromise: number;
}

/** Milliseconds of the questions that were read as an intent. */
export interface IntentLatency {
  intent: Intent;
  questions: number;
  p50: number;
  slowest: number;
}

interface Timing {
  question: string;
  intent: Intent;
  ms: number;
}

/** Asks all conversations once and times each turn. */
function timeRound(base: FactBase, conversations: readonly Turns[]): Timing[] {
  return conversations.flatMap((turns) => {
    let conversation = NEW_CONVERSATION;
    return turns.map((question) => {
      const start = performance.now();
      const turn = ask(base, question, conversation);
      const ms = performance.now() - start;
      ({ conversation } = turn);
      return { question, intent: turn.answer.intent, ms };
    });
  });
}

/** Times warm questions: a question's time is its median over the rounds. */
export function measureLatency(base: FactBase, conversations: readonly Turns[], rounds: number): Latency {
  for (let i = 0; i < 3; i++) timeRound(base, conversations);
  const timed = Array.from({ length: rounds }, () => timeRound(base, conversations));
  const perQuestion = (timed[0] ?? []).map(({ question, intent }, i) => ({
    question,
    intent,
    ms: median(timed.map((round) => round[i]?.ms ?? NaN)),
  }));
  const times = perQuestion.map((t) => t.ms);
  const total = sum(timed.flat().map((t) => t.ms));
  return {
    questions: times.length,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    p99: percentile(times, 0.99),
    slowest: perQuestion.reduce<Pick<Timing, 'question' | 'ms'>>(
      (worst, t) => (t.ms > worst.ms ? t : worst),
      { question: '', ms: 0 },
    ),
    byIntent: INTENTS.flatMap((intent) => intentLatency(intent, perQuestion)),
    perSecond: timed.flat().length / (total / 1000),
    compromise: compromiseShare(base, conversations, rounds),
  };
}

function intentLatency(intent: Intent, all: readonly Timing[]): IntentLatency[] {
  const times = all.filter((t) => t.intent === intent).map((t) => t.ms);
  return times.length === 0
    ? []
    : [{ intent, questions: times.length, p50: median(times), slowest: percentile(times, 1) }];
}

/** The share of the time that goes into the cue net, the one place where compromise runs on a question. */
function compromiseShare(base: FactBase, conversations: readonly Turns[], rounds: number): number {
  const { cues } = readerOf(base);
  const { read } = cues;
  let inside = 0;
  cues.read = (skeleton) => {
    const start = performance.now();
    const result = read(skeleton);
    inside += performance.now() - start;
    return result;
  };
  const total = Array.from({ length: rounds }, () => sum(timeRound(base, conversations).map((t) => t.ms)));
  cues.read = read;
  return inside / sum(total);
}
