import { expect, it } from 'vitest';
import { escaped, plainText } from '../../../src/render/slack/mrkdwn.ts';

it.each([
  ['SG&A', 'SG&amp;A'],
  ['<!channel>', '&lt;!channel&gt;'],
  ['a\nb', 'a\nb'],
  ['a\u0000\u0007b', 'ab'],
  ['\u202eabc\u202c', 'abc'],
  ['zero\u200bwidth\ufeff', 'zerowidth'],
  ['`*_~', '`*_~'],
])('%j is shown as %j', (text, shown) => {
  expect(escaped(text)).toBe(shown);
});

it.each([
  ['abcdef', 6, 'abcdef'],
  ['abcdefg', 6, 'abcde…'],
  ['a&b&c', 9, 'a&amp;b…'],
  ['&&&', 15, '&amp;&amp;&amp;'],
  ['&&&', 14, '&amp;&amp;…'],
])('%j cut to %i is %j, with no escape torn', (text, max, shown) => {
  expect(escaped(text, max)).toBe(shown);
});

it('plain text is not escaped', () => {
  expect(plainText('SG&A <x>', 150)).toBe('SG&A <x>');
  expect(plainText('x'.repeat(151), 150)).toHaveLength(150);
});
