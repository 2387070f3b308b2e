import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { verifyWords } from '../../src/facts/verify-words.ts';
import { projectBase } from '../support/project.ts';
import { tiny } from '../support/tiny.ts';

const SOURCE = 'Title\n\nSales rose because the new\nshops drew many more Buyers, than before.';

const found = (text: string): string[] => {
  const { base } = tiny({ notes: `- { id: n, kind: reason, section: I, title: t, text: "${text}" }` });
  return verifyWords(base, SOURCE, 'a.txt').map((p) => `${p.line}: ${p.what}`);
};

describe('verifyWords', () => {
  it('finds nine words in a row, whatever their case and punctuation', () => {
    expect(found('It says: because the new shops drew many more buyers than.')).toEqual([
      '3: the note "n" repeats the document: "because the new shops drew many more buyers than"',
    ]);
  });

  it('passes eight words in a row', () => {
    expect(found('because the new shops drew many more buyers')).toEqual([]);
  });

  it('passes our own words', () => {
    expect(found('New shops, which many more buyers came to, made sales rise this time.')).toEqual([]);
  });
});

const COPY = join(import.meta.dirname, '../../../shared/source/iij-fy2011-3q.txt');

describe('our words on IIJ FY2011 1Q-3Q', () => {
  it.skipIf(!existsSync(COPY))("are not the document's", () => {
    expect(verifyWords(projectBase(), readFileSync(COPY, 'utf8'))).toEqual([]);
  });
});
