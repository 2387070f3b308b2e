import Fuse from 'fuse.js';
import type { FactBase } from '../../src/facts/base.ts';
import { entriesOf, FIELDS, replyOf, type SearchBox } from './entries.ts';

/**
 * fuse.js alone, with the token search that its documentation recommends for questions of several words. Of the ways to
 * set it up (fields or one text, labels or all names, with and without token search), the one that found most.
 */
export function fuseBox(base: FactBase): SearchBox {
  const texts = entriesOf(base).map((entry) => ({
    id: entry.id,
    text: FIELDS.map((field) => entry[field]).join(' '),
  }));
  const fuse = new Fuse(texts, {
    keys: ['text'],
    useTokenSearch: true,
    ignoreLocation: true,
    threshold: 0.2,
  });
  return (question) => replyOf(base, fuse.search(question, { limit: 1 })[0]?.item.id);
}
