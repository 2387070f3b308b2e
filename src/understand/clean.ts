/** Slack's escapes, in the order that undoes them once. */
const ESCAPES: readonly (readonly [RegExp, string])[] = [
  [/&lt;/g, '<'],
  [/&gt;/g, '>'],
  [/&amp;/g, '&'],
];

const ABBREVIATIONS: readonly (readonly [RegExp, string])[] = [
  [/\bvs\./gi, 'vs'],
  [/\bqtr(s?)\./gi, 'qtr$1'],
  [/\bno\. of\b/gi, 'number of'],
  [/\bmin(?:\.| )\s?(?=int(?:erests?)?\b)/gi, 'minority '],
  [/\bapprox\./gi, 'approx'],
  [/\b(jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.(?=\s*\S)/gi, '$1 '],
  [/\b([A-Za-z]{1,2}) ?& ?([A-Za-z])\b/g, '$1&$2'],
  [/\bU\.S\.(A\.)?/g, 'US '],
];

/** Turns of phrase whose nouns name nothing. */
const IDIOMS: readonly (readonly [RegExp, string])[] = [
  [
    /\bhow much (?:cash|money)(?= (?:went|flowed|goes)| (?:was|were|has been|had been|is) (?:spent|paid|used|put|laid))/gi,
    'how much',
  ],
  [/\bhow much (?:cash|money)(?= did \w+ (?:spend|pay|use|put))/gi, 'how much'],
  [/\breturn(?:ed|s|ing)? (?=(?:back )?(?:in)?to (?:an? |the )?(?:profit|loss|black|red)\w*\b)/gi, 'turned '],
  [
    /\bhow (?:big|large|small|high|low|sizeable) (?=an? |is\b|was\b|were\b|are\b|did\b|does\b|do\b|has\b|have\b|the\b|its\b|our\b|their\b)/gi,
    'how much ',
  ],
  [/\bturn(?:s|ed)? (?:out(?: to be)?|in)\b/gi, 'came out'],
  [/\bexcl\b\.?/gi, 'excluding'],
  [/\bnet (loss|income|profit) (?:was|is|were) (?=attributable\b)/gi, 'net $1 '],
  [/\b(yen|jpy) (?:per|a) share (?=.{0,80}\bdividend)/gi, '$1 '],
  [/\bper cent\b/gi, 'percent'],
  [/,\s*\w+-wise\b(?=\W*$)/gi, ''],
  [/\b(\w+)-wise\b/gi, '$1'],
  [
    /\b(?:from )?(?:the )?(best|highest|largest|biggest|most|strongest|top|high) (?:one )?(?:down )?to (?:the )?(?:worst|lowest|smallest|least|weakest|bottom|low)\b/gi,
    '$1 first',
  ],
  [
    /\b(?:from )?(?:the )?(worst|lowest|smallest|least|weakest|bottom|low) (?:one )?(?:up )?to (?:the )?(?:best|highest|largest|biggest|most|strongest|top|high)\b/gi,
    '$1 first',
  ],
  [/[,;:]?\s*\(?\b(?:y ?\/ ?n|yes ?(?:\/|or) ?no|t ?\/ ?f|true (?:\/|or) false)\b\)?\s*\??\s*$/i, ', right?'],
  [/\brec(?:v|ei?v)?['’]d\b/gi, 'received'],
  [/(?<=[a-z0-9]\s?)(?:<=?)(?=\s?[a-z])/gi, ' less than '],
  [/(?<=[a-z0-9]\s?)(?:(?<!-)>=?)(?=\s?[a-z])/gi, ' more than '],
  [/\b(tell|give|show|let|remind|help|send|walk|allow|get) us\b/gi, '$1 me'],
  [/\bB\/S\b/gi, 'balance sheet'],
  [/(?<=^|\s)b\/?c(?= (?:of|why|the)\b| ?\?)/gi, 'because'],
  [/(?<=[a-z\s])@ ?(?=\d)/gi, ' at '],
  [/\b(?:join(?:s|ed|ing)?|enter(?:s|ed|ing)?|bec[ao]me part of|belong(?:s|ed)? to) the group\b/gi, 'joined'],
  [/\b(please|kindly|can you|could you|would you) restate\b/gi, '$1 show'],
  [
    /\bcontracts? (?:with|of|for|at) (?:a )?bandwidths? (?=(?:of )?(?:above|over|exceeding|more than|greater than|>))/gi,
    'contracts ',
  ],
  [
    /^before (?:it|they|this|that) (?:was|were|got) (?:trimmed|cut|lowered|revised|reduced|raised|changed|slashed),? ?/i,
    'initially, ',
  ],
  [/^(?:and |now |next,? )?turning (?:now |next |back |briefly )?to\b/i, 'for'],
  [/\ball told\b/gi, 'in total'],
  [/\bby (?:what|which) factor\b(?!.*\bfrom\b.*\bto\b)/gi, 'by how much'],
  [
    /\b(?:surpass|outstrip|eclips|outperform)(?:e?s|e?d|ped|e|ing)?\b|(?<=\b(?:did|does|do)\b[^.;?]{1,60} )beats?\b/gi,
    'exceed',
  ],
  [
    /\b(?:(?:leav|sett|putt)ing (?:aside )?|ignoring |disregarding |forget(?:ting)? |never mind )(?:the )?(?:rest|remainder|other (?:segments|businesses|divisions|units|parts))(?: of (?:the |its )?\w+)?(?: (?:aside|out|apart))?[,:]?/gi,
    '',
  ],
  [/\b(?:leav|sett|putt)ing ((?:the )?[^,.;?]{3,60}?) (?:out|aside)\b/gi, 'excluding $1'],
  [
    /\b(loss|profit|income|result|earnings)(?: (?:was|were|is|(?:that|which) (?:was|is)))? (?:attributed|ascribed|allocated|apportioned|fell|falls) (?:to|on) (?=(?:the |its )?(?:minorit|non-?controlling|outside |other shareholders|shareholders|owners))/gi,
    '$1 attributable to ',
  ],
  [/\bdivid(?:e|es|ing) ((?:(?!\bby\b)[^,;?]){3,80}?) by\b/gi, '$1 divided by'],
  [
    /(?<=[a-z0-9)"]) ?(?:,|&|\+|,? and\b|\bplus\b) ?(?:also )?(?:in |from |on )?(?:which|what) (?:section|page|slide)s?(?: (?:is|was|are|has) (?:it|that|this|they)(?: (?:printed|shown|found|given|in))?)?\W*$/gi,
    '',
  ],
  [
    /\b(look|looking|sign|signing|set|sets|setting|follow|follows|catch|come|came|comes|end|ended|break|open|opened|write|bring|brought|take|took|start|started|eat|eats|ate|eaten|swallow|swallowed)\s?-?(?:ing)? (?:it |them )?(?:up|off)\b(?! \d)/gi,
    '$1',
  ],
  [/\bup (?=to|until|till|through)\b/gi, ''],
  [/\b(?:by (?:that|which|this) )?I mean(?: by that)?\b/gi, ''],
  [/[,(]\s?meaning\b(?! of)/gi, ','],
  [/\bmeant to\b/gi, 'planned to'],
  [/\b1-time\b/gi, 'one-time'],
  [/\s=\s*what\b/gi, ' mean'],
  [/\s=\s*which\b/gi, ' mean which'],
  [/\s=\s*(?=\?)/g, ''],
  [/\bturn(?:ed|s)? over\b/gi, 'turnover'],
  [/(^|\b(?:what|which|the) )%\s?of\b/i, '$1percentage of'],
  [
    /\b(?:(?:that|which) (?:are|is|were|was) )?(?:classified|categori[sz]ed|designated|treated|held) as (?=(?:available|marketable|non-?marketable|unlisted|listed)\b)/gi,
    '',
  ],
  [/\btop(?:s|ped|ping)?(?= (?:that|those)\b)/gi, 'exceed'],
  [/(?<=[a-z0-9])\s+\+\s+(?=[a-z0-9])|(?<=\d|\dq)\+(?=\dq|q\d)/gi, ' plus '],
  [/^\W*(?:ta|tx|tks|tnx|kk?)\W*$/i, 'thanks'],
  [/\br\b(?= (?:the|there|these|those|you|u)\b)|(?<=\bwhere )r\b/gi, 'are'],
  [/\bBS\b/g, 'balance sheet'],
  [/\(no [a-z]+\)/gi, ''],
  [
    /\s?\/\s?(?=(?:(?:total|tot|ttl)\.? )?(?:revs?|revenues?|sales|(?:(?:IIJ |IIJ's )?(?:shareholders'?|sh\.?) )?equity|assets|pre-?tax (?:income|inc|profit)|PBT|employees?|headcount)\b)/gi,
    ' divided by ',
  ],
  [/\bw\/o\b/gi, 'without'],
  [/\bw\/(?=\s)/gi, 'with'],
  [/(?<=[a-z])\s*\+\s*(?=[a-z(])/gi, ' plus '],
  [
    /\b(?:rather than|instead of|not) the (?:revised|initial|original|new|old|previous)(?: (?:one|target|figure|guidance))?\b/gi,
    '',
  ],
  [/\bwithout (?:annuali[sz]\w+)(?: \w+)?/gi, ''],
  [/\b(?:amount|level|value|figure),? not (?:the )?(?:chg|change|growth|delta)s?\b/gi, 'amount'],
  [
    /\b(first|second|third|1st|2nd|3rd) (and|to|or) (?:the )?(second|third|fourth|2nd|3rd|4th) (?:fiscal )?(quarter|qtr|half)s?/gi,
    '$1 $4 $2 $3 $4',
  ],
  [/\bat (?:what|which) (?:book|carrying) (?:value|amount)\b/gi, 'at what amount'],
  [/\bsecured (?=borrowings?\b|loans?\b|debts?\b|bank\b)/gi, 'collateralized '],
  [/^\W*y (?=[a-z])/i, 'why '],
  [/\b(?:thru|till)\b/gi, 'through'],
  [/\be-mails?\b/gi, 'email'],
  [/\bP ?& ?L\b/gi, 'income statement'],
  [/\bin order (?=to|for|that)/gi, ''],
  [/\bin (?:descending|ascending|decreasing|increasing|that|this|chronological) order\b/gi, ''],
  [
    /,? ?\(?\b(?:not|rather than|instead of) (?:just )?(?:the )?(?:cumulative(?:ly)?|ytd|year[- ]to[- ]date|nine[- ]months?|9m)(?: (?:figure|number|total|one|amount|value|result|period|basis)s?)?\b\)?/gi,
    ' alone',
  ],
  [
    /,? ?(?<!\b(?:did|does|do|has|have|had|will|would|could|can)\b[^,.;?]{0,60})\b(?:not|rather than|instead of) (?:just )?(?:(?:the|its|their|a) )?(?:yoy |qoq |percentage |year-on-year )?(?:change|growth|movement|increase|difference|ratio|percentage|share|quarter|nine months|cumulative figure|target|forecast)s?\b/gi,
    '',
  ],
  [
    /\bwithout (?:the |saying )?["']?(?:abbreviati\w+|rounding|commas|decimals|using|any|millions?|billions?|units?|scal\w+|suffix\w*)\b[^,.;?]*/gi,
    '',
  ],
  [
    /(?<=\b[1-4]Q(?: ?(?:FY)? ?'?(?:20)?\d\d)?|\bQ[1-4](?: ?(?:FY)? ?'?(?:20)?\d\d)?) (?:standalone|stand-alone)\b/gi,
    ' alone',
  ],
  [
    /\b(?:earnings|results) (?=(?:release|report|document|deck|call|presentation|announcement|material|summary)s?\b)/gi,
    '',
  ],
];

const CONTRACTIONS: readonly (readonly [RegExp, string])[] = [
  [/\bwhat['’]?s\b/gi, 'what is'],
  [/\bwhere['’]s\b/gi, 'where is'],
  [/\bwho['’]s\b/gi, 'who is'],
  [/\bhow['’]s\b/gi, 'how is'],
  [/\bwhen['’]s\b/gi, 'when is'],
  [/\bthat['’]s\b/gi, 'that is'],
  [/\bit['’]s\b/gi, 'it is'],
  [/\blet['’]s\b/gi, 'let us'],
  [/\b(did|does|do|was|were|is|are|has|have|had|could|would|should)n['’]?t\b/gi, '$1 not'],
  [/\bcan['’]?t\b/gi, 'can not'],
  [/\bwon['’]t\b/gi, 'will not'],
  [/\b(\w+)['’](ve|re|d|ll|m)\b/gi, '$1'],
];

/**
 * The question as plain text: Slack's mentions, channels, links, emoji codes, markup and escapes read through,
 * full-width digits and smart quotes made plain, contractions opened. Never longer than a small multiple of the input.
 */
export function clean(raw: string): string {
  let text = raw
    .replace(/<(?:@|#|!)[^>]{0,200}>/g, ' ')
    .replace(
      /<((?:https?|mailto|tel):[^>|]{0,500})(?:\|([^>]{0,200}))?>/g,
      (_all, _url, label?: string) => label ?? ' ',
    );
  for (const [pattern, to] of ESCAPES) text = text.replace(pattern, to);
  text = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Cc}/gu, ' ')
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’‚`´]/g, "'")
    .replace(/[–—−‒―]/g, '-')
    .replace(/(?<=\s)\*+(?=\s)/g, 'asterisk')
    .replace(/(^|\s):[a-z0-9+][a-z0-9_+-]{0,40}:(?=\s|$|[.,!?])/gi, '$1 ')
    .replace(/(^|[\s("])[*_~'"]+(?=\S)/g, '$1')
    .replace(/(\S)[*_~"]+(?=$|[\s).,;:!?])/g, '$1')
    .replace(/(\S)'+(?=$|[\s),;:!?])/g, '$1')
    .replace(/\p{Extended_Pictographic}/gu, ' ')
    .replace(/\b(?:https?:\/\/|www\.)\S{1,300}/gi, ' ');
  text = withoutArrows(text);
  for (const [pattern, to] of [...IDIOMS, ...ABBREVIATIONS]) text = text.replace(pattern, to);
  for (const [pattern, to] of CONTRACTIONS) text = text.replace(pattern, to);
  return text.replace(/\s+/g, ' ').trim();
}

/** An arrow leads from one period to another; several list them. */
function withoutArrows(text: string): string {
  const arrow = /\s?(?:->|=>|→|⇒)\s?/g;
  return text.replace(arrow, (text.match(arrow)?.length ?? 0) > 1 ? ', ' : ' to ');
}

/** Whether the text is written in Japanese script, which Kessan declines for now. */
export function isJapanese(text: string): boolean {
  return /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text.replace(/決算/gu, ''));
}
