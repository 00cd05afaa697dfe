import FileSpreadsheet from 'lucide-react/icons/file-spreadsheet';
import UserPlus from 'lucide-react/icons/user-plus';
import type { UnitDetail } from '#modules/org/org.contract.ts';
import { listPeople } from '#modules/org/people.contract.ts';
import { useList } from '../../app/data.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link.tsx';
import { More } from '../../ui/more.tsx';
import { Table } from '../../ui/table.tsx';
import { UnitGrants } from './unit-grants.tsx';

/** People with a post at the unit, and the roles people hold there. */
export function UnitPeople({ unit }: { unit: UnitDetail }) {
  return (
    <div className="grid items-start gap-6 xl:grid-cols-2">
      <PeopleOfUnit unit={unit} />
      <UnitGrants unit={unit} />
    </div>
  );
}

function PeopleOfUnit({ unit }: { unit: UnitDetail }) {
  const t = useT();
  const list = useList(listPeople, { unitId: unit.id });
  const manages = unit.can.includes('manage-people');
  const add = manages && (
    <>
      <LinkButton size="sm" icon={UserPlus} to={paths.peopleInvite.to({}, { unit: unit.id })}>
        {t('org.people.add')}
      </LinkButton>
      <LinkButton size="sm" icon={FileSpreadsheet} to={paths.peopleImport.to({}, { unit: unit.id })}>
        {t('org.people.import')}
      </LinkButton>
    </>
  );
  if (list.query.error) {
    return <ProblemNotice problem={list.query.error} onRetry={() => void list.query.refetch()} />;
  }
  return (
    <Card
      title={t('org.people.title')}
      flush
      action={list.items && list.items.length > 0 && <div className="flex flex-wrap gap-2">{add}</div>}
    >
      <Table
        caption={t('org.people.title')}
        rows={list.items}
        keyOf={(person) => person.id}
        linkOf={(person) => paths.person.to({ personId: person.id })}
        columns={[
          {
            key: 'name',
            title: t('org.people.name'),
            cell: (person) => (
              <>
                {person.name}
                <span className="block font-normal text-muted">{person.title}</span>
              </>
            ),
          },
          {
            key: 'contact',
            title: t('org.people.contact'),
            cell: (person) => (
              <>
                <span className="wrap-anywhere">{person.email}</span>
                {person.phone && <span className="block text-xs text-muted">{person.phone}</span>}
              </>
            ),
          },
        ]}
        empty={
          <EmptyState small title={t('org.people.none')} action={add}>
            {manages && t('org.people.noneHint')}
          </EmptyState>
        }
      />
      {list.items && list.items.length > 0 && (
        <More shown={list.items.length} hasMore={list.hasMore} busy={list.busy} onMore={list.more} />
      )}
    </Card>
  );
}
