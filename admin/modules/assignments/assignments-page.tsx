import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import { type Assignment, listAssignments } from '#modules/articles/assignments.contract.ts';
import { useList } from '../../app/data.ts';
import { useFilters } from '../../app/filters.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { More } from '../../ui/more.tsx';
import { Page } from '../../ui/page.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { AssignmentCard } from './assignment-card.tsx';
import { AssignmentForm } from './assignment-form.tsx';

const states = ['open', 'done', 'cancelled'] as const;
const noFilters = { muc: '', trangThai: '', giao: '', hoatDong: '' };

/** What I was asked to write, and what the unit asked others for. */
export default function AssignmentsPage() {
  const t = useT();
  const { unit, can } = useSession();
  const [filters, setFilters] = useFilters(noFilters);
  const [editing, setEditing] = useState<Assignment | null>(null);
  const may = unit !== null && can('articles.assign');
  const side = filters.muc === 'don-vi' || (filters.muc === '' && may) ? 'unit' : 'mine';
  const asking = may && filters.giao === '1';
  const close = () => {
    setEditing(null);
    setFilters({ giao: '', hoatDong: '' });
  };
  return (
    <Page
      title={t('assignments.page')}
      lead={t('assignments.lead')}
      action={
        may &&
        !asking &&
        !editing && (
          <Button look="primary" icon={Plus} onClick={() => setFilters({ giao: '1' })}>
            {t('assignments.give')}
          </Button>
        )
      }
    >
      {may && (asking || editing) && (
        <AssignmentForm
          key={editing?.id ?? 'new'}
          unitId={unit.id}
          row={editing}
          lineId={filters.hoatDong}
          onClose={close}
        />
      )}
      <Tabs
        label={t('assignments.page')}
        tabs={[
          ...(may ? [{ key: 'unit', label: t('assignments.tab.unit') }] : []),
          { key: 'mine', label: t('assignments.tab.mine') },
        ]}
        value={side}
        onChange={(key) => setFilters({ muc: key === 'unit' ? 'don-vi' : 'toi' })}
      >
        <div className="flex flex-col gap-4">
          <Select
            className="max-w-60"
            label={t('assignments.state')}
            value={filters.trangThai || 'open'}
            options={states.map((state) => ({ value: state, label: t(`assignments.state.${state}`) }))}
            onChange={(state) => setFilters({ trangThai: state === 'open' ? '' : state })}
          />
          <List
            side={side}
            unitId={unit?.id}
            state={states.find((one) => one === filters.trangThai) ?? 'open'}
            onEdit={setEditing}
          />
        </div>
      </Tabs>
    </Page>
  );
}

interface ListProps {
  side: 'unit' | 'mine';
  unitId: string | undefined;
  state: (typeof states)[number];
  onEdit: (row: Assignment) => void;
}

function List({ side, unitId, state, onEdit }: ListProps) {
  const t = useT();
  const asked = side === 'unit' ? { scope: side, unitId, state } : { scope: side, state };
  const list = useList(listAssignments, asked, { keepPrevious: true });
  if (list.query.error && !list.items)
    return <ProblemNotice problem={list.query.error} onRetry={() => void list.query.refetch()} />;
  if (!list.items) return <Skeleton lines={4} />;
  if (list.items.length === 0)
    return <EmptyState title={t('assignments.none')}>{t(`assignments.none.${side}`)}</EmptyState>;
  return (
    <>
      <ul className="flex flex-col gap-3" aria-label={t('assignments.page')}>
        {list.items.map((row) => (
          <li key={row.id}>
            <AssignmentCard row={row} onEdit={() => onEdit(row)} />
          </li>
        ))}
      </ul>
      <More shown={list.items.length} hasMore={list.hasMore} busy={list.busy} onMore={list.more} />
    </>
  );
}
