import { periodKinds } from '#lib/quota-periods.ts';
import { quotaBoard } from '#modules/quotas/quotas.contract.ts';
import { useRead } from '../../app/data.ts';
import { useFilters } from '../../app/filters.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { PageSkeleton } from '../../ui/skeleton.tsx';
import { type BoardFilters, boardPath, noBoardFilters } from './board-address.ts';
import { BoardPeriod } from './board-period.tsx';
import { BoardRows, OwnLines } from './board-rows.tsx';
import { BoardTotal } from './board-total.tsx';
import { Remind } from './remind.tsx';

/** What the address asks for. */
function asked(filters: BoardFilters, unitId: string) {
  const period = periodKinds.find((kind) => kind === filters.ky) ?? 'month';
  return {
    unitId: filters.donVi || unitId,
    period,
    at: filters.luc || undefined,
    quotaId: filters.dinhMuc || undefined,
  };
}

/** Compliance: from the department to communes, schools and teams, a period at a time. */
export default function BoardPage() {
  const t = useT();
  const { unit } = useSession();
  const [filters, setFilters] = useFilters(noBoardFilters);
  const input = asked(filters, unit?.id ?? '');
  const read = useRead(quotaBoard, input, { enabled: unit !== null, keepPrevious: true });
  const list = <LinkButton to={paths.quotaList.to()}>{t('quotas.list')}</LinkButton>;
  if (!read.data)
    return (
      <Page title={t('quotas.title')} lead={t('quotas.lead')} action={list}>
        {read.error ? <ProblemNotice problem={read.error} onRetry={() => void read.refetch()} /> : <PageSkeleton />}
      </Page>
    );
  const board = read.data;
  const crumbs = board.above.map((one) => ({ label: one.name, to: boardPath({ ...filters, donVi: one.id }) }));
  const nothing = board.own.length === 0 && board.rows.length === 0;
  return (
    <Page
      title={board.unit.id === unit?.id ? t('quotas.title') : board.unit.name}
      lead={t('quotas.lead')}
      crumbs={crumbs}
      action={
        <div className="flex flex-wrap gap-2">
          {!nothing && <Remind board={board} input={input} />}
          {list}
        </div>
      }
    >
      <BoardPeriod board={board} filters={filters} onChange={setFilters} />
      {nothing ? (
        <Card>
          <EmptyState title={t('quotas.none')}>{t('quotas.noneHint')}</EmptyState>
        </Card>
      ) : (
        <>
          <OwnLines board={board} />
          {board.rows.length > 0 && <BoardTotal board={board} />}
          {board.rows.length > 0 && <BoardRows board={board} filters={filters} />}
        </>
      )}
    </Page>
  );
}
