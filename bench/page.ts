// The sandbox as a person meets it: how soon its page is there, and an answer on it, in Chromium.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { chromium } from 'playwright-core';
import { median } from './stats.ts';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const START = join(import.meta.dirname, '..', 'src', 'surface', 'start.js');
const QUESTIONS = ['operating income 3Q11', 'ATM revenue by quarter', 'total revenue 3Q11', 'headcount', 'why did operating income fall?']; // prettier-ignore

export interface PageSpeed {
  /** Milliseconds from starting `node` to the address, and from the address to the page being there. */
  address: number;
  page: number;
  /** Milliseconds from Enter to the answer on the page: median and slowest. */
  answer: number;
  slowest: number;
  /** Bytes of the page with all that it loads. */
  weight: number;
}

/** Measures the sandbox in Chromium; null where there is none. */
export async function measurePage(rounds: number): Promise<PageSpeed | null> {
  if (!existsSync(CHROMIUM)) return null;
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('SLACK_')));
  const begun = performance.now();
  const child = spawn(process.execPath, [START, '--port', '0'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  const url = await new Promise<string>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /http:\/\/\S+/.exec(said)?.[0];
      if (found) resolve(found);
    });
  });
  const address = performance.now() - begun;
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] }); // prettier-ignore
  const page = await browser.newPage();
  let weight = 0;
  page.on('response', (response) => {
    // What is still under way when the page is closed weighs nothing.
    void response.body().then(
      (body) => (weight += body.length),
      () => undefined,
    );
  });
  const opened = performance.now();
  await page.goto(url);
  await page.waitForSelector('#pane .welcome');
  const first = performance.now() - opened;
  const loaded = weight;
  const times: number[] = [];
  for (let n = 0; n < rounds * QUESTIONS.length; n++) {
    // The clock of the page itself: from the key to the frame in which the answer stands.
    const took = await page.evaluate(`new Promise((resolve) => {
      const input = document.querySelector('#composer-input');
      const before = document.querySelectorAll('#pane .message').length;
      input.value = '/iij ${QUESTIONS[n % QUESTIONS.length] ?? ''}';
      const start = performance.now();
      const look = () => {
        if (document.querySelectorAll('#pane .message').length > before) resolve(performance.now() - start);
        else requestAnimationFrame(look);
      };
      input.form.requestSubmit();
      look();
    })`);
    times.push(Number(took));
  }
  await browser.close();
  child.kill('SIGTERM');
  return { address, page: first, answer: median(times), slowest: Math.max(...times), weight: loaded };
}
