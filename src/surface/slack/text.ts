const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** Mentions of people and groups, as Slack writes them into a message, with a "cc" before them: they ask for nothing. */
const MENTIONS = /(?:\bcc:?\s*)?<(?:@[UW]\w+|!subteam\^\w+|!(?:here|channel|everyone))(?:\|[^>]*)?>/gi;

/**
 * A question as it was typed, from a message's text: without the mention of the bot and of whoever else is to read the
 * answer, Slack's escapes undone.
 */
export function questionIn(text: string): string {
  return text
    .replace(MENTIONS, ' ')
    .replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity)
    .trim();
}
