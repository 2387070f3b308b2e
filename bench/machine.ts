import { readFileSync } from 'node:fs';
import { arch, availableParallelism, cpus, loadavg, platform, totalmem } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const packageSchema = z.object({ version: z.string() });

function versionOf(name: string): string {
  const path = join(import.meta.dirname, '..', 'node_modules', name, 'package.json');
  return `${name} ${packageSchema.parse(JSON.parse(readFileSync(path, 'utf8'))).version}`;
}

/** What the numbers were measured on: the processor, the versions, and how busy the machine was beforehand. */
export function machine(): string {
  const libraries = ['@slack/bolt', 'compromise', 'fuse.js', 'minisearch'].map(versionOf).join(', ');
  const processor = cpus()[0]?.model.trim() ?? 'unknown processor';
  const memory = Math.round(totalmem() / 1024 ** 3);
  const busy = loadavg()[0] ?? 0;
  return [
    `${processor}, ${availableParallelism()} cores, ${memory} GiB, ${platform()} ${arch()}`,
    `node ${process.versions.node}, ${libraries}`,
    `load before the start: ${busy.toFixed(1)}${busy > 0.7 ? ' (others are at work here: times are too long)' : ''}`,
  ].join('\n');
}
