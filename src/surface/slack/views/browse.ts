import { z } from 'zod';
import {
  type Comparison,
  COMPARISONS,
  comparisonsToPick,
  metricsToPick,
  periodsToPick,
  type Pick,
  questionOf,
  segmentsToPick,
} from '../../../answer/catalogue.ts';
import { ask } from '../../../ask.ts';
import { type FactBase, metricOf, segmentOf } from '../../../facts/base.ts';
import { describePeriod, parsePeriod, spell } from '../../../model/period.ts';
import { LIMITS } from '../../../render/slack/limits.ts';
import { answerBlocks } from '../../../render/slack/message.ts';
import { plainText } from '../../../render/slack/mrkdwn.ts';
import type { SlackBlock, SlackMessage, SlackModal } from '../../../render/slack/schema.ts';
import { browseRow, paragraph, small } from './parts.ts';

export const BROWSE_VIEW = 'browse-figures';

/** The selects of the modal; `share` is read at submission only. */
export const FIELDS = {
  metric: 'browse-metric',
  segment: 'browse-segment',
  period: 'browse-period',
  comparison: 'browse-comparison',
  share: 'browse-share',
} as const;
export type Field = keyof typeof FIELDS;

const COMPARISON_LABELS: Readonly<Record<Comparison, string>> = {
  figure: 'The figure',
  yoy: 'Change year on year',
  qoq: 'Change quarter on quarter',
  'since-year-end': 'Change since the last fiscal year-end',
  trend: 'Trend by quarter',
  target: 'Progress towards the target',
};

const chosenSchema = z.object({
  metric: z.string().optional(),
  segment: z.string().optional(),
  period: z.string().optional(),
  comparison: z.string().optional(),
});
/** What was chosen so far, as the view carries it. */
export type Chosen = z.infer<typeof chosenSchema>;

/** What a view carries; nothing where it can't be read. */
export function chosenIn(metadata: string): Chosen {
  try {
    return chosenSchema.parse(JSON.parse(metadata));
  } catch {
    return {};
  }
}

const listed = <T extends string>(list: readonly T[], value: string | undefined): T | null =>
  list.find((x) => x === value) ?? list[0] ?? null;

/** The pick nearest to what was chosen: what no longer exists after a choice gives way to the first that does. Null without a metric. */
export function pickOf(base: FactBase, chosen: Chosen): Pick | null {
  const metric = metricsToPick(base).find((m) => m.id === chosen.metric)?.id;
  if (metric === undefined) return null;
  const segment = listed(segmentsToPick(base, metric), chosen.segment);
  if (segment === null) return null;
  const wanted = parsePeriod(chosen.period ?? '');
  const period = listed(periodsToPick(base, metric, segment), wanted ? spell(wanted) : undefined);
  if (period === null) return null;
  const offered = comparisonsToPick(base, metric, segment, period);
  const comparison = listed(
    offered,
    COMPARISONS.find((c) => c === chosen.comparison),
  );
  return comparison === null ? null : { metric, segment, period, comparison };
}

const text = (value: string, max: number): { type: 'plain_text'; text: string } => ({
  type: 'plain_text',
  text: plainText(value, max),
});

interface Option {
  text: { type: 'plain_text'; text: string };
  value: string;
}

/** An option of a select. */
export const optionOf = (label: string, value: string): Option => ({
  text: text(label, LIMITS.option),
  value,
});

const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

/** A select of what exists; its block is named after what it hangs on, so that Slack keeps no stale choice. */
function choice(
  field: Field,
  label: string,
  options: readonly Option[],
  value: string,
  on: string,
): SlackBlock {
  const initial = options.find((o) => o.value === value);
  return {
    type: 'input',
    block_id: `${field} ${on}`.slice(0, LIMITS.blockId),
    dispatch_action: true,
    label: text(label, LIMITS.label),
    element: {
      type: 'static_select',
      action_id: FIELDS[field],
      options: options.slice(0, LIMITS.options),
      ...(initial ? { initial_option: initial } : {}),
    },
  };
}

function metricField(base: FactBase, pick: Pick | null): SlackBlock {
  return {
    type: 'input',
    block_id: 'metric',
    dispatch_action: true,
    label: text('Metric', LIMITS.label),
    element: {
      type: 'external_select',
      action_id: FIELDS.metric,
      min_query_length: 1,
      placeholder: text('Type a name, such as op inc', LIMITS.placeholder),
      ...(pick ? { initial_option: optionOf(metricOf(base, pick.metric).label, pick.metric) } : {}),
    },
  };
}

function detailFields(base: FactBase, { metric, segment, period, comparison }: Pick): SlackBlock[] {
  const startMonth = base.calendar.startMonth;
  return [
    choice(
      'segment',
      'Segment',
      segmentsToPick(base, metric).map((s) => optionOf(segmentOf(base, s).label, s)),
      segment,
      metric,
    ),
    choice(
      'period',
      'Period',
      periodsToPick(base, metric, segment).map((p) => optionOf(capital(describePeriod(p, startMonth)), p)),
      period,
      `${metric} ${segment}`,
    ),
    choice(
      'comparison',
      'Show',
      comparisonsToPick(base, metric, segment, period).map((c) => optionOf(COMPARISON_LABELS[c], c)),
      comparison,
      `${metric} ${segment} ${period}`,
    ),
  ];
}

const shareField: SlackBlock = {
  type: 'input',
  block_id: 'share',
  optional: true,
  label: { type: 'plain_text', text: 'Share in' },
  element: {
    type: 'conversations_select',
    action_id: FIELDS.share,
    default_to_current_conversation: true,
    response_url_enabled: true,
  },
};

/** The way to the modal from where a message can't open it. */
export function browseMessage(): SlackMessage {
  const text = 'Choose metric, segment, period and comparison from lists of what there is.';
  return { text, blocks: [paragraph(text), browseRow()] };
}

/** The modal for choosing a figure: each choice offers only what exists, and the answer stands below them. */
export function browseView(base: FactBase, chosen: Chosen): SlackModal {
  const pick = pickOf(base, chosen);
  const question = pick && questionOf(base, pick);
  const answer = question === null ? null : ask(base, question).answer;
  return {
    type: 'modal',
    callback_id: BROWSE_VIEW,
    title: { type: 'plain_text', text: 'Browse figures' },
    close: { type: 'plain_text', text: 'Close' },
    ...(answer ? { submit: { type: 'plain_text', text: 'Share' } } : {}),
    private_metadata: JSON.stringify(pick ?? {}),
    blocks: [
      metricField(base, pick),
      ...(pick ? detailFields(base, pick) : [small('Segment, period and comparison follow the metric.')]),
      ...(answer ? [{ type: 'divider' as const }, ...answerBlocks(base, answer, 'modal'), shareField] : []),
    ],
  };
}
