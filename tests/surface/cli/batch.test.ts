import { describe, expect, it } from 'vitest';
import { kessan, lines, objects } from './run.ts';

const INPUT = [
  '{"id":"a#1","conversation":"a","question":"operating income 3Q11"}',
  '',
  '{"id":"b#1","conversation":"b","question":"net income 9M"}',
  '{"id":"a#2","conversation":"a","question":"vs 3Q10?"}',
  '{"id":7,"question":"gross\u2028margin 3Q11"}',
  '{not json',
  '["an array"]',
  '{"conversation":"a","question":"no id"}',
  '{"id":"q"}',
  '{"id":"r","question":4}',
  '{"id":"s","conversation":{},"question":"x"}',
  '{"id":"last","question":"revenue 9M"}',
].join('\n');

describe('batch', () => {
  it('answers a line for each line in order, keeps conversations apart, and goes on after bad lines', async () => {
    const { status, out, err } = await kessan(['batch'], INPUT);
    const replies = objects(out);
    expect(err).toBe('');
    expect(status).toBe(2);
    expect(replies.map((r) => r.id)).toEqual([
      'a#1',
      'b#1',
      'a#2',
      7,
      null,
      null,
      null,
      'q',
      'r',
      's',
      'last',
    ]);
    expect(Object.keys(replies[0] ?? {})[0]).toBe('id');
    expect(replies[2]).toMatchObject({ status: 'answered' });
    expect(replies[2]?.text).toContain('Operating income');
    expect(replies[3]).toMatchObject({ status: 'answered' });
    expect(replies[3]?.text).toContain('Gross margin');
    expect(replies.slice(4, 10)).toEqual([
      {
        id: null,
        status: 'error',
        error: { line: 6, message: expect.stringMatching(/^not JSON: /) as string },
      },
      { id: null, status: 'error', error: { line: 7, message: 'not a JSON object' } },
      { id: null, status: 'error', error: { line: 8, message: '"id" is missing' } },
      { id: 'q', status: 'error', error: { line: 9, message: '"question" is missing' } },
      { id: 'r', status: 'error', error: { line: 10, message: '"question" must be a string' } },
      {
        id: 's',
        status: 'error',
        error: { line: 11, message: '"conversation" must be a string or a number' },
      },
    ]);
    expect(replies[10]).toMatchObject({ status: 'answered', sections: ['I', 'II-1'] });
  });

  it('exits with 0 when every line could be read, whatever the answers are', async () => {
    const { status, out } = await kessan(['batch', '-'], '{"id":"1","question":"revenue FY2015"}\r\n');
    expect(status).toBe(0);
    expect(lines(out)).toHaveLength(1);
  });

  it('says when its file is not there', async () => {
    const { status, err } = await kessan(['batch', '/nowhere/questions.jsonl']);
    expect(status).toBe(2);
    expect(err).toBe('error: can\'t read "/nowhere/questions.jsonl": no such file or directory\n');
  });
});
