import { dayOf, shortDay } from '#lib/format.ts';
import type { Activity } from '#modules/work/work.contract.ts';
import type { ListRead } from '../../app/data.ts';
import { paths } from '../../app/paths.ts';
import { useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { More } from '../../ui/more.tsx';
import { TableSkeleton } from '../../ui/skeleton.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { firstMonth } from './months-window.ts';
import { NothingToShow } from './nothing.tsx';
import { TimelineDrawing } from './timeline-drawing.tsx';
import type { ViewProps } from './views.ts';
import { WindowSteps } from './window-steps.tsx';
import { WorkProgress, WorkStateTag } from './work-words.tsx';

/** Activities along the time of twelve months, with a table behind the picture. */
export function TimelineView({ list, filters, onChange }: ViewProps & { list: ListRead<Activity> }) {
  const t = useT();
  const today = dayOf(Date.now());
  const items = list.items;
  if (!items)
    return (
      <Card flush>
        <TableSkeleton columns={3} />
      </Card>
    );
  if (items.length === 0)
    return (
      <Card flush>
        <NothingToShow filters={filters} onChange={onChange} />
      </Card>
    );
  const all = items.flatMap((a) => a.months.map((m) => m.month));
  const first = firstMonth(filters.at, all, today);
  const dated = items.filter((a) => a.startsOn ?? a.endsOn);
  return (
    <div className="flex flex-col gap-3">
      <WindowSteps first={first} onStep={(at) => onChange({ at })} />
      <Card flush>
        <TimelineDrawing items={dated} first={first} today={today} />
        <More shown={items.length} hasMore={list.hasMore} busy={list.busy} onMore={list.more} />
      </Card>
      {dated.length < items.length && (
        <p className="text-muted">{t('work.timeline.undated', { n: items.length - dated.length })}</p>
      )}
      <details>
        <summary className="inline-flex min-h-9 cursor-pointer items-center text-primary underline underline-offset-2">
          {t('work.timeline.table')}
        </summary>
        <Card flush className="mt-2">
          <BehindIt items={items} />
        </Card>
      </details>
    </div>
  );
}

function BehindIt({ items }: { items: readonly Activity[] }) {
  const t = useT();
  const day = (value: string | null) => <span className="tabular-nums">{value ? shortDay(value) : '–'}</span>;
  const columns: Column<Activity>[] = [
    { key: 'activity', title: t('work.column.activity'), width: '40%', cell: (a) => a.text },
    { key: 'starts', title: t('work.column.starts'), cell: (a) => day(a.startsOn) },
    { key: 'ends', title: t('work.column.ends'), cell: (a) => day(a.endsOn) },
    { key: 'progress', title: t('work.column.progress'), cell: (a) => <WorkProgress of={a} /> },
    {
      key: 'state',
      title: t('work.column.state'),
      cell: (a) => <WorkStateTag state={a.state} daysLate={a.daysLate} />,
    },
  ];
  return (
    <Table
      caption={t('work.timeline.label')}
      columns={columns}
      rows={items}
      keyOf={(a) => a.lineId}
      linkOf={(a) => paths.activity.to({ lineId: a.lineId })}
    />
  );
}
