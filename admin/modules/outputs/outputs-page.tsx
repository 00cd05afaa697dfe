import ClipboardPaste from 'lucide-react/icons/clipboard-paste';
import Plus from 'lucide-react/icons/plus';
import { isDay } from '#lib/contract.ts';
import { shortDay } from '#lib/format.ts';
import { moments, whatCounts } from '#lib/plan-parts.ts';
import { listOutputs, type OutputRow, outputShows, outputSources } from '#modules/outputs/outputs.contract.ts';
import { useList } from '../../app/data.ts';
import { useFilters } from '../../app/filters.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link, LinkButton } from '../../ui/link.tsx';
import { More } from '../../ui/more.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { MomentSign, OutputSign } from './output-signs.tsx';
import { type Filters, noFilters, OutputsFilter } from './outputs-filter.tsx';

const oneOf = <T extends string>(all: readonly T[], value: string): T | undefined => all.find((one) => one === value);
const day = (value: string) => (isDay(value) ? value : undefined);

/** What the address asks for, as the server is asked. */
const asked = (filters: Filters, unitId: string) => ({
  ...(filters.phamVi === 'below' ? { within: unitId } : { unitId }),
  q: filters.q || undefined,
  counts: oneOf(whatCounts, filters.loai),
  moment: oneOf(moments, filters.thoiDiem),
  show: oneOf(outputShows, filters.xem),
  source: oneOf(outputSources, filters.nguon),
  author: filters.tacGia || undefined,
  from: day(filters.tu),
  to: day(filters.den),
});

/** The register of what the unit (and those below it) made. */
export default function OutputsPage() {
  const t = useT();
  const { unit, can } = useSession();
  const [filters, setFilters] = useFilters(noFilters);
  const enabled = unit !== null;
  const list = useList(listOutputs, asked(filters, unit?.id ?? ''), { keepPrevious: true, enabled });
  const below = filters.phamVi === 'below';
  const filtered = Object.entries(filters).some(([name, value]) => value !== '' && name !== 'phamVi');
  return (
    <Page title={t('outputs.title')} lead={t('outputs.lead')} action={<Actions record={can('outputs.record')} />}>
      <nav className="flex flex-wrap gap-x-5 gap-y-1 text-sm" aria-label={t('outputs.title')}>
        <Link to={paths.outputAuthors.to()}>{t('outputs.authors')}</Link>
        <Link to={paths.feeds.to()}>{t('outputs.feeds')}</Link>
      </nav>
      <OutputsFilter filters={filters} onChange={setFilters} />
      {unit && filters.xem === '' && <Unsure unitId={unit.id} onOpen={() => setFilters({ xem: 'unsure' })} />}
      {list.query.error && !list.items ? (
        <ProblemNotice problem={list.query.error} onRetry={() => void list.query.refetch()} />
      ) : (
        <Card flush>
          <Table
            caption={t('outputs.title')}
            columns={columnsFor(t, below)}
            rows={unit ? list.items : []}
            keyOf={(row) => row.id}
            linkOf={(row) => paths.output.to({ outputId: row.id })}
            empty={<None filtered={filtered} record={can('outputs.record')} />}
          />
          {list.items && list.items.length > 0 && (
            <More shown={list.items.length} hasMore={list.hasMore} busy={list.busy} onMore={list.more} />
          )}
        </Card>
      )}
    </Page>
  );
}

function Actions({ record }: { record: boolean }) {
  const t = useT();
  if (!record) return null;
  return (
    <div className="flex flex-wrap gap-2">
      <LinkButton icon={ClipboardPaste} to={paths.outputPaste.to()}>
        {t('outputs.paste')}
      </LinkButton>
      <LinkButton look="primary" icon={Plus} to={paths.outputNew.to()}>
        {t('outputs.record')}
      </LinkButton>
    </div>
  );
}

/** Addresses of the unit that wait for a hand are said above the list, which leaves them out. */
function Unsure({ unitId, onOpen }: { unitId: string; onOpen: () => void }) {
  const t = useT();
  const waiting = useList(listOutputs, { unitId, show: 'unsure', limit: 1 });
  if (!waiting.items?.some((row) => row.captureState === 'refused' && row.can.includes('edit'))) return null;
  return (
    <Notice
      tone="waiting"
      title={t('outputs.unsureCount')}
      action={
        <button type="button" className="text-sm font-semibold text-primary underline" onClick={onOpen}>
          {t('outputs.unsureOpen')}
        </button>
      }
    />
  );
}

function None({ filtered, record }: { filtered: boolean; record: boolean }) {
  const t = useT();
  if (filtered) return <EmptyState title={t('outputs.noneFound')}>{t('outputs.noneFoundHint')}</EmptyState>;
  return (
    <EmptyState title={t('outputs.none')} action={<Actions record={record} />}>
      {t('outputs.noneHint')}
    </EmptyState>
  );
}

function columnsFor(t: ReturnType<typeof useT>, below: boolean): Column<OutputRow>[] {
  const whose: Column<OutputRow> = { key: 'unit', title: t('outputs.unit'), cell: (row) => row.unitName, width: '18%' };
  return [
    {
      key: 'title',
      title: t('outputs.name'),
      width: '38%',
      cell: (row) => <span className="line-clamp-2 wrap-anywhere">{row.title}</span>,
    },
    { key: 'day', title: t('outputs.day'), cell: (row) => shortDay(row.madeOn) },
    { key: 'kind', title: t('outputs.kindOrOutlet'), cell: (row) => row.outlet ?? t(`ui.counts.${row.counts}`) },
    ...(below ? [whose] : []),
    {
      key: 'author',
      title: t('outputs.author'),
      wide: true,
      cell: (row) => [row.authorName, row.teamName].filter(Boolean).join(' · ') || '–',
    },
    {
      key: 'moment',
      title: t('outputs.moment'),
      cell: (row) => (row.stands && !row.withdrawnAt ? <MomentSign row={row} /> : <OutputSign row={row} />),
    },
  ];
}
