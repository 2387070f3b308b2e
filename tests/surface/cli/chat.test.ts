import { expect, it } from 'vitest';
import { loadBase } from '../../../src/facts/load.ts';
import { completerOf } from '../../../src/surface/cli/complete.ts';
import { startTalk } from '../../../src/surface/cli/talk.ts';
import { kessan } from './run.ts';

const base = loadBase();

it('greets, answers piped lines with follow-ups, and ends at /quit', async () => {
  const { status, out, err } = await kessan(['chat'], 'revenue 9M\nand net income?\n/quit\nrevenue 9M\n');
  expect({ status, err }).toEqual({ status: 0, err: '' });
  expect(out.split('\n')[0]).toContain(base.document.title);
  expect(out.split('\n')[1]).toMatch(/^Try "operating income 3Q11", ".+", ".+"/);
  expect(out).toMatch(/^> and net income\?\n.*2,390 million/m);
  expect(out.match(/70,752/g)).toHaveLength(1);
});

it('takes a number for the choice of that place, but only right after the choices', () => {
  const talk = startTalk(base);
  const choices = talk('margin') ?? '';
  const second = / 2\. (?<metric>[^·]+?) ·/.exec(choices)?.groups?.metric ?? 'no second choice';
  expect(talk('2')).toContain(second);
  expect(talk('/new')).toBe('A new conversation.');
  expect(talk('2')).not.toContain(second);
});

it('runs its commands, and lists them for one that it does not know', () => {
  const talk = startTalk(base);
  expect(talk('/sections II-9')).toContain('Consolidated Balance Sheets');
  expect(talk('/sections II-99')).toContain('no section is called "II-99"');
  expect(talk('/metrics equity')).toMatch(/^Total IIJ shareholders' equity +JPY/m);
  expect(talk('/metrics zzz')).toBe('No metric has "zzz" in its names.');
  expect(talk('/nope')).toMatch(/^There is no command \/nope\.[^]*\/metrics[^]*\/quit/);
  expect(talk('/iij operating income 3Q11')).toContain('3,998');
  expect(talk('/quit')).toBeNull();
});

it.each([
  ['/me', ['/metrics'], '/me'],
  ['/sections ii-1', ['ii-1', 'ii-10', 'ii-11'], 'ii-1'],
  ['what was operating inc', ['operating income'], 'operating inc'],
  ['revenue of network s', ['network services'], 'network s'],
  ['zzz', [], 'zzz'],
])('completes "%s"', (line, hits, completed) => {
  expect(completerOf(base)(line)).toEqual([hits, completed]);
});
