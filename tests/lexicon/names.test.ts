import { describe, expect, it } from 'vitest';
import { foldName } from '../../src/lexicon/fold.ts';
import { buildTrie, longestName, type NameTrie } from '../../src/lexicon/names.ts';
import { anyOrder, searchNames } from '../../src/lexicon/search.ts';
import { projectBase } from '../support/project.ts';

const metric = (id: string, ...texts: string[]): { text: string; target: { kind: 'metric'; id: string } }[] =>
  texts.map((text) => ({ text, target: { kind: 'metric', id } }));

const trie = buildTrie([
  ...metric('income', 'income'),
  ...metric('operating-income', 'operating income', 'income from operations'),
  ...metric('tax', 'income tax expense'),
  ...metric('other', 'income'),
]);

const longest = (t: NameTrie, text: string, from = 0): string | null => {
  const hit = longestName(t, foldName(text), from);
  return hit && `${hit.name.target.id} ${hit.to}`;
};

describe('exact names', () => {
  it.each([
    ['income', 'income 1'],
    ['income tax expenses', 'tax 3'],
    ['income tax', 'income 1'],
    ['Income from operations', 'operating-income 3'],
    ['operating', null],
  ])('%s: the longest', (text, hit) => {
    expect(longest(trie, text)).toBe(hit);
  });

  it('step over articles inside a name, never before it', () => {
    expect(longestName(trie, ['income', 'from', 'the', 'operation'], 0)?.to).toBe(4);
    expect(longestName(trie, ['the', 'income'], 0)).toBeNull();
  });

  it('start where they are looked for', () => {
    expect(longest(trie, 'low operating income', 1)).toBe('operating-income 3');
  });

  it('an owner keeps a name that another claims later', () => {
    expect(trie.names.filter((n) => n.text === 'income').map((n) => n.target.id)).toEqual(['income']);
  });
});

describe('names in another order', () => {
  it.each([
    ['income operating', 'operating-income'],
    ['tax expense income', 'tax'],
    ['expense income', null],
  ])('%s', (text, id) => {
    expect(anyOrder(trie, foldName(text))?.target.id ?? null).toBe(id);
  });
});

describe('search', () => {
  const { names } = projectBase();

  it.each([
    ['oprating incme', 'operating-income'],
    ['incme operatng', 'operating-income'],
    ['sharholders equty', 'shareholders-equity'],
    ['depreciaton amortisation', 'depreciation'],
    ['customer relatonships', 'customer-relationships'],
  ])('%s', (text, id) => {
    expect(searchNames(names, text, 5).map((h) => h.target.id)).toContain(id);
  });

  it('gives each thing once, at most as many as wanted', () => {
    const hits = searchNames(names, 'income', 4);
    expect(hits.length).toBeLessThanOrEqual(4);
    expect(new Set(hits.map((h) => `${h.target.kind} ${h.target.id}`)).size).toBe(hits.length);
  });

  it('finds nothing in nonsense', () => {
    expect(searchNames(names, '', 5)).toEqual([]);
    expect(searchNames(names, 'qqqqzzzz', 5)).toEqual([]);
  });
});
