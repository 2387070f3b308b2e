import type { Figure } from '../model/answer.ts';
import { decimal, roundTo } from '../model/decimal.ts';
import { numberOf } from '../resolve/figure.ts';
import type { Agreement } from './agree.ts';
import type { Draft } from './claim.ts';

/** "Doubled" is said of anything within a tenth of it. */
const LOOSE = decimal('0.1');
const ALMOST = decimal('0.85');

/** Whether a factor between two levels is the one claimed: "doubled", "almost tripled", "2.9 times". */
export function multipleAgrees(draft: Draft, figure: Figure): Agreement {
  const value = numberOf(figure);
  const factor = draft.numeral?.low ?? draft.movement?.times;
  if (!value || !factor || figure.unit !== 'times' || value.lte(0)) return null;
  switch (draft.hedge) {
    case 'almost':
      return value.lte(factor) && value.gte(factor.times(ALMOST)) ? 'rounds' : null;
    case 'over':
    case 'at-least': {
      const beyond = factor.lt(1) ? value.lte(factor) : value.gte(factor);
      return beyond && value.lte(factor.times(2)) ? 'rounds' : null;
    }
    case 'under':
    case 'at-most':
      return value.lte(factor) ? 'rounds' : null;
    case 'about':
    case 'exact':
      if (draft.numeral) {
        if (value.eq(factor)) return 'exact';
        return roundTo(value, draft.numeral.decimals).eq(factor) ? 'rounds' : null;
      }
      return value.minus(factor).abs().lte(factor.times(LOOSE)) ? 'rounds' : null;
  }
}
