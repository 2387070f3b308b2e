import MiniSearch from 'minisearch';
import type { FactBase } from '../../src/facts/base.ts';
import { entriesOf, FIELDS, replyOf, type SearchBox } from './entries.ts';

const STOP_WORDS = new Set(
  'a an and are as at be by did do does for from give had has have how in is it its me much of on or the to total was were what when which who with you'.split(
    ' ',
  ),
);

/** minisearch (BM25) with stop words, prefixes and a fifth of a word's letters wrong, as its guide sets it up. */
export function minisearchBox(base: FactBase): SearchBox {
  const index = new MiniSearch({
    fields: [...FIELDS],
    processTerm: (term) => (STOP_WORDS.has(term.toLowerCase()) ? null : term.toLowerCase()),
    searchOptions: { prefix: true, fuzzy: 0.2 },
  });
  index.addAll(entriesOf(base));
  return (question) => {
    const [best] = index.search(question);
    return replyOf(base, best ? Number(best.id) : undefined);
  };
}
