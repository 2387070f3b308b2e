import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Only what never ends runs into these: a busy machine may be many times slower.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    isolate: false,
    // Vitest leaves one processor to its own thread, which does little here.
    maxWorkers: '100%',
    reporters: ['default', ['json', { outputFile: '.vitest/report.json' }]],
  },
});
