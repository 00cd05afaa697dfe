import { useT } from '../texts/load.ts';
import { cx } from './cx.ts';

/** Bones in the shape of what is coming. They appear after 200 ms, so a fast answer never flickers. */
export function Skeleton({ lines = 3, className }: { lines?: number; className?: string }) {
  const t = useT();
  return (
    <div role="status" className={cx('flex flex-col gap-3', className)}>
      <span className="sr-only">{t('ui.loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome's key rule speaks of lists that change; bones never do.
        <Bone key={`bone-${line + 1}`} width={['92%', '78%', '85%', '60%'][line % 4]} />
      ))}
    </div>
  );
}

export function Bone({ width = '100%', height = '1rem' }: { width?: string; height?: string }) {
  return <div className="bone" style={{ width, height }} aria-hidden />;
}

/** A table before its rows. */
export function TableSkeleton({ columns, rows = 6 }: { columns: number; rows?: number }) {
  const t = useT();
  return (
    <div role="status" className="flex flex-col gap-5 p-4">
      <span className="sr-only">{t('ui.loading')}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={`row-${row + 1}`} className="flex gap-6">
          {Array.from({ length: columns }, (_, column) => (
            <Bone key={`column-${column + 1}`} width={column === 0 ? '40%' : `${60 / columns}%`} />
          ))}
        </div>
      ))}
    </div>
  );
}

/** A page before its content. */
export function PageSkeleton() {
  return (
    <div className="mx-auto flex w-full max-w-page flex-col gap-6 px-4 py-6 md:px-8">
      <Bone width="min(24rem, 70%)" height="2.25rem" />
      <Skeleton lines={6} />
    </div>
  );
}
