import { dayOf } from '#lib/format.ts';
import { addDays } from '#lib/working-days.ts';

/** How a right of use stands today; null where it does not end soon. */
export function rightsOf(until: string | null, today = dayOf(Date.now())): 'ended' | 'ending' | null {
  if (until === null) return null;
  if (until <= today) return 'ended';
  return until <= addDays(today, 30) ? 'ending' : null;
}
