import { ask } from '../../ask.ts';
import { examplesOf, type FactBase } from '../../facts/base.ts';
import type { Choice } from '../../model/answer.ts';
import { NEW_CONVERSATION } from '../../model/conversation.ts';
import { metricTable, sectionPage, sectionTable } from './listings.ts';
import { namedSection } from './named.ts';
import { readable } from './readable.ts';
import { UsageError } from './status.ts';

/** The commands of the chat and what each does. */
export const COMMANDS = {
  '/help': 'shows this list',
  '/metrics': 'lists the metrics; /metrics margin those whose names have that word',
  '/sections': 'lists the sections; /sections ID shows what one prints',
  '/new': 'forgets the conversation so far',
  '/quit': 'ends',
} as const;
type CommandName = keyof typeof COMMANDS;

const isCommand = (name: string): name is CommandName => Object.hasOwn(COMMANDS, name);

/** Takes a line of the chat and gives the reply; null ends the chat. */
export type Talk = (line: string) => string | null;

/** A chat that remembers its conversation from line to line; a number picks from the choices just offered. */
export function startTalk(base: FactBase): Talk {
  let conversation = NEW_CONVERSATION;
  let choices: readonly Choice[] = [];
  const reply = (line: string): string => {
    const chosen = /^\d+$/.test(line) ? choices[Number(line) - 1] : undefined;
    const turn = ask(base, chosen?.question ?? line, conversation);
    conversation = turn.conversation;
    choices = turn.answer.choices;
    return readable(base, turn.answer);
  };
  return (line) => {
    if (!line.startsWith('/')) return reply(line);
    const [name = '', ...words] = line.split(/\s+/);
    // The Slack command works here too, with its slash and name.
    if (name === base.document.command) return reply(words.join(' '));
    if (!isCommand(name)) return `There is no command ${name}. ${help(base)}`;
    if (name === '/new') [conversation, choices] = [NEW_CONVERSATION, []];
    return runCommand(base, name, words.join(' '));
  };
}

function runCommand(base: FactBase, name: CommandName, words: string): string | null {
  switch (name) {
    case '/help':
      return help(base);
    case '/metrics':
      return metricsWith(base, words);
    case '/sections':
      return sections(base, words);
    case '/new':
      return 'A new conversation.';
    case '/quit':
      return null;
  }
}

function metricsWith(base: FactBase, words: string): string {
  const part = words.toLowerCase();
  const metrics = [...base.metrics.values()].filter((m) =>
    [m.label, ...m.aliases].some((name) => name.toLowerCase().includes(part)),
  );
  return metrics.length === 0 ? `No metric has "${words}" in its names.` : metricTable(base, metrics);
}

function sections(base: FactBase, id: string): string {
  if (id === '') return sectionTable(base.sections.values());
  try {
    const section = base.sections.get(namedSection(base, id));
    return section ? sectionPage(base, section) : '';
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
}

const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));

function help(base: FactBase): string {
  const commands = Object.entries(COMMANDS).map(([name, does]) => `  ${name.padEnd(width)}  ${does}`);
  return ['Ask a question, or use a command:', ...commands, tryLine(base)].join('\n');
}

/** What opens the chat: the document's title, and questions to try. */
export function greeting(base: FactBase): string {
  const { issuer, title } = base.document;
  return `${issuer.name}, ${title}\n${tryLine(base)}  (/help for commands)`;
}

/** The kinds of question of which an example is shown. */
const SHOWN = ['lookup', 'trend', 'explain'];

function tryLine(base: FactBase): string {
  const questions = examplesOf(base, SHOWN).map(({ question }) => `"${question}"`);
  return questions.length === 0 ? '' : `Try ${questions.join(', ')}`;
}
