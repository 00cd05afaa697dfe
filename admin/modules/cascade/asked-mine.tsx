import type { OutputOf } from '#lib/contract.ts';
import { dueIn, shortDay } from '#lib/format.ts';
import { listMyAsks } from '#modules/cascade/cascade.contract.ts';
import { useList } from '../../app/data.ts';
import { answerAddress } from '../../app/paths.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useLanguage, useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { cx } from '../../ui/cx.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { More } from '../../ui/more.tsx';
import { type Column, Table } from '../../ui/table.tsx';

type Mine = OutputOf<typeof listMyAsks>['items'][number];

/** Lines that my unit has given to me or to a team of mine. */
export function AskedMine() {
  const t = useT();
  const list = useList(listMyAsks, {});
  const columns = useColumns();
  if (list.query.error) return <ProblemNotice problem={list.query.error} onRetry={() => void list.query.refetch()} />;
  return (
    <Card flush>
      <Table
        caption={t('cascade.asked.tab.mine')}
        columns={columns}
        rows={list.items}
        keyOf={(row) => `${row.addresseeId} ${row.lineId}`}
        empty={<EmptyState title={t('cascade.asked.mineNone')}>{t('cascade.asked.mineNoneHint')}</EmptyState>}
      />
      {list.items && list.items.length > 0 && (
        <More shown={list.items.length} hasMore={list.hasMore} busy={list.busy} onMore={list.more} />
      )}
    </Card>
  );
}

function useColumns(): Column<Mine>[] {
  const t = useT();
  const language = useLanguage();
  return [
    {
      key: 'line',
      title: t('cascade.asked.column.line'),
      width: '70%',
      cell: (row) => (
        <>
          <a href={answerAddress(row.addresseeId, row.lineId)} className="text-ink hover:text-primary">
            {row.text}
          </a>
          <span className="block text-xs font-normal text-muted">
            {t('cascade.asked.mineIn', { plan: row.planTitle, unit: row.unitName })}
          </span>
        </>
      ),
    },
    {
      key: 'byOn',
      title: t('cascade.asked.column.byOn'),
      cell: (row) =>
        row.byOn ? (
          <>
            {shortDay(row.byOn)}
            <span className={cx('block text-xs', row.lateDays > 0 ? 'font-semibold text-danger' : 'text-muted')}>
              {dueIn(row.byOn, Date.now(), language)}
            </span>
          </>
        ) : (
          <span className="text-muted">{t('cascade.asked.noDue')}</span>
        ),
    },
  ];
}
