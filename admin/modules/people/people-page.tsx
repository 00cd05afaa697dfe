import FileSpreadsheet from 'lucide-react/icons/file-spreadsheet';
import Mail from 'lucide-react/icons/mail';
import UserPlus from 'lucide-react/icons/user-plus';
import { listPeople, type PersonRow } from '#modules/org/people.contract.ts';
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
import { More } from '../../ui/more.tsx';
import { Page } from '../../ui/page.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { Select } from '../../ui/select.tsx';
import { type Column, Table } from '../../ui/table.tsx';

/** People of the unit and of those below it, in the order of their names. */
export default function PeoplePage() {
  const t = useT();
  const { unit } = useSession();
  const [filters, setFilters] = useFilters({ q: '', scope: '' });
  const place = filters.scope === 'own' ? { unitId: unit?.id } : { within: unit?.id };
  const list = useList(listPeople, { ...place, q: filters.q || undefined }, { keepPrevious: true });
  const columns = useColumns();
  const clear = <Button onClick={() => setFilters({ q: '', scope: '' })}>{t('people.clear')}</Button>;
  return (
    <Page title={t('people.title')} lead={t('people.lead')} action={<PeopleActions />}>
      <Finder filters={filters} onChange={setFilters} />
      {list.query.error ? (
        <ProblemNotice problem={list.query.error} onRetry={() => void list.query.refetch()} />
      ) : (
        <Card flush>
          <Table
            caption={t('people.title')}
            rows={list.items}
            keyOf={(person) => person.id}
            linkOf={(person) => paths.person.to({ personId: person.id })}
            columns={columns}
            empty={
              filters.q === '' ? (
                <EmptyState title={t('people.none')} action={<PeopleActions />}>
                  {t('people.noneHint')}
                </EmptyState>
              ) : (
                <EmptyState title={t('people.notFound')} action={clear}>
                  {t('people.notFoundHint')}
                </EmptyState>
              )
            }
          />
          {list.items && list.items.length > 0 && (
            <More shown={list.items.length} hasMore={list.hasMore} busy={list.busy} onMore={list.more} />
          )}
        </Card>
      )}
    </Page>
  );
}

function PeopleActions() {
  const t = useT();
  const { canAnywhere } = useSession();
  const adds = canAnywhere('people.manage');
  return (
    <>
      {canAnywhere('grants.manage') && (
        <LinkButton icon={Mail} to={paths.invitations.to()}>
          {t('people.invitations.title')}
        </LinkButton>
      )}
      {adds && (
        <LinkButton icon={FileSpreadsheet} to={paths.peopleImport.to()}>
          {t('people.import')}
        </LinkButton>
      )}
      {adds && (
        <LinkButton look="primary" icon={UserPlus} to={paths.peopleInvite.to()}>
          {t('people.add')}
        </LinkButton>
      )}
    </>
  );
}

interface FinderProps {
  filters: { q: string; scope: string };
  onChange: (change: Partial<{ q: string; scope: string }>) => void;
}

function Finder({ filters, onChange }: FinderProps) {
  const t = useT();
  return (
    <search className="grid items-end gap-3 sm:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <SearchBox
        showLabel
        label={t('people.search')}
        placeholder=""
        value={filters.q}
        onSearch={(q) => onChange({ q })}
      />
      <Select
        label={t('people.scope')}
        value={filters.scope === 'own' ? 'own' : 'subtree'}
        onChange={(scope) => onChange({ scope: scope === 'own' ? 'own' : '' })}
        options={[
          { value: 'subtree', label: t('people.scope.subtree') },
          { value: 'own', label: t('people.scope.own') },
        ]}
      />
    </search>
  );
}

function useColumns(): Column<PersonRow>[] {
  const t = useT();
  return [
    { key: 'name', title: t('people.column.name'), width: '20%', cell: (person) => person.name },
    { key: 'title', title: t('people.column.title'), width: '20%', cell: (person) => person.title ?? '' },
    { key: 'unit', title: t('people.column.unit'), cell: (person) => person.unitName ?? '' },
    {
      key: 'contact',
      width: '30%',
      title: t('people.column.contact'),
      cell: (person) => (
        <>
          <span className="wrap-anywhere">{person.email}</span>
          {person.phone && <span className="block text-xs text-muted">{person.phone}</span>}
        </>
      ),
    },
  ];
}
