import type { SlackBlock } from '../../../render/slack/schema.ts';
import type { OpenView, Workspace } from '../fake/workspace.ts';
import { chartSvg } from './chart.ts';
import { type Html, html } from './html.ts';
import { mrkdwnHtml } from './mrkdwn.ts';

/** Where blocks stand: what a press on them is on, as the page sends it back. */
export interface Ground {
  workspace: Workspace;
  /** Which part of the page: a message may stand in two. */
  part: 'channel' | 'thread' | 'modal' | 'home';
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
        <p${block.accessory && html` id="${idOf(ground, block.accessory.action_id)}"`}>${textHtml(ground, block.text)}</p>
        ${block.accessory && elementHtml(ground, block.accessory, null, idOf(ground, block.accessory.action_id))}
      </div>
      ${block.fields && html`<div class="b-fields">${block.fields.map((f) => html`<p>${textHtml(ground, f)}</p>`)}</div>`}`;
    case 'context':
      return html`<p class="b-context">
        ${block.elements.map((e) => html`<span>${textHtml(ground, e)}</span> `)}
      </p>`;
    case 'actions':
      return html`<div class="b-actions">${block.elements.map((e) => elementHtml(ground, e, null))}</div>`;
    case 'context_actions':
      return html`<div class="b-actions quiet">
        ${block.elements.map((e) => elementHtml(ground, e, null))}
      </div>`;
    case 'input':
      return inputHtml(ground, block);
    case 'data_table':
      return tableHtml(block);
    case 'data_visualization':
      return chartSvg(block);
  }
}

/** An id for what belongs to a control, the only one of its kind on the page. */
const idOf = ({ part, on }: Ground, action: string): string =>
  `${part} ${on} ${action}`.replaceAll(/[^\w-]/g, '-');

function inputHtml(ground: Ground, block: Extract<SlackBlock, { type: 'input' }>): Html {
  const error = ground.view?.errors[block.block_id ?? ''];
  const id = `f-${block.element.action_id}`;
  return html`<div class="b-input" data-key="${block.block_id}">
    <label for="${id}"
      >${block.label.text}${block.optional === true && html` <small>(optional)</small>`}</label
    >
    ${elementHtml(ground, block.element, id)} ${block.hint && html`<small>${block.hint.text}</small>`}
    ${error !== undefined && html`<p class="error" role="alert">${error}</p>`}
  </div>`;
}

const data = (ground: Ground, action: string): Html => html`data-on="${ground.on}" data-action="${action}"`;

/**
 * A control. `id` ties it to the label beside it; without one, the control names itself by its placeholder. `about` is
 * the id of the text that it stands beside, which tells what a button called "Ask" asks.
 */
function elementHtml(ground: Ground, e: Element, id: string | null, about?: string): Html {
  switch (e.type) {
    case 'button':
      return html`<button
        type="button"
        class="${e.style ?? 'plain'}"
        data-act="press"
        ${e.accessibility_label !== undefined && html` aria-label="${e.accessibility_label}"`}
        ${about !== undefined && html` aria-describedby="${about}"`}
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
    case 'static_select':
      return selectHtml(
        ground,
        e,
        id,
        e.options.map((o) => [o.value, o.text.text]),
      );
    case 'conversations_select': {
      const channels = ground.workspace.channels.filter((c) => c.direct === null);
      return selectHtml(
        ground,
        e,
        id,
        channels.map((c) => [c.id, `# ${c.name}`]),
      );
    }
    case 'external_select':
      return lookupHtml(ground, e, id);
  }
}

type ElementOf<T extends Element['type']> = Extract<Element, { type: T }>;

/** How a control is called: by the label that has its id, else by its placeholder. */
const nameHtml = (id: string | null, placeholder: string): Html =>
  id === null ? html`aria-label="${placeholder}"` : html`id="${id}"`;

/** A list to choose from. It shows its placeholder until something is chosen. */
function selectHtml(
  ground: Ground,
  e: ElementOf<'static_select' | 'conversations_select'>,
  id: string | null,
  options: readonly (readonly [value: string, text: string])[],
): Html {
  const initial = e.type === 'static_select' ? e.initial_option?.value : undefined;
  const chosen = chosenIn(ground, e.action_id) ?? initial;
  const placeholder =
    e.placeholder?.text ?? (e.type === 'static_select' ? 'Choose an option' : 'Choose a channel');
  return html`<select ${nameHtml(id, placeholder)} data-act="choose" ${data(ground, e.action_id)}>
    ${initial === undefined && html`<option value="">${placeholder}</option>`}
    ${options.map(
      ([value, text]) =>
        html`<option value="${value}" ${value === chosen && html` selected`}>${text}</option>`,
    )}
  </select>`;
}

/** A field that looks its options up as they are typed. */
function lookupHtml(ground: Ground, e: ElementOf<'external_select'>, id: string | null): Html {
  const placeholder = e.placeholder?.text ?? 'Type to search';
  const list = `${id ?? idOf(ground, e.action_id)}-list`;
  return html`<div class="lookup">
    <input
      ${nameHtml(id, placeholder)}
      type="text"
      role="combobox"
      autocomplete="off"
      aria-expanded="false"
      aria-autocomplete="list"
      aria-controls="${list}"
      data-lookup
      ${data(ground, e.action_id)}
      placeholder="${placeholder}"
      value="${e.initial_option?.text.text}"
    />
    <ul id="${list}" role="listbox" aria-label="Options" hidden></ul>
  </div>`;
}

/** What was chosen in a field of a view that it still has, if anything was. */
function chosenIn({ view }: Ground, action: string): string | undefined {
  for (const { block_id: id } of view?.view.blocks ?? []) {
    const chosen = id === undefined ? undefined : view?.values[id]?.[action];
    const option = chosen?.selected_option as { value?: string } | undefined;
    const value = chosen?.selected_conversation ?? option?.value;
    if (value !== undefined) return value;
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
