import { describe, expect, it } from 'vitest';
import { loadWith, mutated, MUTATIONS, projectTexts, randomFrom } from '../support/mutations.ts';

const texts = projectTexts();

describe('data that somebody broke', () => {
  it.each(MUTATIONS)('%s: is reported with its place, or changes nothing that a check could know', (mutation) => {
    const random = randomFrom(20_260);
    const names = [...texts.keys()].filter((name) => mutated(texts.get(name) ?? '', mutation, randomFrom(1)) !== null);
    const taken = Array.from({ length: 8 }, () => {
      const name = names[Math.floor(random() * names.length)] ?? '';
      const text = mutated(texts.get(name) ?? '', mutation, random);
      return text === null ? null : { name, ...loadWith(texts, name, text) };
    }).filter((t) => t !== null);
    expect(taken.filter((t) => t.how === 'crashed')).toEqual([]);
    expect(taken.some((t) => t.how === 'reported')).toBe(true);
  }); // prettier-ignore
});
