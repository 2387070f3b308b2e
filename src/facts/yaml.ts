import { constructFromEvents, type Event, FAILSAFE_SCHEMA, parseEvents, YAMLException } from 'js-yaml';
import type { z } from 'zod';
import type { Problem } from './problem.ts';
import { treeOf, type YamlNode } from './yaml-tree.ts';

type Path = readonly PropertyKey[];

/** A YAML file read with the failsafe schema: every scalar stays the text it was written as. */
export interface YamlFile {
  file: string;
  value: unknown;
  /** The line on which the node at a path starts; the nearest ancestor's where there is none. */
  lineAt: (path: Path) => number;
}

/** Reads and parses a file under a name for errors; syntax errors and an unreadable file become problems. */
export function readYaml(read: () => string, shown: string, problems: Problem[]): YamlFile | null {
  let text: string;
  try {
    text = read();
  } catch (error) {
    problems.push(unreadable(shown, error));
    return null;
  }
  return parseYaml(text, shown, problems);
}

function unreadable(file: string, error: unknown): Problem {
  const expected = 'a YAML file';
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
    return {
      file,
      line: 1,
      what: 'there is no such file',
      expected,
      remedy: 'Write it; "[]" is a list of nothing',
    };
  const reason = error instanceof Error ? error.message : String(error);
  return { file, line: 1, what: `can't be read (${reason})`, expected, remedy: 'Mend or restore the file' };
}

/** Parses YAML text under a name for errors. */
export function parseYaml(text: string, shown: string, problems: Problem[]): YamlFile | null {
  try {
    const events = parseEvents(text, {});
    const [value] = constructFromEvents(events, { source: text, schema: FAILSAFE_SCHEMA });
    const lineAt = lineFinder(text, events);
    return { file: shown, value: value ?? null, lineAt };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    problems.push({
      file: shown,
      line: (error.mark?.line ?? 0) + 1,
      what: `not valid YAML (${error.reason})`,
      expected: '',
      remedy: 'Mend the indentation, quotes or brackets on this line',
    });
    return null;
  }
}

/** Finds the line of a path: where its node starts, or its nearest ancestor that there is. The tree is built when first asked for. */
function lineFinder(text: string, events: readonly Event[]): (path: Path) => number {
  let tree: YamlNode | null = null;
  return (path) => {
    let node = (tree ??= treeOf(text, events));
    for (const key of path) {
      const child = node.children.get(String(key));
      if (!child) break;
      node = child;
    }
    return node.line;
  };
}

/** Checks a value against a schema; each issue becomes a problem at its own line. */
export function check<S extends z.ZodType>(
  yaml: YamlFile,
  schema: S,
  value: unknown,
  at: Path,
  problems: Problem[],
): z.output<S> | null {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const path = [...at, ...issue.path];
    problems.push({
      file: yaml.file,
      line: yaml.lineAt(path),
      what: `${path.map(String).join('.') || 'the file'}: ${issue.message}`,
      expected: '',
      remedy: 'See the format in CONTRIBUTING.md',
    });
  }
  return null;
}
