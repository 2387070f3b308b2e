import { ask } from '../../ask.ts';
import type { FactBase } from '../../facts/base.ts';
import { type Conversation, NEW_CONVERSATION } from '../../model/conversation.ts';
import { type AnswerJson, toJson } from '../../render/json.ts';
import { bugMessage } from './failure.ts';

type Id = string | number;

interface BatchAnswer extends AnswerJson {
  id: Id;
}

interface BatchError {
  id: Id | null;
  status: 'error';
  error: { line: number; message: string };
}

export type BatchReply = BatchAnswer | BatchError;

interface BatchQuestion {
  id: Id;
  conversation: Id | null;
  question: string;
}

const isId = (value: unknown): value is Id => typeof value === 'string' || typeof value === 'number';

/** A line of batch input, or what is wrong with it and the id if it has one. */
function readLine(text: string): BatchQuestion | { id: Id | null; message: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { id: null, message: `not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { id: null, message: 'not a JSON object' };
  }
  const { id, conversation, question } = value as Record<string, unknown>;
  if (id === undefined || id === null) return { id: null, message: '"id" is missing' };
  if (!isId(id)) return { id: null, message: '"id" must be a string or a number' };
  if (question === undefined) return { id, message: '"question" is missing' };
  if (typeof question !== 'string') return { id, message: '"question" must be a string' };
  if (conversation === undefined || conversation === null) return { id, conversation: null, question };
  if (!isId(conversation)) return { id, message: '"conversation" must be a string or a number' };
  return { id, conversation, question };
}

/**
 * A function that answers lines of batch input in turn. It remembers the `limit` most recently used conversations;
 * one that was forgotten starts anew.
 */
export function makeResponder(base: FactBase, limit: number): (text: string, line: number) => BatchReply {
  const conversations = new Map<Id, Conversation>();
  const remember = (id: Id, conversation: Conversation): void => {
    conversations.delete(id);
    conversations.set(id, conversation);
    const [oldest] = conversations.keys();
    if (conversations.size > limit && oldest !== undefined) conversations.delete(oldest);
  };
  return (text, line) => {
    const read = readLine(text);
    const failed = (message: string): BatchReply => ({
      id: read.id,
      status: 'error',
      error: { line, message },
    });
    if ('message' in read) return failed(read.message);
    const before = read.conversation === null ? undefined : conversations.get(read.conversation);
    try {
      const { answer, conversation } = ask(base, read.question, before ?? NEW_CONVERSATION);
      if (read.conversation !== null) remember(read.conversation, conversation);
      return { id: read.id, ...toJson(base, answer) };
    } catch (error) {
      // The other lines are still worth answering; the caller sees this one, and the exit status.
      return failed(bugMessage(error));
    }
  };
}
