import { describe, expect, it } from 'vitest';
import { projectBase } from '../support/project.ts';

/** Words that make a question another one: what passes over them in silence gives a wrong figure. */
const NEVER =
  'accrued additional big black bottomed break broken breakdown bulk diluted divided except excluding extra fair high highest large less low lowest majority median minus negative net opening positive profitable red rest seasonal shareholding small split stake turn turned unprofitable volatile wider without'.split(
    ' ',
  );

describe('words passed over in silence', () => {
  const fillers = new Set((projectBase().words.Filler ?? []).map((w) => w.toLowerCase()));
  it.each(NEVER)('%s is none of them', (word) => {
    expect(fillers.has(word)).toBe(false);
  });
});
