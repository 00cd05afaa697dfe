import { useT } from '../texts/load.ts';
import { cx } from './cx.ts';

const named = (what: string, count: number) => Array.from({ length: count }, (_, at) => `${what}-${at}`);
const widths = ['92%', '78%', '85%', '60%'];

/** Bones in the shape of what is coming. They appear after 200 ms, so a fast answer never flickers. */
export function Skeleton({ lines = 3, className }: { lines?: number; className?: string }) {
  const t = useT();
  return (
    <div role="status" className={cx('flex flex-col gap-3', className)}>
      <span className="sr-only">{t('ui.loading')}</span>
      {named('line', lines).map((line, at) => (
        <Bone key={line} width={widths[at % widths.length]} />
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
      {named('row', rows).map((row) => (
        <div key={row} className="flex gap-6">
          {named('column', columns).map((column, at) => (
            <Bone key={column} width={at === 0 ? (columns === 1 ? '80%' : '40%') : `${60 / columns}%`} />
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
