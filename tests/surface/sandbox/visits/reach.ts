import { expect, it } from 'vitest';
import type { Visit } from '../../../support/slack/page.ts';

/** Keyboard, focus, narrow and dark screens, weight: the page for everybody. */
export function visitReach(at: Visit): void {
  it('completes commands and, by any of their words, examples, by keyboard', async () => {
    await at.page.locator('#composer-input').pressSequentially('/iij guid');
    await at.page.locator('#completions [role=option]', { hasText: 'FY11 revenue guidance' }).waitFor();
    await at.page.keyboard.press('ArrowDown');
    await at.page.keyboard.press('Tab');
    expect(await at.page.inputValue('#composer-input')).toBe('/iij FY11 revenue guidance');
    expect(await at.focused()).toBe('composer-input');
    await at.page.fill('#composer-input', '');
    await at.page.locator('#composer-input').pressSequentially('/iij br');
    await at.page.locator('#completions [role=option]', { hasText: '/iij browse' }).waitFor();
    await at.page.keyboard.press('ArrowDown');
    await at.page.keyboard.press('Enter');
    expect(await at.page.inputValue('#composer-input')).toBe('/iij browse');
    await at.page.keyboard.press('Enter');
    await at.page.waitForSelector('#modal[open]');
    await at.page.keyboard.press('Escape');
    await at.page.locator('#modal').waitFor({ state: 'hidden' });
  });

  it('leaves the focus where it was when an answer comes', async () => {
    await at.send('/iij ATM revenue 3Q11');
    await at.headline('#pane', 'JPY 361 million');
    await at.page.locator('#pane').getByRole('button', { name: 'Trend', exact: true }).focus();
    await at.page.keyboard.press('Enter');
    await at.page.waitForSelector('#pane .chart');
    expect(await at.focused()).toBe('Trend');
  });

  it('leads into the reading of an answer and back', async () => {
    await at.send('/iij ATM revenue 3Q11');
    await at.page.locator('[data-inspect]').focus();
    await at.page.keyboard.press('Enter');
    await at.page.waitForSelector('#side .words');
    await expect.poll(() => at.focused()).toBe('side-title');
    await at.page.keyboard.press('Escape');
    await expect.poll(() => at.focused()).toBe('How was this read?');
  });

  it('keeps a draft and a sorted table while other things happen', async () => {
    await at.send('@Kessan which quarter had the highest income tax expense?');
    await at.page.getByRole('button', { name: 'JPY million' }).click();
    await at.page.fill('#reply-input', 'a draft');
    await at.send('/iij headcount');
    await at.page.locator('#pane .message.bot').waitFor();
    expect(await at.page.inputValue('#reply-input')).toBe('a draft');
    expect(await at.page.locator('#side th[aria-sort]').innerText()).toBe('JPY million');
  });

  it.each([
    ['dark', 1280],
    ['light', 390],
  ] as const)('has nothing to stumble over when %s and %i wide', async (colorScheme, width) => {
    await at.page.emulateMedia({ colorScheme });
    await at.page.setViewportSize({ width, height: 800 });
    await at.send('/iij ATM revenue by quarter');
    await at.page.waitForSelector('#pane .chart');
    expect(await at.stumbles()).toEqual([]);
    const overflow = await at.page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
    expect(overflow).toBeLessThanOrEqual(0);
  });

  it('weighs less than 300 KiB', async () => {
    let weight = 0;
    at.page.on(
      'response',
      (r) =>
        void r.body().then(
          (b) => (weight += b.length),
          () => undefined,
        ),
    );
    await at.page.goto(`${at.address}/`, { waitUntil: 'networkidle' });
    expect(weight).toBeGreaterThan(1_000);
    expect(weight).toBeLessThan(300 * 1_024);
  });
}
