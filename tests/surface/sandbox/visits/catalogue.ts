import { expect, it } from 'vitest';
import type { Visit } from '../../../support/slack/page.ts';

/** The catalogue of all figures. */
export function visitCatalogue(at: Visit): void {
  it('finds rows by their names, and leads to the question of a cell', async () => {
    await at.page.goto(`${at.address}/catalogue`);
    await at.page.fill('#search', 'atm operating income');
    expect(await at.page.locator('tr[data-names]:visible').count()).toBeLessThan(5);
    await at.page
      .locator('tr[data-names]', { hasText: 'Operating income · ATM operation business' })
      .locator('a', { hasText: '-29' })
      .click();
    await at.headline('#pane', 'JPY -29 million');
    expect(new URL(at.page.url()).search).toBe('');
  });

  it('shows only the periods that the rows found have, and keeps the search in the address', async () => {
    await at.page.goto(`${at.address}/catalogue?search=atm`);
    const headings = await at.page.locator('.grid thead th:visible').allInnerTexts();
    expect(headings).toContain('3Q11');
    expect(headings).not.toContain('31 Dec 2011');
    await at.page.fill('#search', 'total assets');
    await expect.poll(() => new URL(at.page.url()).search).toBe('?search=total%20assets');
    expect(await at.page.locator('.grid thead th:visible').allInnerTexts()).toContain('31 Dec 2011');
  });

  it('says when nothing has such a name', async () => {
    await at.page.goto(`${at.address}/catalogue?search=blorbix`);
    await at.page.locator('.nothing:visible').waitFor();
    expect(await at.page.locator('.grid').isVisible()).toBe(false);
    expect(await at.page.innerText('#found')).toBe('0 rows');
  });

  it('opens the section that a link names, with its figures and their units', async () => {
    await at.page.goto(`${at.address}/catalogue?search=atm#section-II-8`);
    const section = at.page.locator('details[open]');
    expect(await section.locator('summary').innerText()).toContain('II-8');
    expect(await section.locator('tbody tr').first().innerText()).toMatch(/\d\s+JPY million/);
    expect(await at.stumbles()).toEqual([]);
  });
}
