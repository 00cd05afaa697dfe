import { shortDay } from '#lib/format.ts';
import type { GrantRow } from '#modules/access/access.contract.ts';
import type { t as translate } from '../../texts/texts.ts';

type Days = Pick<GrantRow, 'validFrom' | 'lastDay'>;

/** 'từ 01/12/2026 đến 05/12/2026'; one that was taken back on the day it was given never held a whole day. */
export function grantDays({ validFrom, lastDay }: Days, t: typeof translate): string {
  const from = shortDay(validFrom);
  if (lastDay === null) return t('org.grants.from', { from });
  if (lastDay < validFrom) return t('org.grants.ended', { day: from });
  return t('org.grants.fromTo', { from, to: shortDay(lastDay) });
}

/** Whether the role holds on `today` ('YYYY-MM-DD'), will hold, or is past. */
export function grantStanding({ validFrom, lastDay }: Days, today: string): 'now' | 'later' | 'past' {
  if (lastDay !== null && lastDay < today) return 'past';
  return validFrom > today ? 'later' : 'now';
}
