const ESCAPES = /&(?:amp|lt|gt);/g;
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
    .replace(ESCAPES, (entity) => ENTITIES[entity] ?? entity)
    .trim();
}

/** What else Slack writes in angle brackets: links, channels, dates; with the label that it shows, if it has one. */
const REFERENCES = /<(?<to>[^<>|\n]+)(?:\|(?<label>[^<>\n]*))?>/g;

/** How a reference is shown: by its label, a link without one by its address, other references not at all. */
const shown = (to: string, label: string | undefined): string => {
  if (to.startsWith('#')) return label === undefined ? ' ' : `#${label}`;
  return label ?? (/^[@!]/.test(to) ? ' ' : to);
};

/** A text that somebody drafted, as Slack shows it: mentions left out, links as they read, Slack's escapes undone. */
export function draftIn(text: string): string {
  return questionIn(
    text.replace(MENTIONS, ' ').replace(REFERENCES, (_, to: string, label?: string) => shown(to, label)),
  );
}
