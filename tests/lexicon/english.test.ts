import { expect, it } from 'vitest';
import { isEnglish, lightWords } from '../../src/lexicon/english.ts';

it('knows common words from misspellings', () => {
  expect(['hotel', 'Weather', 'margin'].map(isEnglish)).toEqual([true, true, true]);
  expect(['oprating', 'incme', 'softbank'].map(isEnglish)).toEqual([false, false, false]);
});

it('tells the words that only carry a sentence from those that name something', () => {
  const light = lightWords('could they quietly purchase the hotel near Osaka');
  expect(['could', 'they', 'quietly', 'the'].filter((w) => !light.has(w))).toEqual([]);
  expect(['hotel', 'osaka'].filter((w) => light.has(w))).toEqual([]);
});
