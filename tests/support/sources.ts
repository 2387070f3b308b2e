import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..');

/** A source file: its path from src/ on, with forward slashes, and its text. */
export interface SourceFile {
  path: string;
  text: string;
}

/** Every TypeScript file under src/. */
export function sourceFiles(): SourceFile[] {
  const src = join(ROOT, 'src');
  return readdirSync(src, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ path: relative(src, file).split(sep).join('/'), text: readFileSync(file, 'utf8') }));
}

/** The folder a file is in, or its name without extension when it stands in src/ itself: "facts", "ask". */
export const stageOf = (path: string): string => path.split('/')[0]?.replace(/\.ts$/, '') ?? '';

/** The code without its comments; strings that look like comments don't occur in this project. */
export const withoutComments = (text: string): string =>
  text.replace(/\/\*[^]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');

const SPECIFIER =
  /(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s+|\brequire\s*\(\s*)(['"`])(?<name>[\w@./:${}-]+)\1/g;

/** What a file imports, as written: static, dynamic and type imports, and require. */
export function importsIn(text: string): string[] {
  return Array.from(withoutComments(text).matchAll(SPECIFIER), (m) => m.groups?.name ?? '');
}
