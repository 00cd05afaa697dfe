import { useT } from '../texts/load.ts';
import { cx } from './cx.ts';

export interface ProgressProps {
  done: number;
  total: number;
  /** Read aloud: of what. */
  label: string;
  tone?: 'primary' | 'success' | 'warning' | 'danger';
  className?: string;
}

const fills = { primary: 'bg-primary', success: 'bg-success', warning: 'bg-warning', danger: 'bg-danger' };

/** How far: 2/3 with a bar. */
export function Progress({ done, total, label, tone, className }: ProgressProps) {
  const t = useT();
  const share = total > 0 ? Math.min(1, done / total) : 0;
  const fill = fills[tone ?? (total > 0 && done >= total ? 'success' : 'primary')];
  return (
    <div className={cx('flex min-w-24 items-center gap-2', className)}>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={Math.min(done, total)}
        aria-valuetext={t('ui.progress.label', { done, total })}
        className="h-1.5 min-w-12 flex-1 overflow-hidden rounded-full bg-line"
      >
        <div className={cx('h-full rounded-full', fill)} style={{ width: `${share * 100}%` }} />
      </div>
      <span className="text-xs tabular-nums" aria-hidden>
        {done}/{total}
      </span>
    </div>
  );
}
