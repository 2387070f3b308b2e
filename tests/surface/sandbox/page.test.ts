import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../src/surface/sandbox/sandbox.ts';
import { createWeb, listenFrom } from '../../../src/surface/sandbox/web/server.ts';
import { createLog } from '../../../src/surface/slack/log.ts';
import { projectBase } from '../../support/project.ts';
import { hasChromium, launchChromium } from '../../support/slack/browser.ts';

describe.skipIf(!hasChromium())('the page, in Chromium', () => {
  let browser: Browser;
  let sandbox: Sandbox;
  let web: Server;
  let address: string;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];
  let strangers: string[];

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
  });
  beforeEach(async () => {
    sandbox = await startSandbox(projectBase(), createLog('silent'));
    web = createWeb(sandbox, true);
    address = `http://localhost:${await listenFrom(web, '127.0.0.1', 0)}`;
    context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    page = await context.newPage();
    complaints = [];
    strangers = [];
    page.on('console', (m) => {
      if (m.type() === 'error' || m.type() === 'warning') complaints.push(m.text());
    });
    page.on('pageerror', (e) => complaints.push(e.message));
    page.on('request', (r) => {
      if (!r.url().startsWith(address)) strangers.push(r.url());
    });
    await page.goto(address);
    await page.waitForSelector('.welcome');
  });
  afterEach(async () => {
    await context.close();
    web.closeAllConnections();
    web.close();
    await sandbox.stop();
    expect(complaints).toEqual([]);
    expect(strangers).toEqual([]);
  });

  const send = async (text: string): Promise<void> => {
    await page.fill('#composer-input', text);
    await page.press('#composer-input', 'Enter');
  };
  const headline = (part: '#pane' | '#side' | '#modal', text: string): Promise<unknown> =>
    page.locator(part).locator('.b-header', { hasText: text }).last().waitFor();
  const press = (part: string, label: string): Promise<void> =>
    page.locator(part).getByRole('button', { name: label, exact: true }).last().click();
  /** What axe finds that a person who needs a screen reader or a keyboard would stumble over. */
  const stumbles = async (): Promise<string[]> => {
    await page.evaluate(axe.source);
    const found = await page.evaluate(
      `axe.run(document, { resultTypes: ['violations'] }).then((r) => r.violations.map((v) => [v.impact, v.id + ': ' + v.nodes.map((n) => n.html.slice(0, 120)).join(' | ')]))`,
    );
    return (found as [string, string][])
      .filter(([i]) => i === 'serious' || i === 'critical')
      .map(([, what]) => what);
  };

  it('answers a command, shows its trend, and shares it', async () => {
    await send('/iij ATM revenue 3Q11');
    await headline('#pane', 'JPY 361 million');
    await press('#pane', 'Trend');
    await page.waitForSelector('#pane .chart svg path');
    expect(await page.locator('#pane .chart circle').count()).toBe(7);
    await press('#pane', 'Share in channel');
    await page.locator('#pane', { hasText: 'Shared in this channel' }).waitFor();
    expect(await page.locator('#pane').innerText()).toMatch(/@You\s+asked: /);
    expect(await stumbles()).toEqual([]);
  });

  it('answers a mention in its thread, and follows up there', async () => {
    await send('@Kessan ATM revenue 3Q11');
    await headline('#side', 'JPY 361 million');
    await page.fill('#reply-input', '@Kessan and 2Q11?');
    await page.press('#reply-input', 'Enter');
    await headline('#side', 'JPY 317 million');
    expect(await page.locator('#pane').innerText()).toContain('3 replies');
    expect(await stumbles()).toEqual([]);
  });

  it('switches an assumption in the place of the answer', async () => {
    await send('/iij ATM revenue');
    await headline('#pane', 'JPY 361 million');
    await press('#pane', 'Instead: Nine months 9M FY2011');
    await headline('#pane', 'JPY 922 million');
    expect(await page.locator('#pane .message').count()).toBe(1);
  });

  it('browses with a typeahead, and shares', async () => {
    await send('/iij browse');
    await page.fill('#modal [data-lookup]', 'oprating');
    await page.locator('#modal [role=option]', { hasText: 'Operating income' }).first().waitFor();
    await page.press('#modal [data-lookup]', 'ArrowDown');
    await page.press('#modal [data-lookup]', 'Enter');
    await headline('#modal', 'JPY 3,998 million');
    await page.selectOption('#f-browse-segment', { label: 'ATM operation business' });
    await page.selectOption('#f-browse-period', '3Q11');
    await headline('#modal', 'JPY -29 million');
    expect(await stumbles()).toEqual([]);
    await press('#modal', 'Share');
    await page.locator('#modal .error').waitFor();
    await page.selectOption('#f-browse-share', { label: '# finance' });
    await press('#modal', 'Share');
    await headline('#pane', 'JPY -29 million');
    expect(await page.locator('#modal').isVisible()).toBe(false);
  });

  it('sends the figures as a file that can be downloaded', async () => {
    await page.getByRole('button', { name: 'Kessan', exact: true }).click();
    await page.locator('#place-title', { hasText: /^Kessan$/ }).waitFor();
    await send('ATM revenue by quarter');
    await page.waitForSelector('#pane .chart');
    await press('#pane', 'CSV');
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('#pane .file a')]);
    expect(download.suggestedFilename()).toBe('revenue-atm.csv');
    const text = readFileSync(await download.path(), 'utf8');
    expect(text).toContain('361000000');
    const file = page.locator('#pane .message').last();
    expect(await file.innerText()).toContain('revenue-atm.csv');
  });

  it('shows how an answer was read', async () => {
    await send('/iij oprating incme 3Q11');
    await press('#pane', 'How was this read?');
    await page.waitForSelector('#side .words');
    const panel = await page.locator('#side').innerText();
    expect(panel).toMatch(/corrected\s+operating · metric: Operating income/);
    expect(panel).toMatch(/Assumed: period/);
    expect(panel).toMatch(/printed .?3,998.? in\s+I/);
    expect(panel).toMatch(/facts\/I\.yml:\d+/);
    await page.click('#side summary');
    expect(await page.locator('#side pre').innerText()).toContain('"value": 3998000000');
    expect(await stumbles()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('#side').waitFor({ state: 'hidden' });
  });

  it('sorts a table by its numbers', async () => {
    await send('/iij which quarter had the highest income tax expense?');
    await page.waitForSelector('#pane table');
    await page.getByRole('button', { name: 'JPY million' }).click();
    const column = await page.locator('#pane tbody tr td.num:nth-child(3)').allInnerTexts();
    expect(column).toEqual(['120', '160', '179', '425', '496', '548', '631']);
  });

  it('completes commands and examples by keyboard', async () => {
    await page.locator('#composer-input').pressSequentially('/iij br');
    await page.locator('#completions [role=option]', { hasText: '/iij browse' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await page.inputValue('#composer-input')).toBe('/iij browse');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#modal[open]');
    await page.keyboard.press('Escape');
    await page.locator('#modal').waitFor({ state: 'hidden' });
  });

  it('has a home tab, whose examples open in a modal', async () => {
    await page.getByRole('button', { name: 'Kessan home' }).click();
    await page.locator('.home').waitFor();
    expect(await stumbles()).toEqual([]);
    await page.getByRole('button', { name: 'Ask' }).first().click();
    await headline('#modal', 'JPY 3,998 million');
  });

  it('is asked by a link, and has a catalogue of links', async () => {
    await page.goto(`${address}/catalogue`);
    await page.fill('#search', 'atm operating income');
    expect(await page.locator('tr[data-names]:visible').count()).toBeLessThan(5);
    expect(await stumbles()).toEqual([]);
    await page
      .locator('tr[data-names]', { hasText: 'Operating income · ATM operation business' })
      .locator('a', { hasText: '-29' })
      .click();
    await headline('#pane', 'JPY -29 million');
    expect(new URL(page.url()).search).toBe('');
  });

  it.each([
    ['dark', 1280],
    ['light', 390],
    ['dark', 390],
  ] as const)('has nothing to stumble over when %s and %i wide', async (colorScheme, width) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    await send('/iij ATM revenue by quarter');
    await page.waitForSelector('#pane .chart');
    expect(await stumbles()).toEqual([]);
    const overflow = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
    expect(overflow).toBeLessThanOrEqual(0);
  });

  it('shows untrusted text as text', async () => {
    await send('@Kessan <img src=x onerror=alert(1)> <script>alert(2)</script> blorbix');
    await page.waitForSelector('#side .message.bot');
    expect(await page.locator('#pane img, #pane script, #side img, #side script').count()).toBe(0);
    expect(await page.locator('#pane').innerText()).toContain('<img src=x onerror=alert(1)>');
  });

  it('says when a command is none of the app', async () => {
    await send('/other net income');
    await page.locator('#pane .notice', { hasText: '/other is not a command here' }).waitFor();
  });

  it('weighs less than 300 KiB', async () => {
    let weight = 0;
    page.on(
      'response',
      (r) =>
        void r.body().then(
          (b) => (weight += b.length),
          () => undefined,
        ),
    );
    await page.goto(`${address}/`, { waitUntil: 'networkidle' });
    expect(weight).toBeGreaterThan(1_000);
    expect(weight).toBeLessThan(300 * 1_024);
  });
});
