import type { Server } from 'node:http';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect } from 'vitest';
import { type Sandbox, startSandbox } from '../../../src/surface/sandbox/sandbox.ts';
import { listenFrom } from '../../../src/surface/sandbox/web/listen.ts';
import { createWeb } from '../../../src/surface/sandbox/web/server.ts';
import { createLog } from '../../../src/surface/slack/log.ts';
import { projectBase } from '../project.ts';
import { hasChromium, launchChromium } from './browser.ts';

/** How long a step may take on a busy machine, in milliseconds. */
const PATIENCE = 120_000;

type Part = '#pane' | '#side' | '#modal';

/** A page with a sandbox of its own, and what a person does on it. */
export interface Visit {
  page: Page;
  address: string;
  /** What the console complained of, and what was asked of anybody but the sandbox. Both have to stay empty. */
  complaints: string[];
  strangers: string[];
  send(text: string): Promise<void>;
  /** Waits for an answer that begins so. */
  headline(part: Part, text: string): Promise<void>;
  press(part: Part, label: string): Promise<void>;
  /** What axe finds that a person who needs a screen reader or a keyboard would stumble over. */
  stumbles(): Promise<string[]>;
  /** What has the focus: its id, or its text. */
  focused(): Promise<string>;
  /** Ends the sandbox under the page. */
  quit(): Promise<void>;
}

/**
 * Describes what the page does in Chromium; skipped, visibly, where there is none. Before each test `at` is a new
 * sandbox, in which nothing has been said, in the same tab: its port makes it another site to the browser.
 */
export function describeVisits(name: string, tests: (at: Visit) => void): void {
  describe.skipIf(!hasChromium())(name, () => {
    let browser: Browser;
    let page: Page;
    const at = {} as Visit;
    beforeAll(async () => {
      browser = await launchChromium();
      page = await browser.newPage();
      page.setDefaultTimeout(PATIENCE);
    });
    afterAll(async () => {
      await browser.close();
    });
    beforeEach(async () => {
      Object.assign(at, await visit(page));
    });
    afterEach(async () => {
      await at.quit();
      page.removeAllListeners();
      expect(at.complaints).toEqual([]);
      expect(at.strangers).toEqual([]);
    });
    tests(at);
  });
}

async function visit(page: Page): Promise<Visit> {
  const sandbox: Sandbox = await startSandbox(projectBase(), createLog('silent'), PATIENCE);
  const web: Server = createWeb(sandbox, true);
  const address = `http://localhost:${await listenFrom(web, '127.0.0.1', 0)}`;
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: null });
  const complaints: string[] = [];
  const strangers: string[] = [];
  page.on('console', (m) => {
    if (m.type() === 'error' || m.type() === 'warning') complaints.push(m.text());
  });
  page.on('pageerror', (e) => complaints.push(e.message));
  page.on('request', (r) => {
    if (!r.url().startsWith(address)) strangers.push(r.url());
  });
  await page.goto(address);
  await page.waitForSelector('.welcome');
  let running = true;
  return {
    page,
    address,
    complaints,
    strangers,
    send: async (text) => {
      await page.fill('#composer-input', text);
      await page.press('#composer-input', 'Enter');
    },
    headline: (part, text) => page.locator(part).locator('.b-header', { hasText: text }).last().waitFor(),
    press: (part, label) =>
      page.locator(part).getByRole('button', { name: label, exact: true }).last().click(),
    stumbles: async () => {
      await page.evaluate(axe.source);
      const found = await page.evaluate(
        `axe.run(document, { resultTypes: ['violations'] }).then((r) => r.violations.map((v) => [v.impact, v.id + ': ' + v.nodes.map((n) => n.html.slice(0, 120)).join(' | ')]))`,
      );
      return (found as [string, string][])
        .filter(([i]) => i === 'serious' || i === 'critical')
        .map(([, what]) => what);
    },
    focused: () => page.evaluate(`document.activeElement.id || document.activeElement.textContent.trim()`),
    quit: async () => {
      if (!running) return;
      running = false;
      web.closeAllConnections();
      web.close();
      await sandbox.stop();
    },
  };
}
