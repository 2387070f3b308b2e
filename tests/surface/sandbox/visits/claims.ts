import { expect, it } from 'vitest';
import type { Visit } from '../../../support/slack/page.ts';
import { DRAFT } from '../draft.ts';

/** Checking the figures of messages and of texts. */
export function visitClaims(at: Visit): void {
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
}
