import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { environmentSchema } from '../src/surface/slack/config.ts';
import { ROOT } from './support/sources.ts';

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

const packageSchema = z.object({
  version: z.string(),
  scripts: z.record(z.string(), z.string()),
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});
const about = packageSchema.parse(JSON.parse(read('package.json')));

/** The first cells of the table whose heading has this first cell, each without its backticks. */
function firstCells(document: string, heading: string): string[] {
  const lines = read(document).split('\n');
  const head = lines.findIndex((line) => line.split('|')[1]?.trim() === heading);
  const end = lines.findIndex((line, i) => i > head && !line.startsWith('|'));
  return lines.slice(head + 2, end).map((line) => line.split('|')[1]?.trim() ?? '');
}

const names = (cell: string): string[] => Array.from(cell.matchAll(/`([^`]+)`/g), (m) => m[1] ?? '');

describe('the configuration', () => {
  it('is told in the README, each variable that is read and no other', () => {
    const told = firstCells('README.md', 'variable').flatMap(names);
    expect(told.sort()).toEqual(Object.keys(environmentSchema.shape).sort());
  });
});

describe('the dependencies', () => {
  const told = firstCells('CONTRIBUTING.md', 'package').flatMap(names);
  const direct = [...Object.keys(about.dependencies), ...Object.keys(about.devDependencies)];
  const covers = (name: string): boolean => told.includes(name) || (name.startsWith('@types/') && told.includes('@types/*')); // prettier-ignore

  it('are each justified in CONTRIBUTING', () => {
    expect(direct.filter((name) => !covers(name))).toEqual([]);
  });

  it('are all there, where one is justified', () => {
    expect(told.filter((name) => name !== '@types/*' && !direct.includes(name))).toEqual([]);
  });

  it('are locked by a hash, and run nothing when they are installed, but for Node itself', () => {
    const lockSchema = z.object({
      packages: z.record(
        z.string(),
        z.object({ integrity: z.string().optional(), hasInstallScript: z.boolean().optional() }),
      ),
    });
    const { packages } = lockSchema.parse(JSON.parse(read('package-lock.json')));
    const all = Object.entries(packages).filter(([path]) => path !== '');
    expect(all.filter(([, p]) => p.integrity === undefined)).toEqual([]);
    expect(all.flatMap(([path, p]) => (p.hasInstallScript === true ? [path] : []))).toEqual([
      'node_modules/node',
    ]);
  });

  it('are as many as SECURITY says', () => {
    const counted = /(?<runtime>\d+) direct dependencies at run time/.exec(read('SECURITY.md'))?.groups;
    expect(Number(counted?.runtime)).toBe(Object.keys(about.dependencies).length);
  });
});

describe('the repository', () => {
  it.each(['LICENSE', 'CHANGELOG.md', 'SECURITY.md', 'CONTRIBUTING.md', '.editorconfig', 'Dockerfile'])(
    'has %s',
    (file) => {
      expect(existsSync(join(ROOT, file))).toBe(true);
    },
  );

  it('tells in the changelog of the version that package.json has', () => {
    expect(read('CHANGELOG.md')).toContain(`## ${about.version}`);
  });

  it('is checked elsewhere by the two commands that the README gives', () => {
    for (const command of ['npm ci && npm test', 'npm ci && npm start']) {
      expect(read('README.md')).toContain(`${command}\n`);
      expect(read('.github/workflows/ci.yml')).toContain(command);
    }
  });

  it('runs in a container without root, without development packages, and watches its health', () => {
    const lines = read('Dockerfile').split('\n');
    expect(lines.filter((line) => line.startsWith('FROM ')).length).toBeGreaterThan(1);
    expect(lines).toContain('USER node');
    expect(lines).toContain('RUN npm ci --omit=dev --ignore-scripts');
    expect(lines.join('\n')).toMatch(/^HEALTHCHECK [^]*\/healthz/m);
    expect(lines.at(-2)).toBe('CMD ["node", "src/surface/start.js"]');
  });
});
