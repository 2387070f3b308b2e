import type { FactBase } from '../../src/facts/base.ts';
import type { IntentSpec } from '../../src/model/document.ts';

export type Example = IntentSpec['examples'][number];

/** The turns of an example: most have one. */
export const turnsOf = (example: { ask: string | readonly string[] }): string[] => [example.ask].flat();

/** Every example of every intent. */
export function examplesOf(base: FactBase): { intent: string; example: Example }[] {
  return base.intents.flatMap((spec) => spec.examples.map((example) => ({ intent: spec.id, example })));
}

/** Every question in the intents, examples and near misses, once. */
export function questionsOf(base: FactBase): string[] {
  const asked = base.intents.flatMap((spec) => [
    ...spec.examples.flatMap(turnsOf),
    ...spec.near.map((n) => n.ask),
  ]);
  return [...new Set(asked)];
}
