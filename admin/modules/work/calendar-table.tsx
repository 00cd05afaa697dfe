import Check from 'lucide-react/icons/check';
import Ellipsis from 'lucide-react/icons/ellipsis';
import Pencil from 'lucide-react/icons/pencil';
import Trash from 'lucide-react/icons/trash-2';
import { type ReactNode, useState } from 'react';
import { longDay, shortDay } from '#lib/format.ts';
import { type CalendarDay, removeCalendarDay } from '#modules/org/calendar.contract.ts';
import { useWrite } from '../../app/data.ts';
import { useLanguage, useT } from '../../texts/load.ts';
import { IconButton } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { Menu } from '../../ui/menu.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { toast } from '../../ui/toast.tsx';
import type { Open } from './calendar-page.tsx';

interface CalendarTableProps {
  days: readonly CalendarDay[] | undefined;
  onOpen: (open: Open) => void;
  empty: ReactNode;
}

export function CalendarTable({ days, onOpen, empty }: CalendarTableProps) {
  const t = useT();
  const [removing, setRemoving] = useState<CalendarDay | null>(null);
  const columns = useColumns(onOpen, setRemoving);
  const remove = useWrite(removeCalendarDay, {
    changes: ['/calendar-days'],
    onDone: () => toast({ text: t('calendar.done.removed') }),
  });
  return (
    <>
      <Table caption={t('calendar.title')} columns={columns} rows={days} keyOf={(d) => d.id} empty={empty} />
      {removing && (
        <Confirm
          open
          title={t('calendar.removeAsk', { name: removing.name })}
          verb={t('calendar.remove')}
          danger
          busy={remove.isPending}
          onConfirm={() =>
            remove.mutate(
              { dayId: removing.id, version: removing.version },
              {
                onError: (problem) => toast({ text: problem.title, tone: 'danger' }),
                onSettled: () => setRemoving(null),
              },
            )
          }
          onClose={() => setRemoving(null)}
        >
          {t('calendar.removeHint')}
        </Confirm>
      )}
    </>
  );
}

function useColumns(onOpen: (open: Open) => void, onRemove: (day: CalendarDay) => void): Column<CalendarDay>[] {
  const t = useT();
  const language = useLanguage();
  return [
    {
      key: 'days',
      title: t('calendar.column.days'),
      width: '12rem',
      cell: (d) =>
        d.firstOn === d.lastOn ? longDay(d.firstOn, language) : `${shortDay(d.firstOn)} - ${shortDay(d.lastOn)}`,
    },
    {
      key: 'name',
      title: t('calendar.column.name'),
      cell: (d) => (
        <>
          {d.name}
          <span className="block text-xs text-muted">{t(`calendar.kind.${d.kind}`)}</span>
        </>
      ),
    },
    {
      key: 'scope',
      title: t('calendar.column.scope'),
      cell: (d) => d.unitName ?? <span className="whitespace-nowrap">{t('calendar.nation')}</span>,
    },
    {
      key: 'state',
      title: t('calendar.column.state'),
      cell: (d) => (
        <StateTag tone={d.state === 'confirmed' ? 'success' : 'neutral'}>{t(`calendar.state.${d.state}`)}</StateTag>
      ),
    },
    {
      key: 'source',
      title: t('calendar.column.source'),
      width: '34%',
      cell: (d) => (
        <span className="text-xs">
          {d.source}
          {d.confirmedByName && (
            <span className="block text-muted">{t('calendar.confirmedBy', { name: d.confirmedByName })}</span>
          )}
        </span>
      ),
    },
    { key: 'acts', title: '', width: '3rem', cell: (d) => <Acts of={d} onOpen={onOpen} onRemove={onRemove} /> },
  ];
}

function Acts(props: { of: CalendarDay; onOpen: (open: Open) => void; onRemove: (day: CalendarDay) => void }) {
  const { of, onOpen, onRemove } = props;
  const t = useT();
  if (of.can.length === 0) return null;
  const items = [
    ...(of.can.includes('confirm')
      ? [{ label: t('calendar.confirm'), icon: Check, onSelect: () => onOpen({ act: 'confirm', day: of }) }]
      : []),
    { label: t('calendar.edit'), icon: Pencil, onSelect: () => onOpen({ act: 'edit', day: of }) },
    { label: t('calendar.remove'), icon: Trash, danger: true, onSelect: () => onRemove(of) },
  ];
  return (
    <Menu
      align="end"
      trigger={<IconButton icon={Ellipsis} label={t('calendar.acts', { name: of.name })} tip="end" />}
      groups={[{ items }]}
    />
  );
}
