import { describe, expect, it } from 'vitest';
import { kessan } from './run.ts';

const ESCAPE = '\u001b';

describe('ask', () => {
  it('joins words to a question, prints the figure and its section without colour in a pipe, and exits with 0', async () => {
    const { status, out, err } = await kessan(['ask', 'operating', 'income', '3Q11']);
    expect(status).toBe(0);
    expect(out.split('\n')[0]).toMatch(/3,998.*\[I, II-1\]$/);
    expect(out).toContain('cumulative');
    expect(out).not.toContain(ESCAPE);
    expect(err).toBe('');
  });

  it('prints the contract with --json, and exits with 1 when it declines', async () => {
    const { status, out } = await kessan(['ask', '--json', 'revenue FY2015']);
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      status: 'declined',
      figures: [],
      choices: [],
      refusal: { code: expect.any(String) as string },
    });
  });

  it('exits with 1 when it asks back', async () => {
    expect(await kessan(['ask', 'margin'])).toMatchObject({ status: 1, err: '' });
  });

  it('draws a chart under a trend', async () => {
    const { out } = await kessan(['ask', 'ATM operating loss by quarter']);
    expect(out).toMatch(/^1Q10 .*█│ .*-161 million$/m);
    expect(out).toMatch(/^3Q11 .*█│ .*-29 million$/m);
  });
});

describe('usage', () => {
  it.each([
    ['an unknown option', ['ask', '--jsno', 'x'], /unknown option '--jsno'/],
    ['an unknown command', ['aks', 'x'], /unknown command 'aks'/],
    ['a question left out', ['ask'], /missing required argument 'question'/],
  ])('says in a sentence what is wrong with %s', async (_name, args, message) => {
    const { status, out, err } = await kessan(args);
    expect(status).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(message);
    expect(err).not.toMatch(/^\s+at /m);
  });

  it('shows examples with --help and exits with 0', async () => {
    const { status, out } = await kessan(['batch', '--help']);
    expect(status).toBe(0);
    expect(out).toMatch(/Examples:\n {2}\$ kessan batch/);
  });
});
