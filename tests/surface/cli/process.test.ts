import { describe, expect, it } from 'vitest';
import { kessanProcess, objects } from './run.ts';

describe('the command line, as a process', () => {
  it('answers on a pipe, without colour, and exits with 0', () => {
    const { status, out, err } = kessanProcess(['ask', 'operating', 'income', '3Q11']);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out.split('\n')[0]).toMatch(/3,998.*\[I, II-1\]$/);
    expect(out).not.toContain('\u001b');
  });

  it('reads stdin to its end, and exits with 2 after a line that it could not read', () => {
    const { status, out, err } = kessanProcess(['batch'], '{"id":1,"question":"headcount"}\n{not json\n');
    expect({ status, err }).toEqual({ status: 2, err: '' });
    expect(objects(out).map((o) => o.status)).toEqual(['answered', 'error']);
  });

  it('tells on stderr what is wrong with a call, without a stack, and exits with 2', () => {
    const { status, out, err } = kessanProcess(['aks', 'x']);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(/unknown command 'aks'/);
    expect(err).not.toMatch(/^\s+at /m);
  });
});
