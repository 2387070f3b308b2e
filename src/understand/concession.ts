/** What a reason is asked in spite of: "although revenue fell", at either end of its sentence. */
const LEADING =
  /^(?:although|even though|though|while|whereas|despite|in spite of)\s+(?<clause>[^,.;?!]{3,120}),\s*/i;
const TRAILING =
  /,?\s(?:although|even though|though|despite|in spite of)\s+(?<clause>[^,.;?!]{3,120})(?=[,.;?!]|$)/i;

/**
 * A question for a reason without the clause that only concedes something else. `names` gives the words that name the
 * business the clause speaks of where the rest needs them, or null where the rest can't stand alone.
 */
export function withoutConcession(
  text: string,
  names: (rest: string, clause: string) => string | null,
): string {
  for (const pattern of [LEADING, TRAILING]) {
    const m = pattern.exec(text);
    const clause = m?.groups?.clause;
    if (!m || clause === undefined) continue;
    const rest = `${text.slice(0, m.index)}${text.slice(m.index + m[0].length)}`;
    const lent = names(rest, clause);
    if (lent !== null) return lent === '' ? rest : `${lent}, ${rest}`;
  }
  return text;
}
