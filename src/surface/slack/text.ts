const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** A question as it was typed, from a message's text: without the mention of the bot, Slack's escapes undone. */
export function questionIn(text: string, botUserId: string | undefined): string {
  const bot =
    botUserId === undefined ? text : text.replaceAll(new RegExp(`<@${botUserId}(?:\\|[^>]*)?>`, 'g'), ' ');
  return bot.replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity).trim();
}
