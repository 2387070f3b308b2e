import type { FactBase } from '../../facts/base.ts';
import type { Said } from '../../understand/said.ts';
import type { Frame } from '../frame.ts';

const CONCEDES =
  /\b(?:even (?:though|tho|if|as|while|when)|although|though|tho|despite|in spite of|notwithstanding|while|whilst|whereas)\b/i;

/** "Why did contracts rise even though revenue fell": the clause that asks, without the one that only concedes. */
export function mainClause(base: FactBase, frame: Frame): Frame {
  const { said } = frame;
  const at = said.text.search(CONCEDES);
  if (at < 0) return frame;
  const comma = said.text.indexOf(',', at);
  const first = !/\bwhy\b|\p{L}{3,} /iu.test(said.text.slice(0, at));
  if (first && comma < 0) return frame;
  const [start, end] = first ? [comma + 1, said.text.length] : [0, at];
  const inside = said.mentions.filter((m) => m.start >= start && m.end <= end);
  const named = new Set(inside.flatMap((m) => (m.kind === 'metric' || m.kind === 'segment' ? [m.id] : [])));
  const items = frame.items.filter(
    (i) => named.has(i.metric ?? i.segment ?? '') || (i.metric === null && named.has(i.segment ?? '')),
  );
  if (items.length === 0) return frame;
  const text = said.text.slice(start, end).trim();
  return { ...frame, items, said: { ...said, text, tags: movesIn(base, said, text) } };
}

const MOVES = ['Rise', 'Fall', 'Flat', 'Higher', 'Lower'] as const;

/** The tags of a question with those of movement only where their words stand in a part of it. */
function movesIn(base: FactBase, said: Said, text: string): ReadonlySet<string> {
  const padded = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}%]+/gu, ' ')} `;
  const tags = new Set(said.tags);
  for (const tag of MOVES) {
    if (!(base.words[tag] ?? []).some((word) => padded.includes(` ${word} `))) tags.delete(tag);
  }
  return tags;
}
