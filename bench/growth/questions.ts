import type { Synthetic } from './synthetic.ts';

/** Ways to ask, each with the names that it takes: m and n of metrics, s and t of segments. */
const FORMS: readonly ((names: Record<'m' | 'n' | 's' | 't', string>) => string)[] = [
  ({ m, s }) => `${m} ${s} 3Q11`,
  ({ m }) => `What was the ${m} for the nine months?`,
  ({ m, s }) => `how much did ${m} of the ${s} grow in 2Q11?`,
  ({ m, s }) => `${m} ${s} by quarter`,
  ({ m, s, t }) => `compare ${m} of ${s} and ${t}`,
  ({ m, n }) => `${m} vs ${n} 3Q11`,
  ({ m }) => `which segment had the highest ${m}?`,
  ({ m }) => `top 3 segments by ${m} in FY2010`,
  ({ m, n }) => `${m} as % of ${n}`,
  ({ m, s }) => `share of ${s} in ${m}`,
  ({ m, s }) => `sum of ${m} ${s} over the last four quarters`,
  ({ m, s }) => `why did ${m} of ${s} rise?`,
  ({ m }) => `where is ${m} printed?`,
  ({ m, s }) => `is it true that ${m} of ${s} fell in 3Q11?`,
  ({ m, s }) => `${misspelt(m)} ${s}`,
  ({ m, s }) => `${m} ${misspelt(s)} 1Q11`,
  ({ m }) => [...m.split(' ')].reverse().join(' '),
  ({ m }) => m.split(' ').slice(0, 2).join(' '),
  ({ m }) => `${m.split(' ').at(-1) ?? ''} 3Q11`,
  ({ s }) => `how is the ${s} doing?`,
  ({ s }) => `what is the wibblefrotz of ${s}?`,
  ({ m, s }) => `${m} ${s} FY1987`,
  () => 'which metrics are there?',
  () => 'biggest mover in 3Q11',
];

/** A word with two letters swapped in its middle. */
function misspelt(name: string): string {
  const at = Math.min(name.length - 3, 2);
  return name.slice(0, at) + (name[at + 1] ?? '') + (name[at] ?? '') + name.slice(at + 2);
}

/** As many questions as asked for over a made-up company's names, printed ones more often than others. */
export function questionsAbout({ metrics, segments, printed }: Synthetic, count: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    const pick = (step: number): readonly [number, number] => printed[(i * step) % printed.length] ?? [0, 0];
    const [m, s] = i % 5 === 4 ? [(i * 31) % metrics.length, (i * 17) % segments.length] : pick(7_919);
    const [n, t] = pick(7_919 + 1);
    const name = (list: readonly string[], at: number): string => list[at] ?? '';
    const form = FORMS[i % FORMS.length];
    return (
      form?.({
        m: name(metrics, m),
        n: name(metrics, n),
        s: name(segments, s),
        t: name(segments, t),
      }) ?? ''
    );
  });
}
