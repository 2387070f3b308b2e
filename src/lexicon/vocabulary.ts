import type { Metric, Segment } from '../model/fact.ts';
import { buildTrie, type NameTrie } from './names.ts';

/** The trie over all labels and aliases of metrics and segments. */
export function trieOf(metrics: readonly Metric[], segments: readonly Segment[]): NameTrie {
  const entries = [
    ...metrics.flatMap((m) =>
      [m.label, ...m.aliases].map((text) => ({ text, target: { kind: 'metric' as const, id: m.id } })),
    ),
    ...segments.flatMap((s) =>
      [s.label, ...s.aliases].map((text) => ({ text, target: { kind: 'segment' as const, id: s.id } })),
    ),
  ];
  return buildTrie(entries);
}
