import { z } from 'zod';
import { LIMITS } from './limits.ts';

/**
 * The blocks that Kessan uses, with Slack's limits (docs.slack.dev, Block Kit reference). The types of the renderers
 * are inferred from these schemas, and the fake Slack refuses with `invalid_blocks` what does not fit them.
 */
const filled = (max: number): z.ZodString => z.string().min(1).max(max);
const blockId = filled(LIMITS.blockId).optional();
const actionId = filled(LIMITS.actionId);

const plain = (max: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: filled(max), emoji: z.boolean().optional() });
const mrkdwn = (max: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: filled(max), verbatim: z.boolean().optional() });
const anyText = (max: number) => z.discriminatedUnion('type', [plain(max), mrkdwn(max)]);

const optionSchema = z.strictObject({ text: plain(LIMITS.option), value: filled(LIMITS.optionValue) });

const button = z.strictObject({
  type: z.literal('button'),
  text: plain(LIMITS.button),
  action_id: actionId,
  value: filled(LIMITS.buttonValue).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: filled(LIMITS.button).optional(),
});

const staticSelect = z.strictObject({
  type: z.literal('static_select'),
  action_id: actionId,
  placeholder: plain(LIMITS.placeholder).optional(),
  options: z.array(optionSchema).min(1).max(LIMITS.options),
  initial_option: optionSchema.optional(),
});

const externalSelect = z.strictObject({
  type: z.literal('external_select'),
  action_id: actionId,
  placeholder: plain(LIMITS.placeholder).optional(),
  min_query_length: z.int().min(1).optional(),
  initial_option: optionSchema.optional(),
});

const conversationsSelect = z.strictObject({
  type: z.literal('conversations_select'),
  action_id: actionId,
  placeholder: plain(LIMITS.placeholder).optional(),
  default_to_current_conversation: z.boolean().optional(),
  response_url_enabled: z.boolean().optional(),
});

const feedback = z.strictObject({ text: plain(LIMITS.button), value: filled(LIMITS.buttonValue) });
const feedbackButtons = z.strictObject({
  type: z.literal('feedback_buttons'),
  action_id: actionId,
  positive_button: feedback,
  negative_button: feedback,
});

const header = z.strictObject({ type: z.literal('header'), text: plain(LIMITS.header), block_id: blockId });
const divider = z.strictObject({ type: z.literal('divider'), block_id: blockId });
const section = z.strictObject({
  type: z.literal('section'),
  text: anyText(LIMITS.section),
  fields: z.array(anyText(LIMITS.field)).min(1).max(LIMITS.fields).optional(),
  accessory: z.discriminatedUnion('type', [button, staticSelect, externalSelect]).optional(),
  block_id: blockId,
});
const context = z.strictObject({
  type: z.literal('context'),
  elements: z.array(anyText(LIMITS.contextText)).min(1).max(LIMITS.contextElements),
  block_id: blockId,
});
const actions = z.strictObject({
  type: z.literal('actions'),
  elements: z
    .array(z.discriminatedUnion('type', [button, staticSelect, externalSelect]))
    .min(1)
    .max(LIMITS.actions)
    .refine((list) => new Set(list.map((e) => e.action_id)).size === list.length, 'action_id given twice'),
  block_id: blockId,
});
const contextActions = z.strictObject({
  type: z.literal('context_actions'),
  elements: z.array(feedbackButtons).min(1).max(LIMITS.contextActions),
  block_id: blockId,
});
const input = z.strictObject({
  type: z.literal('input'),
  label: plain(LIMITS.label),
  element: z.discriminatedUnion('type', [staticSelect, externalSelect, conversationsSelect]),
  dispatch_action: z.boolean().optional(),
  optional: z.boolean().optional(),
  hint: plain(LIMITS.label).optional(),
  block_id: blockId,
});

const rawText = z.strictObject({ type: z.literal('raw_text'), text: filled(LIMITS.section) });
const rawNumber = z.strictObject({
  type: z.literal('raw_number'),
  value: z.number(),
  text: filled(LIMITS.section),
});
const dataTable = z.strictObject({
  type: z.literal('data_table'),
  caption: filled(LIMITS.section),
  rows: z
    .array(
      z
        .array(z.discriminatedUnion('type', [rawText, rawNumber]))
        .min(1)
        .max(LIMITS.tableColumns),
    )
    .min(2)
    .max(LIMITS.tableRows)
    .refine((rows) => new Set(rows.map((r) => r.length)).size === 1, 'rows of different lengths')
    .refine((rows) => rows[0]?.every((c) => c.type === 'raw_text') === true, 'a heading that is no text'),
  page_size: z.int().min(1).max(LIMITS.tablePage).optional(),
  row_header_column_index: z.int().min(0).optional(),
  block_id: blockId,
});

const point = z.strictObject({ label: filled(LIMITS.chartLabel), value: z.number() });
const series = z.strictObject({
  name: filled(LIMITS.chartLabel),
  data: z.array(point).min(1).max(LIMITS.chartCategories),
});
const axes = z.strictObject({
  categories: z.array(filled(LIMITS.chartLabel)).min(1).max(LIMITS.chartCategories),
  x_label: filled(LIMITS.chartAxis).optional(),
  y_label: filled(LIMITS.chartAxis).optional(),
});
const dataVisualization = z.strictObject({
  type: z.literal('data_visualization'),
  title: filled(LIMITS.chartTitle),
  chart: z
    .strictObject({
      type: z.enum(['line', 'bar', 'area']),
      series: z.array(series).min(1).max(LIMITS.chartSeries),
      axis_config: axes,
    })
    .refine((c) => new Set(c.series.map((s) => s.name)).size === c.series.length, 'a series named twice')
    .refine(
      (c) => c.series.every((s) => s.data.every((p, i) => p.label === c.axis_config.categories[i])),
      'points that are not those of the axis',
    ),
  block_id: blockId,
});

const blockSchema = z.discriminatedUnion('type', [
  header,
  divider,
  section,
  context,
  actions,
  contextActions,
  input,
  dataTable,
  dataVisualization,
]);

const uniqueIds = (list: readonly { block_id?: string | undefined }[]): boolean => {
  const ids = list.flatMap((b) => b.block_id ?? []);
  return new Set(ids).size === ids.length;
};
const count = (list: readonly { type: string }[], type: string): number =>
  list.filter((b) => b.type === type).length;

/** The blocks of a message. */
export const blocksSchema = z
  .array(blockSchema)
  .min(1)
  .max(LIMITS.messageBlocks)
  .refine(uniqueIds, 'a block_id given twice')
  .refine((list) => count(list, 'data_table') <= 1, 'more than one data_table')
  .refine((list) => count(list, 'data_visualization') <= LIMITS.charts, 'too many charts')
  .refine((list) => count(list, 'input') === 0, 'an input outside a modal');

const viewBlocks = z
  .array(blockSchema)
  .min(1)
  .max(LIMITS.viewBlocks)
  .refine(uniqueIds, 'a block_id given twice')
  .refine(
    (list) =>
      count(list, 'data_table') + count(list, 'data_visualization') + count(list, 'context_actions') === 0,
    'a block that only messages take',
  );

/** A modal or the home tab. */
export const viewSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('modal'),
    callback_id: actionId,
    title: plain(LIMITS.modalTitle),
    submit: plain(LIMITS.modalButton).optional(),
    close: plain(LIMITS.modalButton).optional(),
    private_metadata: z.string().max(LIMITS.privateMetadata).optional(),
    blocks: viewBlocks,
  }),
  z.strictObject({
    type: z.literal('home'),
    callback_id: actionId.optional(),
    private_metadata: z.string().max(LIMITS.privateMetadata).optional(),
    blocks: viewBlocks,
  }),
]);

export type SlackBlock = z.infer<typeof blockSchema>;
export type SlackButton = z.infer<typeof button>;
export type SlackView = z.infer<typeof viewSchema>;
export type SlackModal = Extract<SlackView, { type: 'modal' }>;
export type SlackHome = Extract<SlackView, { type: 'home' }>;

/** A message as Slack takes it: `text` always carries all that the blocks say. */
export interface SlackMessage {
  text: string;
  blocks: SlackBlock[];
}
