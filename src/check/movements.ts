import { type Decimal, decimal } from '../model/decimal.ts';

/**
 * A word that says which way something moved. `of`: the value itself, or the size of a loss ("the loss narrowed").
 * `times`: by which factor, where the word says it ("doubled"). `record`: the most or least there has been.
 */
export interface Movement {
  to: 'up' | 'down' | 'flat';
  of: 'value' | 'size' | 'quality';
  times: Decimal | null;
  record: boolean;
  /** Makes a claim by itself; "up" needs a number beside it. */
  claims: boolean;
  /** Speaks of the number before it: "5 higher". */
  behind: boolean;
}

type Entry = readonly [pattern: string, movement: Partial<Movement> & Pick<Movement, 'to'>];

const two = decimal(2);

const OWN: readonly Entry[] = [
  ['doubl(?:ed|es|ing)|doubling|twofold|two-fold', { to: 'up', times: two }],
  ['tripl(?:ed|es|ing)|trebl(?:ed|es|ing)|threefold|three-fold', { to: 'up', times: decimal(3) }],
  ['quadrupl(?:ed|es|ing)|fourfold|four-fold', { to: 'up', times: decimal(4) }],
  ['quintupl(?:ed|es|ing)|fivefold|five-fold', { to: 'up', times: decimal(5) }],
  ['halv(?:ed|es|ing)', { to: 'down', times: decimal('0.5') }],
  ['narrow(?:ed|s|ing|er)?', { to: 'down', of: 'size' }],
  ['widen(?:ed|s|ing)?|wider', { to: 'up', of: 'size' }],
  ['improv(?:ed|es|ing|e|ement|ements)', { to: 'up', of: 'quality' }],
  ['worsen(?:ed|s|ing)?|deteriorat(?:ed|es|ing|e|ion)|weaken(?:ed|s|ing)?', { to: 'down', of: 'quality' }],
  [
    'unchanged|flat|stable|steady|no change|maintained|kept (?:at|its|the)|left unchanged|reaffirmed|reiterated|reconfirmed|stayed the same|did not change',
    { to: 'flat' },
  ],
  ['record(?:[- ]high)?|all-time high|highest(?:[- ]ever)?', { to: 'up', record: true }],
  ['record[- ]low|all-time low|lowest(?:[- ]ever)?', { to: 'down', record: true }],
  [
    'rose|rises?|risen|rising|grew|grows?|grown|growing|growth|increas(?:ed|es|e|ing)|climb(?:ed|s|ing)?|jump(?:ed|s|ing)?|surg(?:ed|es|e|ing)|soar(?:ed|s|ing)?|gain(?:ed|s|ing)?|advanc(?:ed|es|ing)|expand(?:ed|s|ing)?|expansion|rais(?:ed|es|ing|e)|lift(?:ed|s|ing)?|hik(?:ed|es|ing|e)|upgrad(?:ed|es|ing|e)|boost(?:ed|s|ing)?|added|picked up|went up|gone up|going up|accelerat(?:ed|es|ing)|rebound(?:ed|s|ing)?|recover(?:ed|s|ing)?|upward|uplift',
    { to: 'up' },
  ],
  [
    'fell|falls?|fallen|falling|declin(?:ed|es|e|ing)|decreas(?:ed|es|e|ing)|dropp(?:ed|ing)|drops?|shrank|shrunk|shrinks?|shrinking|reduc(?:ed|es|ing|tion|e)|lower(?:ed|ing)|cuts?|cutting|trimm(?:ed|ing)|slash(?:ed|es|ing)?|downgrad(?:ed|es|ing|e)|slipp(?:ed|ing)|slips?|dipp(?:ed|ing)|dips?|slid|slides?|sliding|tumbl(?:ed|es|ing)|plung(?:ed|es|ing)|sank|contracted|contraction|went down|gone down|going down|eas(?:ed|es|ing)|shed|sheds|shedding|repaid|paid down|downward',
    { to: 'down' },
  ],
  ['up', { to: 'up', claims: false }],
  ['down', { to: 'down', claims: false }],
  ['higher|more|greater|larger|better|stronger|above|ahead', { to: 'up', claims: false, behind: true }],
  ['lower|less|fewer|smaller|worse|weaker|below|short', { to: 'down', claims: false, behind: true }],
];

const PATTERN = new RegExp(
  OWN.map(([p], i) => `(?<m${i}>(?<![\\p{L}\\p{N}-])(?:${p})(?![\\p{L}\\p{N}]))`).join('|'),
  'gu',
);

const MOVEMENTS: readonly Movement[] = OWN.map(([, m]) => ({
  of: 'value',
  times: null,
  record: false,
  claims: true,
  behind: false,
  ...m,
}));

const GROUPS = OWN.map((_, i) => `m${i}`);

/** Turns of phrase in which such a word moves nothing. */
const IDLE =
  /(?:set|mak(?:e|es|ing)|made|sign(?:ed|ing)?|follow(?:ed|ing)?|look(?:ed|ing)?|catch|open(?:ed|ing)?|back|start(?:ed|ing)?|wrap(?:ped)?|sum(?:med)?|line[sd]?|broken|break|write|scal(?:ed|ing)) (?:up|down)$|(?:tax|price|pay|cost|power) cuts?$|(?:for the|on) record$|rising stars?$/;
/** What a comparative stands behind when it tells how a number moved, rather than bounds the next one. */
const NUMBER =
  /(?:\d|%|\b(?:millions?|billions?|trillions?|mn|bn|tn|m|b|k|yen|jpy|oku|points?|pts?|pp|percent|pct|people|persons|contracts|employees|personnel|units|projects|staff))\s*$/;

/** The words of movement in a lower-case sentence. Those that only compare ("more than 1,000") are left out. */
export function movementsIn(text: string): { start: number; end: number; movement: Movement }[] {
  const found: { start: number; end: number; movement: Movement }[] = [];
  for (const m of text.matchAll(PATTERN)) {
    const index = GROUPS.findIndex((name) => m.groups?.[name] !== undefined);
    const movement = MOVEMENTS[index];
    const end = m.index + m[0].length;
    if (!movement || IDLE.test(text.slice(Math.max(0, m.index - 20), end))) continue;
    if (
      movement.behind &&
      (!NUMBER.test(text.slice(Math.max(0, m.index - 16), m.index)) || /^ or\b/.test(text.slice(end)))
    )
      continue;
    found.push({ start: m.index, end, movement });
  }
  return found;
}
