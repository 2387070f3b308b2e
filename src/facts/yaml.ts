import { readFileSync } from 'node:fs';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Problem } from './problem.ts';

type Path = readonly PropertyKey[];

/** A YAML file read with the failsafe schema: every scalar stays the text it was written as. */
export interface YamlFile {
  file: string;
  value: unknown;
  /** The line on which the node at a path starts; the nearest ancestor's where there is none. */
  lineAt: (path: Path) => number;
}

/** Reads and parses a file; syntax errors and an unreadable file become problems. */
export function readYaml(path: string, shown: string, problems: Problem[]): YamlFile | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    problems.push({
      file: shown,
      line: 1,
      what: `can't be read (${reason})`,
      expected: 'a YAML file',
      remedy: 'Restore the file',
    });
    return null;
  }
  return parseYaml(text, shown, problems);
}

/** Parses YAML text under a name for errors. */
export function parseYaml(text: string, shown: string, problems: Problem[]): YamlFile | null {
  const counter = new LineCounter();
  const doc = parseDocument(text, { schema: 'failsafe', lineCounter: counter });
  if (doc.errors.length > 0) {
    for (const error of doc.errors) {
      problems.push({
        file: shown,
        line: counter.linePos(error.pos[0]).line,
        what: `not valid YAML (${(error.message.split('\n')[0] ?? '').replace(/ at line.*$/, '')})`,
        expected: '',
        remedy: 'Mend the indentation, quotes or brackets on this line',
      });
    }
    return null;
  }
  return {
    file: shown,
    value: doc.toJS() as unknown,
    lineAt: (at) => {
      for (let depth = at.length; depth >= 0; depth--) {
        const node: unknown = depth === 0 ? doc.contents : doc.getIn(at.slice(0, depth), true);
        if (isNode(node) && node.range) return counter.linePos(node.range[0]).line;
      }
      return 1;
    },
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
