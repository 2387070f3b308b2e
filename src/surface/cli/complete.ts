import type { CompleterResult } from 'node:readline';
import type { FactBase } from '../../facts/base.ts';
import { COMMANDS } from './talk.ts';

/**
 * Completes the end of a line: commands after a slash, section ids after /sections, else the names of metrics and
 * segments. Labels come first; aliases only where no label fits.
 */
export function completerOf(base: FactBase): (line: string) => CompleterResult {
  const owners = [...base.metrics.values(), ...base.segments.values()];
  const labels = [...new Set(owners.map((o) => o.label))].sort();
  const aliases = [...new Set(owners.flatMap((o) => o.aliases))].sort();
  const sections = [...base.sections.keys()];
  return (line) => {
    const section = /^\/sections\s+(?<id>\S*)$/.exec(line)?.groups?.id;
    if (section !== undefined) return [startingWith(sections, section), section];
    if (line.startsWith('/') && !line.includes(' ')) return [startingWith(Object.keys(COMMANDS), line), line];
    const ends = [...line.matchAll(/(?<=^|\s)\S/g)].map((m) => line.slice(m.index));
    for (const names of [labels, aliases]) {
      for (const end of ends) {
        const hits = startingWith(names, end);
        if (hits.length > 0) return [hits, end];
      }
    }
    return [[], line];
  };
}

/** The names that go on from what was typed, in the case in which it was typed. */
function startingWith(names: readonly string[], typed: string): string[] {
  const start = typed.toLowerCase();
  return names
    .filter((name) => name.toLowerCase().startsWith(start))
    .map((name) => typed + name.slice(typed.length));
}
