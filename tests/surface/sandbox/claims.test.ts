import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { claimsPanel } from '../../../src/surface/sandbox/web/claims.ts';
import { projectBase } from '../../support/project.ts';
import { hasChromium, launchChromium } from '../../support/slack/browser.ts';
import { type Visit, visit } from '../../support/slack/page.ts';

const DRAFT =
  'Operating income rose 64.5% to JPY 4.0 billion in the nine months; IIJ-Global lost 1.5bn; headcount fell by 14 to 1,951.';

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

describe.skipIf(!hasChromium())('figures are checked on the page, in Chromium', () => {
  let browser: Browser;
  let at: Visit;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
  });
  beforeEach(async () => {
    at = await visit(browser);
  });
  afterEach(async () => {
    await at.close();
    expect(at.complaints).toEqual([]);
    expect(at.strangers).toEqual([]);
  });

  it('of a message, marked beside it, and shown in its thread', async () => {
    await at.send(DRAFT);
    await at.press('#pane', 'Check figures');
    await at.page.locator('#pane .message.bot', { hasText: '3 of 5 claims are supported' }).waitFor();
    expect(await at.focused()).toBe('side-title');
    expect(await at.page.locator('#side .marked .claim').count()).toBe(5);
    await at.page.keyboard.press('Tab');
    await at.page.keyboard.press('Tab');
    expect(await at.focused()).toBe('mark-1');
    await at.page.keyboard.press('Enter');
    await at.page.locator('#claim-1:target', { hasText: '+64.5%' }).waitFor();
    expect(await at.focused()).toBe('claim-1');
    for (const colorScheme of ['light', 'dark'] as const) {
      await at.page.emulateMedia({ colorScheme });
      expect(await at.stumbles()).toEqual([]);
    }
    await at.press('#pane', 'Reply in thread');
    await at.page.locator('#pane', { hasText: '1 reply' }).waitFor();
    await at.page.keyboard.press('Escape');
    await at.page.click('#pane [data-thread]');
    await at.page.locator('#side', { hasText: 'had the figures of this message checked' }).waitFor();
  });

  it('of a text after the command, marked on request, on a narrow screen too', async () => {
    await at.page.setViewportSize({ width: 390, height: 800 });
    await at.send(`/iij check ${DRAFT}`);
    await at.press('#pane', 'Marked in the text');
    await at.page.locator('#side .claim.grave', { hasText: '1.5bn' }).first().waitFor();
    expect(await at.stumbles()).toEqual([]);
    const overflow = await at.page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
    expect(overflow).toBeLessThanOrEqual(0);
  });
});
