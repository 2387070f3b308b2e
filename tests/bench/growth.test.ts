import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { synthesise } from '../../bench/growth/synthetic.ts';
import { loadFrom, PROJECT_DATA } from '../../src/facts/load.ts';
import { headline, lastTurn } from '../support/talk.ts';

const intents = new Map(
  readdirSync(PROJECT_DATA.intents).map((name) => [
    name,
    readFileSync(join(PROJECT_DATA.intents, name), 'utf8'),
  ]),
);

it('a made-up company of the bench passes all checks, and answers', () => {
  const { source, metrics } = synthesise({ names: 100, facts: 1_000 }, intents);
  const base = loadFrom(source);
  expect(base.facts.length).toBeGreaterThanOrEqual(1_000);
  const { answer } = lastTurn(base, `${metrics[0] ?? ''} 3Q11`);
  expect(answer.status).toBe('answered');
  expect(headline(answer)).toMatch(/ JPY$/);
});
