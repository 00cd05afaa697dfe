import { useState } from 'react';
import { dayOf } from '#lib/format.ts';
import { type ComparedFigures, compareFigures } from '#modules/org/reorganisation.contract.ts';
import { useRead } from '../../app/data.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Table } from '../../ui/table.tsx';
import { type PickedUnit, UnitPicker } from './unit-picker.tsx';

type Row = ComparedFigures['items'][number];
const kinds = ['units', 'plans', 'outputs'] as const;

/** What was counted under each unit by the tree of its day, beside the same by the tree of today. */
export function ReorganiseFigures() {
  const t = useT();
  const { unit } = useSession();
  const today = dayOf(Date.now());
  const [within, setWithin] = useState<PickedUnit | null>(unit ? { id: unit.id, name: unit.name } : null);
  const [from, setFrom] = useState<string | null>(`${Number(today.slice(0, 4)) - 1}${today.slice(4)}`);
  const [to, setTo] = useState<string | null>(today);
  const { data, error, refetch } = useRead(
    compareFigures,
    { within: within?.id, from: from ?? today, to: to ?? today },
    { keepPrevious: true, enabled: from !== null && to !== null },
  );
  return (
    <div className="flex flex-col gap-4">
      <Card>
        <div className="grid items-start gap-4 sm:grid-cols-[minmax(0,2fr)_1fr_1fr]">
          <UnitPicker label={t('reorganise.figures.within')} value={within} onChange={setWithin} />
          <DateField label={t('reorganise.figures.from')} value={from} onChange={setFrom} />
          <DateField label={t('reorganise.figures.to')} value={to} onChange={setTo} />
        </div>
        <p className="mt-3 text-muted">{t('reorganise.figures.lead')}</p>
      </Card>
      {error && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      <Card title={t('reorganise.figures.title')} flush>
        <FiguresTable data={data} />
      </Card>
    </div>
  );
}

function FiguresTable({ data }: { data: ComparedFigures | undefined }) {
  const t = useT();
  const total: Row | undefined = data && { id: '', name: t('reorganise.figures.total'), closedOn: null, ...data.total };
  const columns = kinds.flatMap((kind) =>
    (['asThen', 'asNow'] as const).map((when) => ({
      key: `${kind}.${when}`,
      title: t(`reorganise.figures.${kind}.${when}`),
      align: 'end' as const,
      cell: (row: Row) => row[kind][when],
    })),
  );
  return (
    <Table<Row>
      caption={t('reorganise.figures.title')}
      rows={data && total && data.items.length > 0 ? [...data.items, total] : data && []}
      keyOf={(row) => row.id || 'total'}
      linkOf={(row) => (row.id ? paths.unit.to({ unitId: row.id }) : undefined)}
      columns={[
        {
          key: 'name',
          title: t('reorganise.figures.unit'),
          cell: (row) => (
            <span className={row.id ? '' : 'font-semibold'}>
              {row.name}
              {row.closedOn && <span className="text-muted"> ({t('reorganise.figures.closed')})</span>}
            </span>
          ),
        },
        ...columns,
      ]}
      empty={<EmptyState small title={t('reorganise.figures.none')} />}
    />
  );
}
