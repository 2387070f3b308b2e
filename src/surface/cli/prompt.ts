import { createInterface, type Interface } from 'node:readline';
import type { FactBase } from '../../facts/base.ts';
import { completerOf } from './complete.ts';
import { write, writeLine } from './output.ts';
import { greeting, startTalk, type Talk } from './talk.ts';

const PROMPT = '> ';

/** Answers questions line by line from stdin until /quit or its end; at a terminal with history, editing and completion. */
export async function chat(base: FactBase): Promise<void> {
  const terminal = process.stdin.isTTY && process.stdout.isTTY;
  await writeLine(`${greeting(base)}\n`);
  const prompt = createInterface({
    input: process.stdin,
    ...(terminal ? { output: process.stdout, completer: completerOf(base) } : {}),
    terminal,
    prompt: PROMPT,
    historySize: 500,
    removeHistoryDuplicates: true,
  });
  clearLineOnInterrupt(prompt);
  await answerAll(prompt, startTalk(base), terminal);
}

async function answerAll(prompt: Interface, talk: Talk, terminal: boolean): Promise<void> {
  if (terminal) prompt.prompt();
  let ended = false;
  for await (const line of prompt) {
    if (line.trim() !== '') {
      if (!terminal) await writeLine(`${PROMPT}${line}`);
      const reply = talk(line.trim());
      ended = reply === null;
      if (reply === null) break;
      await writeLine(`${reply}\n`);
    }
    if (terminal) prompt.prompt();
  }
  prompt.close();
  // After Ctrl-D the shell's own prompt must not stand behind ours.
  if (terminal && !ended) await write('\n');
}

/** Ctrl-C drops the line that is being typed; on an empty line it ends the chat, like Ctrl-D. */
function clearLineOnInterrupt(prompt: Interface): void {
  prompt.on('SIGINT', () => {
    if (prompt.line === '') {
      prompt.close();
      return;
    }
    prompt.write(null, { ctrl: true, name: 'e' });
    prompt.write(null, { ctrl: true, name: 'u' });
  });
}
