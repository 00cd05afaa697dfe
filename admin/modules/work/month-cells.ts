import type { MonthShare } from '#modules/work/work.contract.ts';

export type CellLook = 'done' | 'part' | 'late' | 'ahead' | 'planned';

/** How the square of one month looks today ('YYYY-MM'). */
export function lookOf(share: MonthShare, today: string): CellLook {
  if (share.due === 0) return 'planned';
  if (share.filled >= share.due) return 'done';
  if (share.month < today) return 'late';
  return share.month === today ? 'part' : 'ahead';
}
