/** Who asks, and for what: clauses that speak of the asker and not of the document. */
const PERSONAL = /\b(?:i|i'm|im|we|we're|my|our|me|us|ours|mine)\b/i;
const ASKS =
  /\b(?:what|how|which|when|where|who|why|is|are|was|were|did|does|do|has|have|can|could|would|please|tell|give|show|need|want)\b/i;

/** What a figure is wanted for; nothing of it is a figure. */
const USE =
  '(?:version|translation|report|memo|deck|model|slides?|notes?|paper|working papers?|workpaper|meeting|call|presentation|reconciliation|article|story|piece|boss|team|spreadsheet|summary|newsletter|file|files|board|cfo|ceo|editor|readers?|clients?|colleagues?|analysis|review|audit|valuation|benchmark\\w*|testing|test|comparison table|write-?up|draft|email|mail|brief(?:ing)?|dashboard|thesis|homework|class|course|pitch|post|tweet|headline|footnotes?|disclosure|filing)';
const PURPOSE = new RegExp(
  `(?:^|[,;.]?\\s)(?:for|in) (?:my|our|the|a|an|this|their|his|her)(?: (?!of\\b|in\\b|for\\b)[\\w-]+){0,3}? ${USE}(?=\\s*(?:[,:;.?!]|$))[,:]?`,
  'gi',
);

/** "As a base for our model": what a figure is to be the beginning of. */
const BASE =
  /(?:^|[,;.]?\s)as (?:an? |the |my |our )?(?:base|basis|input|starting point|foundation|background|anchor|benchmark|point of reference) (?:for|to|in|of) (?:my|our|the|a|an|this|their)(?: [\w-]+){1,4}?(?=\s*(?:[,:;.?!]|$))[,:]?/gi;

/** Where one clause of the asker ends and the question begins: a stop, or "so I'd like to know". */
const CLAUSE =
  /^([^.:!?;]{3,160}?)(?:[.:!;](?=\s)|,? (?:and )?(?:so|hence) (?=(?:i|we|please|could|can|would|what|how|tell|give)\b))\s*/i;

/**
 * The question without what is only said around it: "I work in HR." before it, "for my tax memo" beside it. `asks` tells
 * whether what would be left still names something to ask about, and whether nothing it needs is in what goes.
 */
export function withoutPreamble(text: string, asks: (rest: string, dropped: string) => boolean): string {
  let kept = text;
  for (let m = CLAUSE.exec(kept); m; m = CLAUSE.exec(kept)) {
    const [all, clause = ''] = m;
    const rest = kept.slice(all.length);
    const aside = PERSONAL.test(clause) || /\b(?:so|hence) $/i.test(all);
    if (!aside || !ASKS.test(rest) || !asks(rest, clause)) break;
    kept = rest;
  }
  const plain = kept
    .replace(PURPOSE, ' ')
    .replace(BASE, ' ')
    .replace(/\s+(?=[?!.,;:\s])/g, '')
    .trim();
  return plain !== kept && asks(plain, '') ? plain : kept;
}
