/** A trigram index: hands the few entries that share most of a text's letter triples to a costlier search. */
export interface TrigramIndex {
  postings: Map<string, number[]>;
  size: number;
}

export function trigramsOf(text: string): Set<string> {
  const padded = `  ${text} `;
  const grams = new Set<string>();
  for (let i = 0; i + 3 <= padded.length; i++) grams.add(padded.slice(i, i + 3));
  return grams;
}

/** Indexes texts by their position. */
export function buildTrigrams(texts: readonly string[]): TrigramIndex {
  const postings = new Map<string, number[]>();
  texts.forEach((text, i) => {
    for (const gram of trigramsOf(text)) {
      const list = postings.get(gram);
      if (list) list.push(i);
      else postings.set(gram, [i]);
    }
  });
  return { postings, size: texts.length };
}

/** Positions of the entries that share most trigrams with the text, most first, at most `limit`. */
export function nearest(index: TrigramIndex, text: string, limit: number): number[] {
  const shared = new Map<number, number>();
  for (const gram of trigramsOf(text)) {
    for (const i of index.postings.get(gram) ?? []) shared.set(i, (shared.get(i) ?? 0) + 1);
  }
  return [...shared.entries()]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, limit)
    .map(([i]) => i);
}
