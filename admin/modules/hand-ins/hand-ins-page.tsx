import { useNavigate } from '@tanstack/react-router';
import ImageUp from 'lucide-react/icons/image-up';
import { shortDay } from '#lib/format.ts';
import { beginHandIn, type HandIn, listHandIns } from '#modules/media/hand-ins.contract.ts';
import { useRead, useWrite } from '../../app/data.ts';
import { useFilters } from '../../app/filters.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { HandInTag, useTermWords } from './hand-in-words.tsx';
import { ReceivedList } from './received-list.tsx';

/** Photos of each semester: what the unit hands in, and who below has handed in. */
export default function HandInsPage() {
  const t = useT();
  const { unit, can } = useSession();
  const [filters, setFilters] = useFilters({ muc: '' });
  const manages = can('media.manage');
  const side = filters.muc === 'nhan' && manages ? 'received' : 'own';
  return (
    <Page title={t('handins.page')} lead={t('handins.lead')}>
      <Tabs
        label={t('handins.page')}
        tabs={[
          { key: 'own', label: t('handins.tab.own') },
          ...(manages ? [{ key: 'received', label: t('handins.tab.received') }] : []),
        ]}
        value={side}
        onChange={(key) => setFilters({ muc: key === 'received' ? 'nhan' : '' })}
      >
        {unit && (side === 'own' ? <Own unitId={unit.id} /> : <ReceivedList unitId={unit.id} unitName={unit.name} />)}
      </Tabs>
    </Page>
  );
}

function Own({ unitId }: { unitId: string }) {
  const t = useT();
  const words = useTermWords();
  const navigate = useNavigate();
  const read = useRead(listHandIns, { unitId });
  const begin = useWrite(beginHandIn, {
    changes: ['/hand-ins'],
    onDone: ({ handIn }) => void navigate({ to: paths.handIn.to({ handInId: handIn.id }) }),
  });
  if (read.error) return <ProblemNotice problem={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data) return <Skeleton lines={4} />;
  const { items, now, can } = read.data;
  const there = now && items.some((x) => x.schoolYear === now.schoolYear && x.semester === now.semester);
  return (
    <div className="flex flex-col gap-4">
      {begin.error && <ProblemNotice problem={begin.error} />}
      {now && !there && can.includes('begin') && (
        <Card title={words(now)}>
          <div className="flex flex-col gap-3">
            <p>
              {t('handins.nowTo', { unit: now.toUnitName })}
              {now.dueOn && ` ${t('handins.dueBy', { day: shortDay(now.dueOn) })}`}
            </p>
            <div>
              <Button
                look="primary"
                icon={ImageUp}
                busy={begin.isPending}
                onClick={() => begin.mutate({ unitId, schoolYear: now.schoolYear, semester: now.semester })}
              >
                {t('handins.begin')}
              </Button>
            </div>
          </div>
        </Card>
      )}
      {items.length === 0 && !now && <EmptyState title={t('handins.nobodyAbove')}>{t('handins.none')}</EmptyState>}
      <ul className="flex flex-col gap-3" aria-label={t('handins.tab.own')}>
        {items.map((row) => (
          <li key={row.id}>
            <Row row={row} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Row({ row }: { row: HandIn }) {
  const t = useT();
  const words = useTermWords();
  return (
    <article className="flex flex-col gap-1 rounded-md border border-line bg-paper p-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="font-semibold">
          <Link to={paths.handIn.to({ handInId: row.id })}>{words(row)}</Link>
        </h2>
        <HandInTag state={row.state} />
      </div>
      <p className="flex flex-wrap gap-x-4 text-sm text-muted">
        <span>{t('handins.counts', { chosen: row.chosen, collected: row.collected })}</span>
        <span>{row.toUnitName}</span>
        {row.dueOn && <span>{t('handins.due', { day: shortDay(row.dueOn) })}</span>}
        {row.receiptNo !== null && <span>{t('handins.receiptNo', { n: row.receiptNo })}</span>}
      </p>
      {row.state === 'returned' && row.reason && (
        <p className="text-sm">{t('handins.because', { reason: row.reason })}</p>
      )}
    </article>
  );
}
