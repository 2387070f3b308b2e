/** Characters that would hide or reorder what stands beside them: controls, marks of direction, joiners without width. */
const UNSEEN = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** A text without unseen characters; line breaks stay. */
export const seen = (text: string): string => text.replace(UNSEEN, (c) => (c === '\n' ? c : ''));

/**
 * A text as Slack's mrkdwn shows it literally: `&`, `<` and `>` escaped and nothing else (docs.slack.dev, formatting),
 * so that no mention, channel or link can come of it. Where it would be longer than `max`, it ends in an ellipsis.
 */
export function escaped(text: string, max = Infinity): string {
  const whole = seen(text);
  const entire = whole.replace(/[&<>]/g, (c) => ENTITIES[c] ?? c);
  return entire.length <= max
    ? entire
    : clipped(
        Array.from(whole, (c) => ENTITIES[c] ?? c),
        max,
      );
}

/** A text for a plain_text object, cut with an ellipsis where it is longer than `max`. */
export function plainText(text: string, max: number): string {
  const whole = seen(text);
  return whole.length <= max ? whole : clipped(Array.from(whole), max);
}

/** As many pieces as leave room for an ellipsis. */
function clipped(pieces: readonly string[], max: number): string {
  let kept = '';
  for (const piece of pieces) {
    if (kept.length + piece.length > max - 1) break;
    kept += piece;
  }
  return `${kept}…`;
}
