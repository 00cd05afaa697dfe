import FileInput from 'lucide-react/icons/file-input';
import { useEffect } from 'react';
import { shortDay } from '#lib/format.ts';
import { type DocumentSummary, documentStates, listDocuments } from '#modules/documents/documents.contract.ts';
import { refresh, useList } from '../../app/data.ts';
import { useFilters } from '../../app/filters.ts';
import { useLive } from '../../app/live.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link.tsx';
import { More } from '../../ui/more.tsx';
import { Page } from '../../ui/page.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { Select } from '../../ui/select.tsx';
import { Badge } from '../../ui/state-tag.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { DocumentState, nameOf, referenceOf } from './document-signs.tsx';

type State = (typeof documentStates)[number];
const isState = (value: string): value is State => documentStates.includes(value as State);

/** The register of incoming documents of the unit I am acting for. */
export default function DocumentsPage() {
  const t = useT();
  const { unit, can } = useSession();
  const [filters, setFilters] = useFilters({ q: '', state: '' });
  const state = isState(filters.state) ? filters.state : undefined;
  const list = useList(
    listDocuments,
    { unitId: unit?.id, state, q: filters.q || undefined },
    { keepPrevious: true, enabled: unit !== null },
  );
  useLive('document', () => void refresh(['/documents']));
  useWatchReading(list.items?.some((row) => row.state === 'reading') ?? false);
  const filtered = filters.q !== '' || state !== undefined;
  const bring = can('documents.receive') && (
    <LinkButton look="primary" icon={FileInput} to={paths.incomingNew.to()}>
      {t('documents.import')}
    </LinkButton>
  );
  return (
    <Page title={t('documents.title')} lead={t('documents.lead')} action={bring}>
      <div className="flex flex-wrap gap-3">
        <SearchBox
          className="min-w-60 flex-1 sm:max-w-96"
          label={t('documents.search')}
          value={filters.q}
          onSearch={(q) => setFilters({ q })}
        />
        <Select
          label={t('documents.state')}
          hideLabel
          className="w-56"
          value={state ?? ''}
          placeholder={t('documents.anyState')}
          onChange={(value) => setFilters({ state: value })}
          options={documentStates.map((value) => ({ value, label: t(`documents.state.${value}`) }))}
        />
      </div>
      {list.query.error && !list.items ? (
        <ProblemNotice problem={list.query.error} onRetry={() => void list.query.refetch()} />
      ) : (
        <Card flush>
          <Table
            caption={t('documents.title')}
            columns={columnsFor(t)}
            rows={unit ? list.items : []}
            keyOf={(row) => row.id}
            linkOf={(row) => paths.incomingDocument.to({ documentId: row.id })}
            empty={<NoDocuments filtered={filtered} bring={bring} />}
          />
          {list.items && list.items.length > 0 && (
            <More shown={list.items.length} hasMore={list.hasMore} busy={list.busy} onMore={list.more} />
          )}
        </Card>
      )}
    </Page>
  );
}

/** Where no news comes through, a list with documents that are being read asks again by itself. */
function useWatchReading(reading: boolean): void {
  useEffect(() => {
    const asking = reading ? setInterval(() => void refresh(['/documents']), 4000) : undefined;
    return () => clearInterval(asking);
  }, [reading]);
}

function NoDocuments({ filtered, bring }: { filtered: boolean; bring: React.ReactNode }) {
  const t = useT();
  if (filtered) return <EmptyState title={t('documents.noneFound')}>{t('documents.noneFoundHint')}</EmptyState>;
  return (
    <EmptyState title={t('documents.none')} action={bring}>
      {t('documents.noneHint')}
    </EmptyState>
  );
}

function columnsFor(t: ReturnType<typeof useT>): Column<DocumentSummary>[] {
  return [
    {
      key: 'title',
      title: t('documents.abstract'),
      width: '34%',
      cell: (row) => <span className="line-clamp-2">{nameOf(row)}</span>,
    },
    {
      key: 'reference',
      title: t('documents.reference'),
      cell: (row) => <span className="whitespace-nowrap">{referenceOf(row) || '–'}</span>,
    },
    { key: 'issuer', title: t('documents.issuer'), width: '20%', cell: (row) => row.issuerName ?? '–' },
    { key: 'arrivalNo', title: t('documents.arrivalNo'), align: 'end', cell: (row) => row.arrivalNo ?? '–' },
    { key: 'arrivedOn', title: t('documents.arrivedOn'), cell: (row) => shortDay(row.arrivedOn) },
    { key: 'state', title: t('documents.state'), cell: (row) => <DocumentState state={row.state} /> },
    {
      key: 'open',
      title: t('documents.open'),
      align: 'end',
      cell: (row) => (row.state === 'review' && row.open > 0 ? <Badge tone="waiting">{row.open}</Badge> : '–'),
    },
  ];
}
