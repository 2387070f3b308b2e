// npm run bench: what is claimed of speed, memory, accuracy and robustness, measured on this machine.
//   -- --only speed,growth   only these parts   -- --quick   fewer rounds   -- --seed 7   other random cases
//   -- --seconds 10          a shorter load
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { machine } from './machine.ts';
import { check } from './parts/check.ts';
import { sideBySide } from './parts/compare.ts';
import { fuzz } from './parts/fuzz.ts';
import { growth } from './parts/growth.ts';
import { load, soak } from './parts/load.ts';
import { page } from './parts/page.ts';
import { mutations } from './parts/mutations.ts';
import type { Part } from './parts/part.ts';
import { slack } from './parts/slack.ts';
import { speed } from './parts/speed.ts';

const PARTS: readonly Part[] = [speed, check, slack, page, sideBySide, growth, fuzz, mutations, load, soak];
const USUAL = PARTS.filter((part) => part.onlyNamed !== true);

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: USUAL.map((part) => part.name).join(',') },
    quick: { type: 'boolean', default: false },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    seconds: { type: 'string' },
  },
});

const asked = values.only.split(',').map((name) => name.trim());
const unknown = asked.filter((name) => !PARTS.some((part) => part.name === name));
if (unknown.length > 0) {
  const known = PARTS.map((part) => `  ${part.name.padEnd(8)}  ${part.measures}`).join('\n');
  console.error(`No part of the bench is called ${unknown.join(', ')}. There are:\n${known}`);
  process.exit(2);
}

const options = {
  quick: values.quick,
  seed: Number(values.seed),
  seconds: values.seconds === undefined ? null : Number(values.seconds),
};
console.log(`${machine()}\n`);
for (const part of PARTS.filter(({ name }) => asked.includes(name))) {
  const start = performance.now();
  console.log(await part.run(options));
  const seconds = (performance.now() - start) / 1_000;
  console.log(`(${part.name}: ${seconds.toFixed(0)} s)\n`);
}
