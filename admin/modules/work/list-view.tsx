import { shortDay } from '#lib/format.ts';
import type { Activity } from '#modules/work/work.contract.ts';
import type { ListRead } from '../../app/data.ts';
import { paths } from '../../app/paths.ts';
import { useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { More } from '../../ui/more.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { NothingToShow } from './nothing.tsx';
import type { ViewProps } from './views.ts';
import { WorkProgress, WorkStateTag } from './work-words.tsx';

/** Late ones first, then what comes due next. */
export function ListView({ list, filters, onChange }: ViewProps & { list: ListRead<Activity> }) {
  const t = useT();
  const columns = useColumns(filters.scope === 'below');
  return (
    <Card flush>
      <Table
        caption={t('work.title')}
        columns={columns}
        rows={list.items}
        keyOf={(a) => a.lineId}
        linkOf={(a) => paths.activity.to({ lineId: a.lineId })}
        empty={<NothingToShow filters={filters} onChange={onChange} />}
      />
      {list.items && list.items.length > 0 && (
        <More shown={list.items.length} hasMore={list.hasMore} busy={list.busy} onMore={list.more} />
      )}
    </Card>
  );
}

function useColumns(manyUnits: boolean): Column<Activity>[] {
  const t = useT();
  return [
    {
      key: 'activity',
      title: t('work.column.activity'),
      width: '40%',
      cell: (a) => (
        <>
          {a.text}
          <span className="block text-xs font-normal text-muted">{a.product || a.planTitle}</span>
        </>
      ),
    },
    { key: 'progress', title: t('work.column.progress'), width: '10rem', cell: (a) => <WorkProgress of={a} /> },
    {
      key: 'state',
      title: t('work.column.state'),
      cell: (a) => <WorkStateTag state={a.state} daysLate={a.daysLate} />,
    },
    manyUnits
      ? { key: 'unit', title: t('work.column.unit'), cell: (a) => a.unitName }
      : { key: 'leads', title: t('work.column.leads'), wide: true, cell: (a) => a.leads.join(', ') || '–' },
    {
      key: 'ends',
      title: t('work.column.ends'),
      cell: (a) => <span className="tabular-nums">{a.endsOn ? shortDay(a.endsOn) : '–'}</span>,
    },
  ];
}
