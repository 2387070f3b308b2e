import type { SlackBlock } from '../../../render/slack/schema.ts';
import type { OpenView, Workspace } from '../fake/workspace.ts';
import { chartSvg } from './chart.ts';
import { type Html, html } from './html.ts';
import { mrkdwnHtml } from './mrkdwn.ts';

/** Where blocks stand: what a press on them is on, as the page sends it back. */
export interface Ground {
  workspace: Workspace;
  /** "message CHANNEL TS", "view ID" or "home". */
  on: string;
  /** The view whose fields these are. */
  view: OpenView | null;
}

interface AnyText {
  type: 'plain_text' | 'mrkdwn';
  text: string;
}
type Element =
  | Extract<SlackBlock, { type: 'actions' }>['elements'][number]
  | Extract<SlackBlock, { type: 'input' }>['element']
  | Extract<SlackBlock, { type: 'context_actions' }>['elements'][number];

const textHtml = (ground: Ground, { type, text }: AnyText): Html =>
  type === 'mrkdwn' ? mrkdwnHtml(ground.workspace, text) : html`${text}`;

/** A block as Slack would show it, with live controls. */
export function blockHtml(ground: Ground, block: SlackBlock): Html {
  switch (block.type) {
    case 'header':
      return html`<h3 class="b-header">${block.text.text}</h3>`;
    case 'divider':
      return html`<hr />`;
    case 'section':
      return html`<div class="b-section">
        <p>${textHtml(ground, block.text)}</p>
        ${block.accessory && elementHtml(ground, block.accessory, '')}
      </div>`;
    case 'context':
      return html`<p class="b-context">
        ${block.elements.map((e) => html`<span>${textHtml(ground, e)}</span> `)}
      </p>`;
    case 'actions':
      return html`<div class="b-actions">${block.elements.map((e) => elementHtml(ground, e, ''))}</div>`;
    case 'context_actions':
      return html`<div class="b-actions quiet">
        ${block.elements.map((e) => elementHtml(ground, e, ''))}
      </div>`;
    case 'input':
      return inputHtml(ground, block);
    case 'data_table':
      return tableHtml(block);
    case 'data_visualization':
      return chartSvg(block);
  }
}

function inputHtml(ground: Ground, block: Extract<SlackBlock, { type: 'input' }>): Html {
  const error = ground.view?.errors[block.block_id ?? ''];
  const id = `f-${block.element.action_id}`;
  return html`<div class="b-input">
    <label for="${id}"
      >${block.label.text}${block.optional === true && html` <small>(optional)</small>`}</label
    >
    ${elementHtml(ground, block.element, id)}
    ${error !== undefined && html`<p class="error" role="alert">${error}</p>`}
  </div>`;
}

const data = (ground: Ground, action: string): Html => html`data-on="${ground.on}" data-action="${action}"`;

function elementHtml(ground: Ground, e: Element, id: string): Html {
  switch (e.type) {
    case 'button':
      return html`<button
        type="button"
        class="${e.style ?? 'plain'}"
        data-act="press"
        ${data(ground, e.action_id)}
      >
        ${e.text.text}
      </button>`;
    case 'feedback_buttons':
      return html`${(['positive', 'negative'] as const).map(
        (side) =>
          html`<button
            type="button"
            class="feedback"
            data-act="press"
            data-feedback="${side}"
            ${data(ground, e.action_id)}
          >
            ${e[`${side}_button`].text.text}
          </button>`,
      )}`;
    case 'static_select': {
      const chosen = chosenIn(ground, e.action_id) ?? e.initial_option?.value;
      return html`<select id="${id}" data-act="choose" ${data(ground, e.action_id)}>
        ${e.options.map(
          (o) =>
            html`<option value="${o.value}" ${o.value === chosen && html` selected`}>${o.text.text}</option>`,
        )}
      </select>`;
    }
    case 'external_select':
      return html`<div class="lookup">
        <input
          id="${id}"
          type="text"
          role="combobox"
          autocomplete="off"
          aria-expanded="false"
          aria-autocomplete="list"
          aria-controls="${id}-list"
          data-lookup
          ${data(ground, e.action_id)}
          placeholder="${e.placeholder?.text}"
          value="${e.initial_option?.text.text}"
        />
        <ul id="${id}-list" role="listbox" aria-label="Options" hidden></ul>
      </div>`;
    case 'conversations_select': {
      const chosen = ground.view?.values.share?.[e.action_id]?.selected_conversation;
      return html`<select id="${id}" data-act="choose" ${data(ground, e.action_id)}>
        <option value="">Choose a channel</option>
        ${ground.workspace.channels
          .filter((c) => c.direct === null)
          .map(
            (c) => html`<option value="${c.id}" ${c.id === chosen && html` selected`}># ${c.name}</option>`,
          )}
      </select>`;
    }
  }
}

/** What was chosen in a field of a view, if anything was. */
function chosenIn({ view }: Ground, action: string): string | undefined {
  for (const fields of Object.values(view?.values ?? {})) {
    const option = fields[action]?.selected_option as { value?: string } | undefined;
    if (
      option?.value !== undefined &&
      view?.view.blocks.some((b) => b.block_id !== undefined && view.values[b.block_id] === fields)
    )
      return option.value;
  }
  return undefined;
}

/** A table whose headings sort: by the number where cells are numbers. */
function tableHtml(block: Extract<SlackBlock, { type: 'data_table' }>): Html {
  const [head = [], ...rows] = block.rows;
  const lead = block.row_header_column_index ?? 0;
  const numeric = (i: number): boolean => rows.some((r) => r[i]?.type === 'raw_number');
  return html`<div class="b-table" tabindex="0" role="region" aria-label="${block.caption}">
    <table>
      <caption>
        ${block.caption}
      </caption>
      <thead>
        <tr>
          ${head.map((c, i) => html`<th scope="col" ${numeric(i) && html` class="num"`}><button type="button" data-sort>${c.text}</button></th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((c, i) => {
                const value = c.type === 'raw_number' && html` class="num" data-value="${c.value}"`;
                return i === lead
                  ? html`<th scope="row" ${value}>${c.text}</th>`
                  : html`<td${value}>${c.text}</td>`;
              })}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
