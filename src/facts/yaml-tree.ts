import { EVENT_ID, type Event, getScalarValue } from 'js-yaml';

/** The line on which a node of a YAML text starts, and what is in it: keys of a mapping, places of a sequence. */
export interface YamlNode {
  line: number;
  children: Map<string, YamlNode>;
}

/** A place in the parser's events, and in the text: they come in the text's order, so that lines are counted once. */
interface Cursor {
  events: readonly Event[];
  at: number;
  text: string;
  line: number;
  nextLine: number;
}

/** The nodes of the first document of a YAML text, from js-yaml's events. */
export function treeOf(text: string, events: readonly Event[]): YamlNode {
  const cursor: Cursor = { events, at: 0, text, line: 1, nextLine: text.indexOf('\n') + 1 };
  const document = cursor.events[cursor.at++];
  if (document?.type !== EVENT_ID.DOCUMENT) return leaf(1);
  return readNode(cursor).node;
}

const leaf = (line: number): YamlNode => ({ line, children: new Map() });

/** The line of an offset at or after the last one asked for. */
function lineOf(cursor: Cursor, offset: number): number {
  while (cursor.nextLine > 0 && cursor.nextLine <= offset) {
    cursor.line++;
    cursor.nextLine = cursor.text.indexOf('\n', cursor.nextLine) + 1;
  }
  return cursor.line;
}

function readNode(cursor: Cursor): { node: YamlNode; key: string } {
  const event = cursor.events[cursor.at++];
  switch (event?.type) {
    case EVENT_ID.SCALAR:
      return { node: leaf(lineOf(cursor, event.valueStart)), key: getScalarValue(cursor.text, event) };
    case EVENT_ID.MAPPING:
      return { node: readMapping(cursor, leaf(lineOf(cursor, event.start))), key: '' };
    case EVENT_ID.SEQUENCE:
      return { node: readSequence(cursor, leaf(lineOf(cursor, event.start))), key: '' };
    default:
      return { node: leaf(cursor.line), key: '' };
  }
}

function isOpen(cursor: Cursor): boolean {
  const event = cursor.events[cursor.at];
  if (event !== undefined && event.type !== EVENT_ID.POP) return true;
  cursor.at++;
  return false;
}

function readMapping(cursor: Cursor, node: YamlNode): YamlNode {
  while (isOpen(cursor)) {
    const { key } = readNode(cursor);
    node.children.set(key, readNode(cursor).node);
  }
  return node;
}

function readSequence(cursor: Cursor, node: YamlNode): YamlNode {
  while (isOpen(cursor)) node.children.set(String(node.children.size), readNode(cursor).node);
  return node;
}
