import { shortDay } from '#lib/format.ts';
import { outletKinds } from '#modules/channels/outlets.contract.ts';
import { listPlacements, type PlacementRow, placementShows } from '#modules/channels/placements.contract.ts';
import { useList } from '../../app/data.ts';
import { useFilters } from '../../app/filters.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link.tsx';
import { useMedia } from '../../ui/media.ts';
import { More } from '../../ui/more.tsx';
import { Page } from '../../ui/page.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { Select } from '../../ui/select.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { PlacementPane } from './placement-pane.tsx';
import { PlacementStateTag } from './placement-state.tsx';

const noFilters = { muc: '', xem: '', q: '', loai: '' };
type Filters = { [K in keyof typeof noFilters]: string };
const showOf = ({ muc }: Filters) => placementShows.find((show) => show === muc) ?? 'all';

/** What stood outside our own pages, and what is to be taken down there. */
export default function PlacementsPage() {
  const t = useT();
  const { unit } = useSession();
  const [filters, setFilters] = useFilters(noFilters);
  const wide = useMedia('(min-width: 80rem)');
  const show = showOf(filters);
  const kind = outletKinds.find((one) => one === filters.loai);
  const asked = { unitId: unit?.id ?? '', show, kind, q: filters.q || undefined };
  const list = useList(listPlacements, asked, { keepPrevious: true, enabled: unit !== null });
  const columns = useColumns();
  const back = () => setFilters({ xem: '' });
  if (filters.xem !== '' && !wide) return <OnePage id={filters.xem} onBack={back} />;
  const action = <LinkButton to={paths.outlets.to()}>{t('channels.outlets.title')}</LinkButton>;
  const rows = unit ? list.items : [];
  const beside = wide && rows !== undefined && rows.length > 0;
  return (
    <Page width="full" title={t('channels.title')} lead={t('channels.lead')} action={action}>
      <Tabs
        label={t('channels.title')}
        tabs={placementShows.map((key) => ({ key, label: t(`channels.show.${key}`) }))}
        value={show}
        onChange={(key) => setFilters({ muc: key === 'all' ? '' : key, xem: '' })}
      >
        <div className="flex flex-col gap-4">
          <Filter filters={filters} onChange={(change) => setFilters({ ...change, xem: '' })} />
          {list.query.error && !list.items ? (
            <ProblemNotice problem={list.query.error} onRetry={() => void list.query.refetch()} />
          ) : (
            <div className={beside ? 'grid grid-cols-[minmax(0,6fr)_minmax(0,5fr)] items-start gap-6' : ''}>
              <Card flush>
                <Table
                  caption={t(`channels.show.${show}`)}
                  columns={columns}
                  rows={rows}
                  keyOf={(row) => row.id}
                  linkOf={(row) => paths.placements.to({}, { ...filters, xem: row.id })}
                  empty={<None filters={filters} />}
                />
                {rows && rows.length > 0 && (
                  <More shown={rows.length} hasMore={list.hasMore} busy={list.busy} onMore={list.more} />
                )}
              </Card>
              {beside && (filters.xem ? <PlacementPane placementId={filters.xem} /> : <Choose />)}
            </div>
          )}
        </div>
      </Tabs>
    </Page>
  );
}

function Filter({ filters, onChange }: { filters: Filters; onChange: (change: Partial<Filters>) => void }) {
  const t = useT();
  return (
    <div className="grid grid-cols-1 items-end gap-3 sm:flex">
      <SearchBox
        className="min-w-0 sm:max-w-96 sm:flex-1"
        label={t('channels.search')}
        value={filters.q}
        onSearch={(q) => onChange({ q })}
      />
      <Select
        label={t('channels.outlets.kind')}
        className="sm:w-48"
        placeholder={t('channels.outlets.anyKind')}
        value={filters.loai}
        onChange={(loai) => onChange({ loai })}
        options={outletKinds.map((value) => ({ value, label: t(`channels.kind.${value}`) }))}
      />
    </div>
  );
}

function Choose() {
  const t = useT();
  return (
    <Card>
      <p className="text-muted">{t('channels.choose')}</p>
    </Card>
  );
}

function None({ filters }: { filters: Filters }) {
  const t = useT();
  if (filters.q || filters.loai)
    return <EmptyState title={t('channels.noneFound')}>{t('channels.noneFoundHint')}</EmptyState>;
  return (
    <EmptyState title={t('channels.none')}>
      {t(showOf(filters) === 'tasks' ? 'channels.noneHint.tasks' : 'channels.noneHint.all')}
    </EmptyState>
  );
}

function OnePage({ id, onBack }: { id: string; onBack: () => void }) {
  const t = useT();
  return (
    <Page
      width="reading"
      title={t('channels.title')}
      crumbs={[{ label: t('channels.title'), to: paths.placements.to() }]}
    >
      <div className="flex flex-col items-stretch gap-4">
        <div>
          <Button onClick={onBack}>{t('channels.back')}</Button>
        </div>
        <PlacementPane placementId={id} />
      </div>
    </Page>
  );
}

function useColumns(): Column<PlacementRow>[] {
  const t = useT();
  const day = (row: PlacementRow) => (row.placedOn ? shortDay(row.placedOn) : '–');
  const title: Column<PlacementRow> = {
    key: 'title',
    title: t('channels.name'),
    width: '40%',
    cell: (row) => (
      <>
        <span className="line-clamp-2 wrap-anywhere">{row.title}</span>
        <span className="mt-0.5 block text-xs font-normal text-muted">{row.subjectUnitName}</span>
      </>
    ),
  };
  return [
    title,
    {
      key: 'outlet',
      title: t('channels.outlet'),
      width: '24%',
      cell: (row) => (
        <>
          {row.outletName}
          <span className="block text-xs text-muted">{t(`channels.kind.${row.outletKind}`)}</span>
        </>
      ),
    },
    { key: 'day', title: t('channels.day'), cell: day },
    { key: 'state', title: t('channels.state'), cell: (row) => <PlacementStateTag row={row} /> },
  ];
}
