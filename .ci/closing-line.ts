// Prints the counts of the last test run in the one-line form that CI reads, from the report that vitest writes.
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

const report = Report.parse(JSON.parse(readFileSync('.vitest/report.json', 'utf8')));
// A file that could not be loaded has no tests to count, but it is a failure all the same.
const unloaded = report.testResults.filter((f) => f.status === 'failed' && f.assertionResults.length === 0);
const failed = report.numFailedTests + unloaded.length;
const skipped = report.numPendingTests + report.numTodoTests;

console.log(`${report.numPassedTests} passed, ${failed} failed, ${skipped} skipped`);
