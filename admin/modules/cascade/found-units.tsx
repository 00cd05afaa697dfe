import { useState } from 'react';
import type { OutputOf } from '#lib/contract.ts';
import { moment } from '#lib/format.ts';
import { listAddressees } from '#modules/cascade/coverage.contract.ts';
import { useList } from '../../app/data.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useLanguage, useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { More } from '../../ui/more.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { nothingNarrowed, unitFilterOf } from './coverage-filter.ts';
import type { TabProps } from './coverage-tabs.tsx';
import { Due } from './due.tsx';
import { UnitTag } from './state-words.tsx';

type Addressee = OutputOf<typeof listAddressees>['items'][number];

/** Exactly the units that the filter means, wherever they lie below what is shown. */
export function FoundUnits({ plan, filters, onFilter }: TabProps) {
  const t = useT();
  const list = useList(listAddressees, { planId: plan.id, ...unitFilterOf(filters) }, { keepPrevious: true });
  const columns = useColumns();
  if (list.query.error) return <ProblemNotice problem={list.query.error} onRetry={() => void list.query.refetch()} />;
  return (
    <Card flush title={t('cascade.coverage.units.found')}>
      <Table
        caption={t('cascade.coverage.units.found')}
        columns={columns}
        rows={list.items}
        keyOf={(unit) => unit.id}
        linkOf={(unit) => paths.planAddressee.to({ planId: plan.id, addresseeId: unit.id })}
        empty={<NoneFits onClear={() => onFilter(nothingNarrowed)} />}
      />
      {list.items && list.items.length > 0 && (
        <More shown={list.items.length} hasMore={list.hasMore} busy={list.busy} onMore={list.more} />
      )}
    </Card>
  );
}

function NoneFits({ onClear }: { onClear: () => void }) {
  const t = useT();
  return (
    <EmptyState
      small
      title={t('cascade.coverage.units.none')}
      action={<Button onClick={onClear}>{t('cascade.coverage.filter.clear')}</Button>}
    >
      {t('cascade.coverage.units.noneHint')}
    </EmptyState>
  );
}

function useColumns(): Column<Addressee>[] {
  const t = useT();
  const language = useLanguage();
  const [now] = useState(() => Date.now());
  return [
    {
      key: 'name',
      title: t('cascade.coverage.column.unit'),
      width: '36%',
      cell: (unit) => (
        <>
          {unit.unitName}
          <span className="block text-xs font-normal text-muted">
            {t(`ui.kind.${unit.kind}`)}
            {unit.aboveName && ` · ${unit.aboveName}`}
            {!unit.hasAccount && ` · ${t('cascade.coverage.noAccount')}`}
          </span>
        </>
      ),
    },
    { key: 'state', title: t('cascade.coverage.filter.state'), cell: (unit) => <UnitTag state={unit.state} /> },
    {
      key: 'answered',
      title: t('cascade.coverage.column.answered'),
      cell: (unit) => (
        <span className="tabular-nums">
          {unit.answered}/{unit.asked}
        </span>
      ),
    },
    {
      key: 'due',
      title: t('cascade.coverage.column.due'),
      cell: (unit) => <Due dueOn={unit.dueOn} lateDays={unit.lateDays} />,
    },
    {
      key: 'reminded',
      title: t('cascade.coverage.column.reminded'),
      wide: true,
      cell: (unit) => (
        <span className="text-muted">
          {unit.remindedAt ? moment(unit.remindedAt, now, language) : t('cascade.coverage.never')}
        </span>
      ),
    },
  ];
}
