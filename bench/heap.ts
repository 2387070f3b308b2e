// Run with --expose-gc: loads the base, asks every question, and prints the memory left after a collection, in MiB.
import { ask } from '../src/ask.ts';
import { loadBase } from '../src/facts/load.ts';
import { NEW_CONVERSATION } from '../src/model/conversation.ts';
import { timedQuestions } from './questions.ts';

const MIB = 1024 * 1024;

const base = loadBase();
for (const turns of timedQuestions(base)) {
  let conversation = NEW_CONVERSATION;
  for (const question of turns) ({ conversation } = ask(base, question, conversation));
}
globalThis.gc?.();
const { heapUsed, rss } = process.memoryUsage();
console.log(JSON.stringify({ heap: heapUsed / MIB, resident: rss / MIB }));
// The base stays in use until after the measurement.
if (base.facts.length === 0) process.exitCode = 1;
