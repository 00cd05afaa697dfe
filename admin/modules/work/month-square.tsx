import Check from 'lucide-react/icons/check';
import { shortMonth } from '#lib/format.ts';
import type { MonthShare } from '#modules/work/work.contract.ts';
import { useT } from '../../texts/load.ts';
import { cx } from '../../ui/cx.ts';
import { type CellLook, lookOf } from './month-cells.ts';

export const cellClass: Record<CellLook, string> = {
  done: 'border-success bg-success-soft text-success',
  part: 'border-info bg-info-soft text-info',
  late: 'border-danger bg-danger-soft text-danger font-semibold',
  ahead: 'border-edge bg-paper text-muted',
  planned: 'border-dashed border-edge bg-paper text-muted',
};

/** One month of an activity as a small square: n of m. */
export function MonthSquare({ share, today, named }: { share: MonthShare; today: string; named?: boolean }) {
  const t = useT();
  const look = lookOf(share, today);
  const month = shortMonth(share.month);
  const words =
    share.due === 0
      ? t('work.matrix.planned', { month })
      : `${t('work.matrix.cell', { month, filled: share.filled, due: share.due })}, ${t(`work.cell.${look}`)}`;
  return (
    <span
      title={words}
      className={cx(
        'inline-flex min-h-8 min-w-10 flex-col items-center justify-center rounded-sm border px-1 text-xs tabular-nums',
        cellClass[look],
      )}
    >
      <span className="sr-only">{words}</span>
      {named && (
        <span aria-hidden className="text-muted">
          {month}
        </span>
      )}
      <span aria-hidden className="inline-flex items-center gap-0.5">
        {look === 'done' && <Check size={12} strokeWidth={3} />}
        {share.due === 0 ? '·' : `${share.filled}/${share.due}`}
      </span>
    </span>
  );
}

const looks: readonly CellLook[] = ['done', 'part', 'late', 'ahead', 'planned'];

export function SquareLegend() {
  const t = useT();
  return (
    <ul aria-label={t('work.matrix.legend')} className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
      {looks.map((look) => (
        <li key={look} className="inline-flex items-center gap-1.5">
          <span aria-hidden className={cx('inline-block size-3.5 rounded-sm border', cellClass[look])} />
          {t(`work.cell.${look}`)}
        </li>
      ))}
    </ul>
  );
}
