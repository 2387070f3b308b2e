import { loadBase } from '../../src/facts/load.ts';
import { measureCheck } from '../check.ts';
import { measuredTable, ms } from '../table.ts';
import type { Part } from './part.ts';

export const check: Part = {
  name: 'check',
  measures: 'the claims of a text of 50 KB',
  run: ({ quick }) => {
    const { claims, ms: took } = measureCheck(loadBase(), quick ? 3 : 11);
    return measuredTable('check', [[`50 KB of text, ${claims} claims, warm`, ms(took), '< 300 ms']]);
  },
};
