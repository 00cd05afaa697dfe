import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import { listClasses, type SchoolClass } from '#modules/media/classes.contract.ts';
import { useRead } from '../../app/data.ts';
import { useFilters } from '../../app/filters.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Select } from '../../ui/select.tsx';
import { ClassAdd } from './class-add.tsx';
import { ClassTable } from './class-table.tsx';

/** Classes of the school by school year, with how far their pupils may be shown. */
export default function ClassesPage() {
  const t = useT();
  const { unit, can } = useSession();
  const entrusted = unit !== null && can('consents.read');
  const [filters, setFilters] = useFilters({ nam: '' });
  const [adding, setAdding] = useState(false);
  const schoolYear = Number(filters.nam) || undefined;
  const read = useRead(listClasses, { unitId: unit?.id ?? '', schoolYear }, { enabled: entrusted });
  if (!unit || !entrusted)
    return (
      <Page title={t('consents.classes')}>
        <EmptyState title={t(unit ? 'consents.notEntrusted' : 'consents.noUnit')}>
          {unit && t('consents.notEntrustedHint')}
        </EmptyState>
      </Page>
    );
  const mayAdd = can('consents.record');
  return (
    <Page
      title={t('consents.classes')}
      lead={t('consents.classesLead', { unit: unit.name })}
      crumbs={[{ label: t('consents.overview'), to: paths.consents.to() }]}
      action={
        mayAdd &&
        !adding && (
          <Button look="primary" icon={Plus} onClick={() => setAdding(true)}>
            {t('consents.addClass')}
          </Button>
        )
      }
    >
      {read.error && <ProblemNotice problem={read.error} onRetry={() => void read.refetch()} />}
      {read.data && (
        <Select
          label={t('consents.schoolYear')}
          className="max-w-60"
          value={String(read.data.schoolYear)}
          options={read.data.years.map((year) => ({ value: String(year), label: `${year}-${year + 1}` }))}
          onChange={(nam) => setFilters({ nam })}
        />
      )}
      {adding && read.data && (
        <ClassAdd unitId={unit.id} schoolYear={read.data.schoolYear} onDone={() => setAdding(false)} />
      )}
      <Classes items={read.data?.items} />
    </Page>
  );
}

function Classes({ items }: { items: readonly SchoolClass[] | undefined }) {
  const t = useT();
  return (
    <Card flush>
      <ClassTable
        items={items}
        empty={<EmptyState title={t('consents.noClasses')}>{t('consents.noClassesHint')}</EmptyState>}
      />
    </Card>
  );
}
