/** A text with claims that are supported, wrong, and the wrong way round. */
export const DRAFT =
  'Operating income rose 64.5% to JPY 4.0 billion in the nine months; IIJ-Global lost 1.5bn; headcount fell by 14 to 1,951.';
