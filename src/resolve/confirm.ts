import type { Said } from '../understand/said.ts';

/** What turns a statement into a question: "..., didn't it?", "..., no?", "..., correct?". */
const TAG =
  /(?:, ?(?:no|yes|yeah|yep|right|correct|true|eh|huh|innit|ya|ok|okay|surely|i (?:think|guess|believe|assume|suppose))|[, ] ?(?:is|was|are|were|do|does|did|has|have|had|will|would|can|could)(?: not)? (?:it|they|that|he|she|we|there)) ?\?{0,3}$/i;

const ASKS = /\b(?:what|whats|which|how|when|where|who|whose|why|or|versus|vs what)\b/i;

/** A statement with its own predicate: it says which way something went, or that one thing is more than another. */
const STATES =
  /\b(?:(?:higher|lower|bigger|smaller|larger|greater|better|worse|stronger|weaker|more|less|fewer|faster|slower) than|above|below|rose|grew|fell|shrank|increased|decreased|declined|dropped|improved|worsened|narrowed|widened|climbed|jumped|doubled|tripled|halved|exceed(?:s|ed)?|outpaced|outgrew|getting \w+|being \w+|gets \w+|(?:up|down)(?= (?:both|since|vs|from|on|against|year|quarter|yoy|qoq|compared|again|this|in|at|by|over)\b| ?\?)|went (?:up|down)|going (?:up|down)|gone (?:up|down)|(?:raised|cut|lowered)\s*(?:this|again|to|\?))(?=\W|$)/i;

/** "X went up, didn't it?", "X higher than Y?": a statement put for confirmation, where it says anything to confirm. */
export function confirms(text: string, claims: boolean): boolean {
  const said = text.replace(TAG, '');
  if (ASKS.test(said)) return false;
  if (said !== text) return claims || STATES.test(said);
  return text.endsWith('?') && STATES.test(text);
}

/** "Did it rise or fall?", "profitable or loss-making?": both are said, and neither is claimed. */
export function isEitherWay(said: Said): boolean {
  if (!/\bor\b/i.test(said.text)) return false;
  const both = (a: string, b: string): boolean => said.tags.has(a) && said.tags.has(b);
  return (
    both('Rise', 'Fall') || both('Higher', 'Lower') || (SIGN.up.test(said.text) && SIGN.down.test(said.text))
  );
}

const SIGN = {
  up: /\b(?:profitable|in(?:to)? the black|positive|profit)\b/i,
  down: /\b(?:unprofitable|loss[- ]making|in(?:to)? the red|negative|loss(?:es)?)\b/i,
};
