import type { FactBase } from '../../facts/base.ts';
import type { ToldClaim, ToldReport } from '../../model/claim.ts';
import { markOf, VERDICT_MARKS } from '../claims.ts';
import { lineText } from '../text.ts';
import { ACTIONS, actionRow, questionButton } from './actions.ts';
import { LIMITS } from './limits.ts';
import { documentLine } from './message.ts';
import { escaped } from './mrkdwn.ts';
import type { SlackBlock, SlackMessage } from './schema.ts';

/**
 * Who sees what was found: the one who wanted to know, who may show it to others; a thread; or others, to whom `by`
 * shows it, with the text that was checked where it doesn't stand above.
 */
export type ClaimsAudience =
  | { kind: 'private'; shows: 'in thread' | 'in channel' | 'done' }
  | { kind: 'thread' }
  | { kind: 'shared'; by: string; quote: string | null };

/** How many claims that the document does not support get a row of their own. */
const MOST_ROWS = 20;
/** Up to how many claims those that it supports get one too. */
const FEW = 8;
/** How much of a checked text is repeated above. */
const MOST_QUOTE = 300;
const MOST_WORDS = 300;

const section = (text: string): SlackBlock => ({
  type: 'section',
  text: { type: 'mrkdwn', text: text.slice(0, LIMITS.section), verbatim: true },
});
const context = (text: string): SlackBlock => ({
  type: 'context',
  elements: [{ type: 'mrkdwn', text: text.slice(0, LIMITS.contextText), verbatim: true }],
});

const supported = ({ claim }: ToldClaim): boolean =>
  claim.verdict === 'matches' || claim.verdict === 'rounds';
const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** What somebody wrote, without the marks that would format it. */
const unmarked = (text: string): string => text.replace(/[*_~`]/g, '');
const quoted = (text: string, max: number): string => escaped(unmarked(text), max);

const verdictOf = ({ claim, verdict }: ToldClaim): string =>
  claim.grave ? `${sentence(verdict)}, the wrong way round` : sentence(verdict);

/** A claim as mrkdwn: verdict, its words in their sentence, and below what the document has. */
function row(base: FactBase, told: ToldClaim): SlackBlock {
  const { before, text, after } = told.said;
  const words = `${quoted(before, MOST_WORDS)}*${quoted(text, MOST_WORDS)}*${quoted(after, MOST_WORDS)}`;
  const below = lineText(base, told.line);
  return section(
    `${markOf(told.claim)} *${verdictOf(told)}:* “${words}”${below === '' ? '' : `\n${escaped(below, 1_500)}`}`,
  );
}

/** A claim as a line of text. */
function textRow(base: FactBase, told: ToldClaim): string {
  const { before, text, after } = told.said;
  const below = lineText(base, told.line);
  const words = unmarked(`${text} in “${before}${text}${after}”`);
  return `${markOf(told.claim)} ${verdictOf(told)}: ${words}${below === '' ? '' : ` - ${below}`}`;
}

/** Claims that the document supports in one row, each with its section; as many as fit. */
function folded(claims: readonly ToldClaim[]): SlackBlock[] {
  if (claims.length === 0) return [];
  const head = `${VERDICT_MARKS.matches} *${claims.length === 1 ? '1 matches' : `${claims.length} match`}:* `;
  const kept: string[] = [];
  let room = LIMITS.section - head.length - 40;
  for (const { said, claim } of claims) {
    const item = `${quoted(said.text, 60)} [${escaped(claim.sections.join(', '), 100)}]`;
    if (item.length + 3 > room) break;
    room -= item.length + 3;
    kept.push(item);
  }
  const more = claims.length - kept.length;
  return [section(`${head}${kept.join(' · ')}${more > 0 ? ` and ${more} more` : ''}`)];
}

function rows(base: FactBase, claims: readonly ToldClaim[]): SlackBlock[] {
  if (claims.length <= FEW) return claims.map((c) => row(base, c));
  const against = claims.filter((c) => !supported(c));
  const more = against.length - MOST_ROWS;
  return [
    ...against.slice(0, MOST_ROWS).map((c) => row(base, c)),
    ...(more > 0 ? [context(`… and ${more} more like these; the CSV file has them all.`)] : []),
    ...folded(claims.filter(supported)),
  ];
}

function above(audience: ClaimsAudience): string[] {
  if (audience.kind !== 'shared') return [];
  const { by, quote } = audience;
  return [
    quote === null
      ? `<@${by}> had the figures of this message checked`
      : `<@${by}> had these figures checked: “${quoted(quote.replace(/\s+/g, ' '), MOST_QUOTE)}”`,
  ];
}

const SHOW = { 'in thread': 'Reply in thread', 'in channel': 'Share in channel' } as const;
const DONE = '_Shown to all._';

function buttons(audience: ClaimsAudience, { claims }: ToldReport, carry: string): SlackBlock[] {
  if (claims.length === 0) return [];
  const shows = audience.kind === 'private' && audience.shows !== 'done' ? SHOW[audience.shows] : null;
  const show = shows === null ? null : questionButton(ACTIONS.reply, shows, carry);
  const csv = claims.length > FEW ? questionButton(ACTIONS.claims, 'CSV', carry) : null;
  return actionRow([show && { ...show, style: 'primary' }, csv]);
}

/**
 * What was found in a text as a Slack message: the whole in a sentence, then a row for each claim, the wrong way round
 * first; where there are many, those that the document supports in one row. `carry` is what its buttons carry.
 */
export function claimsMessage(
  base: FactBase,
  report: ToldReport,
  audience: ClaimsAudience,
  carry: string,
): SlackMessage {
  const summary = escaped(lineText(base, report.summary));
  const against = `Checked against ${escaped(documentLine(base))}`;
  const lines = report.claims.map((c) => textRow(base, c)).join('\n');
  const done = audience.kind === 'private' && audience.shows === 'done' ? [context(DONE)] : [];
  return {
    text: [...above(audience), summary, escaped(lines, LIMITS.messageText - 2_000), against]
      .filter((t) => t !== '')
      .join('\n'),
    blocks: [
      ...above(audience).map(context),
      section(`*${summary}*`),
      ...rows(base, report.claims),
      context(against),
      ...buttons(audience, report, carry),
      ...done,
    ],
  };
}
