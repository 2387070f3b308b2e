import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..');

/** A source file: its path from src/ on, with forward slashes, and its text. */
export interface SourceFile {
  path: string;
  text: string;
}

function filesIn(folder: string, ending: RegExp): SourceFile[] {
  const top = join(ROOT, folder);
  return readdirSync(top, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ path: relative(top, file).split(sep).join('/'), text: readFileSync(file, 'utf8') }));
}

/** Every TypeScript file under src/. */
export const sourceFiles = (): SourceFile[] => filesIn('src', /\.ts$/);

/** The files that use src/ from outside it, and the JavaScript that starts it. */
export const scriptFiles = (): SourceFile[] => [
  ...filesIn('src', /\.js$/),
  ...['tests', 'bench', 'scripts'].flatMap((folder) =>
    filesIn(folder, /\.ts$/).map((f) => ({ ...f, path: `${folder}/${f.path}` })),
  ),
];

/** The names that a file takes from others, by any kind of import or re-export. */
export function namesImported(text: string): Set<string> {
  const braces = text.matchAll(
    /(?:\bimport|\bexport)\s+(?:type\s+)?\{(?<list>[^}]*)\}\s*from|\bconst\s+\{(?<lazy>[^}]*)\}\s*=\s*await\s+import/g,
  );
  const lazy = text.matchAll(/\[(?<list>[^\]]*)\]\s*=\s*await\s+Promise\.all/g);
  const lists = [...braces, ...lazy].map((m) => m.groups?.list ?? m.groups?.lazy ?? '');
  return new Set(lists.flatMap((list) => list.match(/\w+/g) ?? []));
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
