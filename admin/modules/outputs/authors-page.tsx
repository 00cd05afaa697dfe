import { isDay, type OutputOf } from '#lib/contract.ts';
import { dayOf, shortDay } from '#lib/format.ts';
import { firstDayOf, monthOf, schoolYearOf } from '#lib/months.ts';
import { listAuthors } from '#modules/outputs/outputs.contract.ts';
import { useRead } from '../../app/data.ts';
import { useFilters } from '../../app/filters.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { type Column, Table } from '../../ui/table.tsx';

type Author = OutputOf<typeof listAuthors>['items'][number];

/** "Sổ cộng tác viên": whom the unit can ask for an article or a photo, by what they made. */
export default function AuthorsPage() {
  const t = useT();
  const { unit } = useSession();
  const today = dayOf(Date.now());
  const [filters, setFilters] = useFilters({ tu: '', den: '' });
  const from = isDay(filters.tu) ? filters.tu : firstDayOf(monthOf(schoolYearOf(today), 9));
  const to = isDay(filters.den) ? filters.den : today;
  const read = useRead(
    listAuthors,
    { within: unit?.id ?? '', from, to },
    { enabled: unit !== null, keepPrevious: true },
  );
  return (
    <Page
      title={t('outputs.authors')}
      lead={t('outputs.authorsLead')}
      crumbs={[{ label: t('outputs.title'), to: paths.outputs.to() }]}
    >
      <div className="flex flex-wrap gap-3">
        <DateField
          className="w-44"
          label={t('outputs.from')}
          value={from}
          onChange={(tu) => setFilters({ tu: tu ?? '' })}
        />
        <DateField
          className="w-44"
          label={t('outputs.to')}
          value={to}
          onChange={(den) => setFilters({ den: den ?? '' })}
        />
      </div>
      {read.error ? (
        <ProblemNotice problem={read.error} onRetry={() => void read.refetch()} />
      ) : (
        <Card flush>
          <Table
            caption={t('outputs.authors')}
            columns={columnsFor(t)}
            rows={read.data?.items}
            keyOf={(row) => `${row.name} ${row.unitName}`}
            linkOf={(row) => paths.outputs.to({}, { tacGia: row.name, phamVi: 'below', tu: from, den: to })}
            empty={<EmptyState title={t('outputs.authorsNone')}>{t('outputs.authorsNoneHint')}</EmptyState>}
          />
        </Card>
      )}
    </Page>
  );
}

const columnsFor = (t: ReturnType<typeof useT>): Column<Author>[] => [
  { key: 'name', title: t('outputs.author'), cell: (row) => row.name },
  { key: 'unit', title: t('outputs.unit'), cell: (row) => row.unitName },
  { key: 'items', title: t('outputs.items'), align: 'end', cell: (row) => row.items },
  { key: 'published', title: t('outputs.moment.published'), align: 'end', cell: (row) => row.published },
  { key: 'picked', title: t('outputs.moment.picked'), align: 'end', cell: (row) => row.picked },
  { key: 'last', title: t('outputs.lastOn'), cell: (row) => shortDay(row.lastOn) },
];
