import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import { listOutlets, type OutletRow, outletKinds } from '#modules/channels/outlets.contract.ts';
import { useList } from '../../app/data.ts';
import { useFilters } from '../../app/filters.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { More } from '../../ui/more.tsx';
import { Page } from '../../ui/page.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { Select } from '../../ui/select.tsx';
import { Badge } from '../../ui/state-tag.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { OutletForm } from './outlet-form.tsx';

const noFilters = { muc: '', q: '', loai: '' };

/** Newspapers, stations, loudspeakers and places for banners, with whom to speak there. */
export default function OutletsPage() {
  const t = useT();
  const { unit } = useSession();
  const [filters, setFilters] = useFilters(noFilters);
  const [editing, setEditing] = useState<OutletRow | 'new' | null>(null);
  const ended = filters.muc === 'ended';
  const asked = {
    unitId: unit?.id ?? '',
    q: filters.q || undefined,
    kind: outletKinds.find((kind) => kind === filters.loai),
    ended: ended ? ('1' as const) : undefined,
  };
  const list = useList(listOutlets, asked, { keepPrevious: true, enabled: unit !== null });
  const columns = useColumns(setEditing);
  const add = (
    <Button look="primary" icon={Plus} onClick={() => setEditing('new')}>
      {t('channels.outlets.add')}
    </Button>
  );
  return (
    <Page title={t('channels.outlets.title')} lead={t('channels.outlets.lead')} action={add}>
      {editing && unit && (
        <OutletForm
          key={editing === 'new' ? 'new' : editing.id}
          unitId={unit.id}
          outlet={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
      <Tabs
        label={t('channels.outlets.title')}
        tabs={[
          { key: 'running', label: t('channels.outlets.running') },
          { key: 'ended', label: t('channels.outlets.ended') },
        ]}
        value={ended ? 'ended' : 'running'}
        onChange={(key) => setFilters({ muc: key === 'running' ? '' : key })}
      >
        <div className="flex flex-col gap-4">
          <div className="grid grid-cols-1 items-end gap-3 sm:flex">
            <SearchBox
              className="min-w-0 sm:max-w-96 sm:flex-1"
              label={t('channels.outlets.search')}
              value={filters.q}
              onSearch={(q) => setFilters({ q })}
            />
            <Select
              label={t('channels.outlets.kind')}
              className="sm:w-48"
              placeholder={t('channels.outlets.anyKind')}
              value={filters.loai}
              onChange={(loai) => setFilters({ loai })}
              options={outletKinds.map((value) => ({ value, label: t(`channels.kind.${value}`) }))}
            />
          </div>
          {list.query.error && !list.items ? (
            <ProblemNotice problem={list.query.error} onRetry={() => void list.query.refetch()} />
          ) : (
            <Card flush>
              <Table
                caption={t('channels.outlets.title')}
                columns={columns}
                rows={unit ? list.items : []}
                keyOf={(row) => row.id}
                empty={
                  filters.q || filters.loai ? (
                    <EmptyState title={t('channels.outlets.noneFound')}>
                      {t('channels.outlets.noneFoundHint')}
                    </EmptyState>
                  ) : (
                    <EmptyState title={t('channels.outlets.none')}>{t('channels.outlets.noneHint')}</EmptyState>
                  )
                }
              />
              {list.items && list.items.length > 0 && (
                <More shown={list.items.length} hasMore={list.hasMore} busy={list.busy} onMore={list.more} />
              )}
            </Card>
          )}
        </div>
      </Tabs>
    </Page>
  );
}

function useColumns(onEdit: (outlet: OutletRow) => void): Column<OutletRow>[] {
  const t = useT();
  return [
    {
      key: 'name',
      title: t('channels.outlets.name'),
      width: '30%',
      cell: (row) => (
        <>
          <span className="wrap-anywhere">{row.name}</span>
          {row.host && <span className="block text-xs font-normal text-muted">{row.host}</span>}
        </>
      ),
    },
    { key: 'kind', title: t('channels.outlets.kind'), cell: (row) => t(`channels.kind.${row.kind}`) },
    {
      key: 'contact',
      title: t('channels.outlets.contact'),
      cell: (row) => (
        <span className="wrap-anywhere">
          {row.contactName || '–'}
          <span className="block text-xs text-muted">
            {[row.contactEmail, row.contactPhone].filter(Boolean).join(' · ')}
          </span>
        </span>
      ),
    },
    {
      key: 'list',
      title: t('channels.outlets.list'),
      cell: (row) => (row.onPressList ? <Badge tone="info">{t('channels.outlets.yes')}</Badge> : '–'),
    },
    { key: 'placed', title: t('channels.outlets.placed'), align: 'end', cell: (row) => row.placed },
    {
      key: 'edit',
      title: '',
      align: 'end',
      cell: (row) => (
        <Button size="sm" onClick={() => onEdit(row)} aria-label={`${t('channels.outlets.edit')}: ${row.name}`}>
          {t('channels.outlets.edit')}
        </Button>
      ),
    },
  ];
}
