import { describe, expect, it } from 'vitest';
import { claimsPanel } from '../../../src/surface/sandbox/web/claims.ts';
import { projectBase } from '../../support/project.ts';
import { DRAFT } from './draft.ts';

describe('the claims of a text, marked', () => {
  const panel = (text: string): string => claimsPanel(projectBase(), text).text.replace(/\s+/g, ' ');

  it('stand in the text with their verdict in words, each leading to what the document has', () => {
    const shown = panel(DRAFT);
    expect(shown.replace(/<[^>]+>/g, '')).toContain(
      'Operating income rose 64.5% ✓ matches to JPY 4.0 billion ✓ matches in the nine months; IIJ-Global lost 1.5bn ‼ differs, the wrong way round; headcount fell by 14 ✓ matches to 1,951 ✗ differs.',
    );
    expect([...shown.matchAll(/href="#(?<id>claim-\d)"/g)].map((m) => m.groups?.id)).toEqual(
      [1, 2, 3, 4, 5].map((n) => `claim-${n}`),
    );
    for (const n of [1, 2, 3, 4, 5]) expect(shown).toContain(`<li id="claim-${n}"`);
    expect(shown).toContain('href="/catalogue#section-II-6"');
  });

  it('are text, whatever stands in it', () => {
    expect(panel('<b>revenue</b> "rose" <script>5.5%</script>')).not.toMatch(/<b>|<script/);
  });

  it.each([
    ['', 'There is no text to check'],
    ['x '.repeat(20_001), 'at most 40000'],
    ['Lunch at noon?', 'No claim about this document found'],
  ])('are none, and the panel says why', (text, told) => {
    expect(panel(text)).toContain(told);
  });
});
