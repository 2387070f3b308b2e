import { createRequire } from 'node:module';
import type One from 'compromise/one';
import type Two from 'compromise/two';

const require = createRequire(import.meta.url);

/** compromise's tokenizer, lexicon and matcher. The CommonJS bundle starts several times faster than the ES modules. */
export function compromiseOne(): typeof One {
  return require('compromise/one') as typeof One;
}

/** compromise with its English tagger: ten times as long to load, so only for sentences with an unknown word. */
export function compromiseTwo(): typeof Two {
  return require('compromise/two') as typeof Two;
}
