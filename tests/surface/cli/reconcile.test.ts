import { describe, expect, it } from 'vitest';
import { kessan, lines, objects } from './run.ts';

describe('reconcile', () => {
  it('begins with the summary, then lists each identity with its sections', async () => {
    const { status, out } = await kessan(['reconcile']);
    expect(status).toBe(0);
    expect(lines(out)[0]).toMatch(/^identities +exact +rounding +no +all$/);
    expect(out).toMatch(/^All +\d+ +\d+ +1 +\d+\n\n1 identity does not tie; the data explains it\.$/m);
    expect(out).toContain(
      'rounding  Revenue, ATM operation business, 3Q11, change yoy: 237, computed 236 = 361 - 125  [II-2, II-8]\n',
    );
    expect(out).toMatch(/^no {8}Goodwill .*\n.*\n {10}Explained: /m);
  });

  it('prints one object an identity with --json', async () => {
    const { status, out } = await kessan(['reconcile', '--json']);
    expect(status).toBe(0);
    const found = objects(out);
    expect(found.length).toBeGreaterThan(150);
    expect(found.find((o) => o.metric === 'equity-ratio' && o.period === '2011-12-31')).toMatchObject({
      identity: 'equity-ratio = shareholders-equity / total-assets',
      computed: 44.255253,
      printed: 44.3,
      verdict: 'exact',
      terms: [
        { metric: 'shareholders-equity', period: '2011-12-31', value: 31423000000, section: 'II-9' },
        { metric: 'total-assets', period: '2011-12-31', value: 71004000000, section: 'II-9' },
      ],
      sections: ['II-9'],
    });
  });

  it('prints tables with --markdown', async () => {
    const { status, out } = await kessan(['reconcile', '--markdown']);
    expect(status).toBe(0);
    expect(out).toMatch(/^# .*, held against itself\n\n1 identity/);
    expect(out).toContain(
      '| exact | Cash dividend per share, FY2011, change yoy, revised target | 250 | 250 | 3,000 - 2,750 | III-3 |',
    );
    expect(lines(out).filter((l) => l.startsWith('| no |'))).toHaveLength(1);
  });

  it('takes one form at a time', async () => {
    expect(await kessan(['reconcile', '--json', '--markdown'])).toMatchObject({
      status: 2,
      err: expect.stringContaining('exclude each other') as string,
    });
  });
});
