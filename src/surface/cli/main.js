#!/usr/bin/env node
import '../compile-cache.js';
import process from 'node:process';

const { run } = await import('./program.ts');
process.exitCode = await run(process.argv.slice(2));
