import { type DataOptions, openBase } from './data.ts';
import type { AddCommand } from './program.ts';
import { EXIT } from './status.ts';

const EXAMPLES = `
Questions follow up on each other ("and a year before?", "why?"). The arrow keys recall earlier lines, Tab completes the names
of metrics and segments. /help lists the commands; /quit or Ctrl-D ends.

Examples:
  $ npm start
  $ printf 'net income\\nwhy?\\n' | kessan chat

Exit status: 0, 2 when the data can't be used.`;

export const addChat: AddCommand = (program, end) => {
  program
    .command('chat')
    .description('answer questions at a prompt')
    .addHelpText('after', EXAMPLES)
    .action(async (options: DataOptions) => {
      const { chat } = await import('./prompt.ts');
      await chat(await openBase(options));
      end(EXIT.done);
    });
};
