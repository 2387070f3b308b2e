import { VERDICT_NAMES } from '../../../answer/claims.ts';
import { toldReport } from '../../../answer/told-claims.ts';
import { checkText } from '../../../check/check.ts';
import type { FactBase } from '../../../facts/base.ts';
import type { CheckedClaim, ToldClaim } from '../../../model/claim.ts';
import { claimsJson, markOf } from '../../../render/claims.ts';
import { ACTIONS } from '../../../render/slack/actions.ts';
import { lineText } from '../../../render/text.ts';
import { createCheckedTexts } from '../../slack/checked-texts.ts';
import { refusedText } from '../../slack/checking.ts';
import { draftIn } from '../../slack/text.ts';
import type { Message, Workspace } from '../fake/workspace.ts';
import { type Html, html } from './html.ts';

const packed = createCheckedTexts();

/** The text that an outcome in a message is of, as its buttons carry it; null where they don't. */
function checkedOn(message: Message): string | null {
  const buttons = message.blocks.flatMap((b) => (b.type === 'actions' ? b.elements : []));
  for (const b of buttons) {
    if (b.type !== 'button' || (b.action_id !== ACTIONS.reply && b.action_id !== ACTIONS.claims)) continue;
    const checked = packed.of(b.value ?? '');
    if (checked) return checked.text;
  }
  return null;
}

/** The text whose claims are marked for a message: what a person wrote, or what an outcome is of. */
export const textOf = (workspace: Workspace, message: Message): string | null =>
  message.user === workspace.bot.user ? checkedOn(message) : draftIn(message.text);

/** What can be done about the figures of a message: the app's shortcut for what a person wrote, the marks for an outcome. */
export function claimTools(workspace: Workspace, message: Message): Html | null {
  const at = `${message.channel} ${message.ts}`;
  if (message.user !== workspace.bot.user)
    return html`<button type="button" class="link" data-act="shortcut" data-on="message ${at}">
      Check figures
    </button>`;
  return checkedOn(message) === null
    ? null
    : html`<button type="button" class="link" data-inspect="${at}">Marked in the text</button>`;
}

/** Each claim of a text marked where it stands, with its verdict; below, what the document has for each. */
export function claimsPanel(base: FactBase, text: string): Html {
  const refused = refusedText(base, text);
  if (refused !== null) return html`<p>${refused}</p>`;
  const report = checkText(base, text);
  const { summary, claims } = toldReport(base, text, report);
  const told = [...claims].sort((a, b) => a.claim.start - b.claim.start);
  return html`<p class="asked">${lineText(base, summary)}</p>
    <h3>The text</h3>
    <p class="marked">${markedText(text, told)}</p>
    ${
      told.length > 0 &&
      html`<h3>Its claims</h3>
        <ol class="claims">
          ${told.map((t, i) => claimHtml(base, t, i + 1))}
        </ol>`
    }
    <details>
      <summary>JSON</summary>
      <pre tabindex="0">${JSON.stringify(claimsJson(report), null, 2)}</pre>
    </details>`;
}

const classOf = ({ verdict, grave }: CheckedClaim): string => `claim ${verdict}${grave ? ' grave' : ''}`;
const labelOf = (claim: CheckedClaim): string =>
  `${markOf(claim)} ${VERDICT_NAMES[claim.verdict]}${claim.grave ? ', the wrong way round' : ''}`;

/** A text with its claims as links to what is said of them; each tells its verdict in words too. */
function markedText(text: string, told: readonly ToldClaim[]): Html {
  const out: (Html | string)[] = [];
  let at = 0;
  told.forEach(({ claim }, i) => {
    if (claim.start < at) return;
    out.push(text.slice(at, claim.start));
    const words = text.slice(claim.start, claim.end);
    out.push(
      html`<a class="${classOf(claim)}" id="mark-${i + 1}" href="#claim-${i + 1}"
        >${words} <small>${labelOf(claim)}</small></a
      >`,
    );
    at = claim.end;
  });
  out.push(text.slice(at));
  return html`${out}`;
}

function claimHtml(base: FactBase, { claim, said, line }: ToldClaim, n: number): Html {
  return html`<li id="claim-${n}" tabindex="-1">
    <p>
      <a href="#mark-${n}"><q>${said.text}</q></a> <span class="${classOf(claim)}">${labelOf(claim)}</span>
    </p>
    ${line.length > 0 && html`<p>${lineText(base, line)}</p>`}
    ${
      claim.sections.length > 0 &&
      html`<p class="facts">
        ${claim.sections.map((id) => html`<a href="/catalogue#section-${id}">${id} ${base.sections.get(id)?.title}</a> `)}
      </p>`
    }
  </li>`;
}
