import { measurePage } from '../page.ts';
import { measuredTable, ms } from '../table.ts';
import type { Part } from './part.ts';

export const page: Part = {
  name: 'page',
  measures: 'the sandbox in Chromium',
  run: async ({ quick }) => {
    const speed = await measurePage(quick ? 1 : 6);
    if (!speed) return 'No Chromium here: the page was not measured.';
    return measuredTable('sandbox, in Chromium', [
      ['address printed after', ms(speed.address), ''],
      ['first page after that', ms(speed.page), '< 1,500 ms'],
      ['answer after Enter, median', ms(speed.answer), '< 100 ms'],
      ['answer after Enter, slowest', ms(speed.slowest), ''],
      ['weight of the page', `${(speed.weight / 1024).toFixed(0)} KiB`, '< 300 KiB'],
    ]);
  },
};
