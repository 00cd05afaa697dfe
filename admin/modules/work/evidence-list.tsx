import type { EvidenceRow } from '#modules/work/evidence.contract.ts';
import type { Series } from '#modules/work/series.contract.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { EvidenceItem } from './evidence-item.tsx';

/** What was recorded, the latest first; what no longer counts is folded away. */
export function EvidenceList({
  items,
  series,
  onRecord,
}: {
  items: readonly EvidenceRow[];
  series: readonly Series[];
  onRecord: (() => void) | undefined;
}) {
  const t = useT();
  const open = items.filter((e) => e.state === 'recorded' || e.state === 'confirmed');
  const old = items.filter((e) => !open.includes(e));
  return (
    <>
      {open.length === 0 && (
        <EmptyState
          small
          title={t('work.evidence.none')}
          action={onRecord && <Button onClick={onRecord}>{t('work.page.record')}</Button>}
        >
          {onRecord && t('work.evidence.noneHint')}
        </EmptyState>
      )}
      <ul className="divide-y divide-line">
        {open.map((e) => (
          <EvidenceItem key={e.id} of={e} series={series} />
        ))}
      </ul>
      {old.length > 0 && (
        <details className="border-t border-line">
          <summary className="flex min-h-10 cursor-pointer items-center px-4 text-muted">
            {t('work.evidence.old', { n: old.length })}
          </summary>
          <ul className="divide-y divide-line">
            {old.map((e) => (
              <EvidenceItem key={e.id} of={e} series={series} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
