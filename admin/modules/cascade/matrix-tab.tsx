import { coverageMatrix } from '#modules/cascade/coverage.contract.ts';
import { useRead } from '../../app/data.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useT } from '../../texts/load.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { usePhone } from '../../ui/media.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { TabProps } from './coverage-tabs.tsx';
import { matrixRows } from './matrix-cells.ts';
import { MatrixGrid } from './matrix-grid.tsx';
import { MatrixLegend } from './matrix-legend.tsx';
import { MatrixList } from './matrix-list.tsx';

/** Line × unit: squares where there is room for them, on a phone one line at a time as a list. */
export function MatrixTab(props: TabProps) {
  const { plan, data, filters } = props;
  const t = useT();
  const phone = usePhone();
  const read = useRead(coverageMatrix, { planId: plan.id, within: filters.trong || undefined });
  if (read.error) return <ProblemNotice problem={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data) return <Skeleton lines={8} />;
  const lines = read.data.lineIds.flatMap((lineId) => data.lines.find((line) => line.lineId === lineId) ?? []);
  const rows = matrixRows(read.data, data.children);
  if (rows.length === 0 || lines.length === 0)
    return (
      <EmptyState small title={t('cascade.coverage.matrixNone')}>
        {t('cascade.coverage.matrixNoneHint')}
      </EmptyState>
    );
  if (phone) return <MatrixList {...props} lines={lines} rows={rows} />;
  return (
    <div className="flex flex-col gap-3">
      <MatrixLegend
        mixed={rows.some(({ cells }) => cells.some((cell) => cell.counts !== null && cell.single === null))}
      />
      <MatrixGrid planId={plan.id} lines={lines} rows={rows} />
      <details open={lines.length <= 12}>
        <summary className="min-h-8 py-1 font-semibold">{t('cascade.coverage.matrixList')}</summary>
        <ol className="list-decimal pl-8">
          {lines.map((line) => (
            <li key={line.lineId} className="py-0.5">
              {line.text}
            </li>
          ))}
        </ol>
      </details>
    </div>
  );
}
