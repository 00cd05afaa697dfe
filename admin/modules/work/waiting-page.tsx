import { listEvidence } from '#modules/work/evidence.contract.ts';
import { useList } from '../../app/data.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { More } from '../../ui/more.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { EvidenceItem } from './evidence-item.tsx';

/** Evidence that waits for my confirmation, from all units for which I confirm. */
export default function WaitingPage() {
  const t = useT();
  const list = useList(listEvidence, {}, { keepPrevious: true });
  return (
    <Page
      title={t('work.waiting.title')}
      lead={t('work.waiting.hint')}
      crumbs={[{ label: t('work.title'), to: paths.work.to() }]}
      width="reading"
    >
      {list.query.error && <ProblemNotice problem={list.query.error} onRetry={() => void list.query.refetch()} />}
      <Card flush>
        {!list.items && !list.query.error && <Skeleton lines={5} />}
        {list.items?.length === 0 && <EmptyState title={t('work.waiting.none')} />}
        <ul className="divide-y divide-line">
          {(list.items ?? []).map((e) => (
            <li key={e.id}>
              <p className="px-4 pt-3 text-xs text-muted">
                {e.unitName} · <Link to={paths.activity.to({ lineId: e.lineId })}>{e.lineText}</Link>
              </p>
              <ul>
                <EvidenceItem of={e} series={[]} />
              </ul>
            </li>
          ))}
        </ul>
        {list.items && list.items.length > 0 && (
          <More shown={list.items.length} hasMore={list.hasMore} busy={list.busy} onMore={list.more} />
        )}
      </Card>
    </Page>
  );
}
