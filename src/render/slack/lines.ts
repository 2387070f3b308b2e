import type { FactBase } from '../../facts/base.ts';
import type { Line } from '../../model/answer.ts';
import type { OutputUnit } from '../../model/query.ts';
import { lineText, partText } from '../text.ts';
import { escaped } from './mrkdwn.ts';

/** Leading spaces and dashes of the plain text as Slack's bullets, which it doesn't indent by itself. */
function bulleted(text: string): string {
  const {
    indent = '',
    dash,
    rest = '',
  } = /^(?<indent> *)(?<dash>- )?(?<rest>[^]*)$/.exec(text)?.groups ?? {};
  if (indent === '' && dash === undefined) return rest;
  return indent.length > 2 && dash === undefined ? `      ${rest}` : `• ${rest}`;
}

/** A line of an answer as mrkdwn. With `bold`, its figures stand out. */
export function lineMrkdwn(base: FactBase, line: Line, unit: OutputUnit | null, bold = false): string {
  const text = line
    .map((part) => {
      const shown = escaped(partText(base, part, unit));
      return bold && part.t === 'figure' ? `*${shown}*` : shown;
    })
    .join('');
  return bulleted(text);
}

/** A line as the text of a header or a button: literal, without formatting. */
export const linePlain = (base: FactBase, line: Line, unit: OutputUnit | null): string =>
  lineText(base, line, unit);
