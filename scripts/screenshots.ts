// npm run screenshots: the two pictures of the README, taken of the sandbox in Chromium.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { loadBase } from '../src/facts/load.ts';
import { startSandbox } from '../src/surface/sandbox/sandbox.ts';
import { listenFrom } from '../src/surface/sandbox/web/listen.ts';
import { createWeb } from '../src/surface/sandbox/web/server.ts';
import { createLog } from '../src/surface/slack/log.ts';

const FOLDER = join(import.meta.dirname, '..', 'docs');
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const SIZE = { width: 1240, height: 760 };

async function send(page: Page, text: string, shows: string): Promise<void> {
  await page.fill('#composer-input', text);
  await page.press('#composer-input', 'Enter');
  await page.locator('.b-header', { hasText: shows }).last().waitFor();
}

const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
mkdirSync(FOLDER, { recursive: true });

/** Takes a picture of a workspace in which nothing has been said before. */
async function picture(
  name: string,
  colorScheme: 'light' | 'dark',
  act: (page: Page) => Promise<void>,
): Promise<void> {
  const sandbox = await startSandbox(loadBase(), createLog('silent'));
  const web = createWeb(sandbox, true);
  const page = await browser.newPage({ viewport: SIZE, colorScheme });
  await page.goto(`http://localhost:${await listenFrom(web, '127.0.0.1', 0)}`);
  await page.waitForSelector('#pane .welcome');
  await act(page);
  await page.evaluate('document.activeElement.blur()');
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
  console.log(`docs/${name}.png`);
  await page.close();
  web.closeAllConnections();
  web.close();
  await sandbox.stop();
}

await picture('answer', 'light', async (page) => {
  await send(page, '/iij operating income 3Q11', 'JPY 3,998 million');
  await send(page, '@Kessan ATM revenue by quarter', 'JPY 361 million');
});
await picture('reading', 'dark', async (page) => {
  await send(page, '/iij totl revenue 3Q11', 'JPY 23,544 million');
  await page.locator('#pane [data-inspect]').last().click();
  await page.waitForSelector('#side .words');
});
await browser.close();
