// npm run compare: Kessan beside the search boxes that people would use otherwise, as a table in Markdown.
import { machine } from './machine.ts';
import { sideBySide } from './parts/compare.ts';

console.log(`${machine()}\n\n${await sideBySide.run({ quick: false, seed: 0, seconds: null })}`);
