import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/**
 * Keeps what Node makes of the sources, so that it need not be made at every start. The files that import this are
 * JavaScript: one TypeScript file loaded before the cache is on would load Node's type stripper, which takes longer
 * than all the rest. Where the folder can't be written there is just no cache.
 */
enableCompileCache(join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'kessan'));
