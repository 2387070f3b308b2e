import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Visit } from '../../../support/slack/page.ts';

/** Asking, answers and what can be done with them. */
export function visitPage(at: Visit): void {
  it('answers a command, shows its trend, and shares it', async () => {
    await at.send('/iij ATM revenue 3Q11');
    await at.headline('#pane', 'JPY 361 million');
    await at.press('#pane', 'Trend');
    await at.page.waitForSelector('#pane .chart .line');
    expect(await at.page.locator('#pane .chart .point').count()).toBe(7);
    await at.press('#pane', 'Share in channel');
    await at.page.locator('#pane', { hasText: 'Shared in this channel' }).waitFor();
    expect(await at.page.locator('#pane').innerText()).toMatch(/@You\s+asked: /);
    expect(await at.stumbles()).toEqual([]);
  });

  it('answers a mention in its thread, and follows up there', async () => {
    await at.send('@Kessan ATM revenue 3Q11');
    await at.headline('#side', 'JPY 361 million');
    await at.page.fill('#reply-input', '@Kessan and 2Q11?');
    await at.page.press('#reply-input', 'Enter');
    await at.headline('#side', 'JPY 317 million');
    expect(await at.page.locator('#pane').innerText()).toContain('3 replies');
    expect(await at.stumbles()).toEqual([]);
  });

  it('switches an assumption in the place of the answer', async () => {
    await at.send('/iij ATM revenue');
    await at.headline('#pane', 'JPY 361 million');
    await at.press('#pane', 'Instead: Nine months 9M FY2011');
    await at.headline('#pane', 'JPY 922 million');
    expect(await at.page.locator('#pane .message').count()).toBe(1);
  });

  it('browses with a typeahead, and shares', async () => {
    await at.send('/iij browse');
    await at.page.fill('#modal [data-lookup]', 'oprating');
    await at.page.locator('#modal [role=option]', { hasText: 'Operating income' }).first().waitFor();
    await at.page.press('#modal [data-lookup]', 'ArrowDown');
    await at.page.press('#modal [data-lookup]', 'Enter');
    await at.headline('#modal', 'JPY 3,998 million');
    await at.page.selectOption('#f-browse-segment', { label: 'ATM operation business' });
    await at.page.selectOption('#f-browse-period', '3Q11');
    await at.headline('#modal', 'JPY -29 million');
    expect(await at.stumbles()).toEqual([]);
    await at.press('#modal', 'Share');
    await at.page.locator('#modal .error').waitFor();
    await at.page.selectOption('#f-browse-share', { label: '# finance' });
    await at.press('#modal', 'Share');
    await at.headline('#pane', 'JPY -29 million');
    expect(await at.page.locator('#modal').isVisible()).toBe(false);
  });

  it('sends the figures as a file that can be downloaded', async () => {
    await at.page.getByRole('button', { name: 'Kessan', exact: true }).click();
    await at.page.locator('#place-title', { hasText: /^Kessan$/ }).waitFor();
    await at.send('ATM revenue by quarter');
    await at.page.waitForSelector('#pane .chart');
    await at.press('#pane', 'CSV');
    const [download] = await Promise.all([at.page.waitForEvent('download'), at.page.click('#pane .file a')]);
    expect(download.suggestedFilename()).toBe('revenue-atm.csv');
    const text = readFileSync(await download.path(), 'utf8');
    expect(text).toContain('361000000');
    const file = at.page.locator('#pane .message').last();
    expect(await file.innerText()).toContain('revenue-atm.csv');
  });

  it('shows how an answer was read', async () => {
    await at.send('/iij oprating incme 3Q11');
    await at.press('#pane', 'How was this read?');
    await at.page.waitForSelector('#side .words');
    const panel = await at.page.locator('#side').innerText();
    expect(panel).toMatch(/corrected\s+operating · metric: Operating income/);
    expect(panel).toMatch(/\(not said\)\s+assumed\s+period: nine months of FY2011/);
    expect(panel).toMatch(/printed .?3,998.? in\s+I/);
    expect(panel).toMatch(/facts\/I\.yml:\d+/);
    await at.page.click('#side summary');
    expect(await at.page.locator('#side pre').innerText()).toContain('"value": 3998000000');
    expect(await at.stumbles()).toEqual([]);
    await at.page.keyboard.press('Escape');
    await at.page.locator('#side').waitFor({ state: 'hidden' });
  });

  it('sorts a table by its numbers', async () => {
    await at.send('/iij which quarter had the highest income tax expense?');
    await at.page.waitForSelector('#pane table');
    await at.page.getByRole('button', { name: 'JPY million' }).click();
    const column = await at.page.locator('#pane tbody tr td.num:nth-child(3)').allInnerTexts();
    expect(column).toEqual(['120', '160', '179', '425', '496', '548', '631']);
  });

  it('has a home tab, whose examples open in a modal', async () => {
    await at.page.getByRole('button', { name: 'Kessan home' }).click();
    await at.page.locator('.home').waitFor();
    expect(await at.stumbles()).toEqual([]);
    await at.page.getByRole('button', { name: 'Ask' }).first().click();
    await at.headline('#modal', 'JPY 3,998 million');
  });

  it('shows untrusted text as text', async () => {
    await at.send('@Kessan <img src=x onerror=alert(1)> <script>alert(2)</script> blorbix');
    await at.page.waitForSelector('#side .message.bot');
    expect(await at.page.locator('#pane img, #pane script, #side img, #side script').count()).toBe(0);
    expect(await at.page.locator('#pane').innerText()).toContain('<img src=x onerror=alert(1)>');
  });

  it('says when a command is none of the app, until something else happens', async () => {
    await at.send('/other net income');
    await at.page.locator('#pane .notice', { hasText: '/other is not a command here' }).waitFor();
    await at.send('/iij headcount');
    await at.page.locator('#pane .message.bot').waitFor();
    expect(await at.page.locator('.notice').count()).toBe(0);
  });

  it('tells why nobody answers a message without a mention', async () => {
    await at.send('operating income 3Q11');
    await at.page.locator('#pane .notice', { hasText: 'mention @Kessan' }).waitFor();
    expect(await at.page.locator('#pane .message').count()).toBe(1);
  });

  it('says when a name is not found, and chooses nothing then', async () => {
    await at.send('/iij browse');
    await at.page.fill('#modal [data-lookup]', 'qqqzzzxx');
    await at.page.locator('#modal [role=option]', { hasText: 'Nothing by that name' }).waitFor();
    await at.page.keyboard.press('ArrowDown');
    await at.page.keyboard.press('Enter');
    expect(await at.page.locator('#modal .b-input').count()).toBe(1);
  });

  it('opens a link without what was left open before', async () => {
    await at.send('/iij browse');
    await at.page.waitForSelector('#modal[open]');
    await at.page.goto(`${at.address}/?q=headcount%20last%20quarter`);
    await at.page.locator('#pane .message.bot').waitFor();
    expect(await at.page.locator('#modal').isVisible()).toBe(false);
    expect(new URL(at.page.url()).search).toBe('');
  });

  it('says when the sandbox is gone, and keeps what was typed', async () => {
    await at.quit();
    await at.send('/iij headcount');
    await at.page.locator('#pane [role=alert]', { hasText: 'still running' }).waitFor();
    expect(await at.page.inputValue('#composer-input')).toBe('/iij headcount');
    expect(at.complaints.splice(0).join()).toContain('ERR_CONNECTION_REFUSED');
  });
}
