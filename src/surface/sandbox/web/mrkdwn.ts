import type { Workspace } from '../fake/workspace.ts';
import { Html, html } from './html.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };
const decoded = (text: string): string => text.replace(/&(?:amp|lt|gt);/g, (e) => ENTITIES[e] ?? e);

/** One stretch of formatting: code, bold, italic, a mention, or a line break. */
const MARK =
  /`(?<code>[^`\n]+)`|(?<=^|[\s([{"'•·])\*(?<bold>\S(?:[^*\n]*\S)?)\*(?![\w*])|(?<=^|[\s([{"'•·])_(?<italic>\S(?:[^_\n]*\S)?)_(?!\w)|<@(?<user>\w+)>|(?<line>\n)/g;

/** Slack's mrkdwn as HTML, as far as it is used here; all other text stands as it is. */
export function mrkdwnHtml(workspace: Workspace, text: string): Html {
  const out: Html[] = [];
  let at = 0;
  for (const match of text.matchAll(MARK)) {
    out.push(html`${decoded(text.slice(at, match.index))}`);
    out.push(marked(workspace, match.groups ?? {}));
    at = match.index + match[0].length;
  }
  out.push(html`${decoded(text.slice(at))}`);
  return html`${out}`;
}

function marked(
  workspace: Workspace,
  { code, bold, italic, user }: Readonly<Record<string, string | undefined>>,
): Html {
  if (code !== undefined) return html`<code>${decoded(code)}</code>`;
  if (bold !== undefined) return html`<strong>${decoded(bold)}</strong>`;
  if (italic !== undefined) return html`<em>${decoded(italic)}</em>`;
  if (user !== undefined) return html`<span class="mention">@${nameOf(workspace, user)}</span>`;
  return new Html('<br>');
}

/** The name of a user or of the bot. */
export const nameOf = (workspace: Workspace, user: string): string =>
  user === workspace.bot.user
    ? workspace.bot.name
    : (workspace.users.find((u) => u.id === user)?.name ?? user);
