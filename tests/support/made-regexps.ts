// Prints, as JSON, the regular expressions that reading builds from strings: loads the data and asks a few questions, with
// the constructor of RegExp watched. A process of its own, since modules are loaded only once.
const made = new Map<string, [source: string, flags: string]>();
const watched = new Proxy(RegExp, {
  construct: (target, args: [string | RegExp, string?], self) => {
    const pattern = Reflect.construct(target, args, self) as RegExp;
    made.set(String(pattern), [pattern.source, pattern.flags]);
    return pattern;
  },
});
globalThis.RegExp = watched;

const { loadBase } = await import('../../src/facts/load.ts');
const { ask } = await import('../../src/ask.ts');
const base = loadBase();
const own = [...made.values()];
for (const question of ['ATM revenue 3Q11 in billions', 'is II-9 on page 3?', 'oprating incme up 64.5%?'])
  ask(base, question);
console.log(JSON.stringify(own));
