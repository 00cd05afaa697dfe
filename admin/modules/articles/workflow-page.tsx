import { useState } from 'react';
import { moment } from '#lib/format.ts';
import { getWorkflow, listWorkflowUnits, type Workflow } from '#modules/articles/workflows.contract.ts';
import { useRead } from '../../app/data.ts';
import { useFilters } from '../../app/filters.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useSession } from '../../app/session.tsx';
import { useLanguage, useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Stops } from '../../ui/stops.tsx';
import { WorkflowForm } from './workflow-form.tsx';
import { InheritButton } from './workflow-inherit.tsx';

/** The steps that texts of a unit take: seen by whoever reads them, set by whoever manages the newsroom. */
export default function WorkflowPage() {
  const t = useT();
  const { unit } = useSession();
  const [filters, setFilters] = useFilters({ donVi: '' });
  const { data: mine, error, refetch } = useRead(listWorkflowUnits, {});
  const items = mine?.items ?? [];
  const unitId = filters.donVi || (items.find((one) => one.id === unit?.id) ?? items[0])?.id;
  return (
    <Page
      title={t('steps.flow.title')}
      lead={t('steps.flow.lead')}
      crumbs={[{ label: t('steps.waiting.title'), to: paths.reviews.to() }]}
      width="reading"
    >
      {items.length > 1 && (
        <Select
          label={t('steps.flow.unit')}
          className="sm:w-96"
          value={unitId ?? ''}
          onChange={(donVi) => setFilters({ donVi })}
          options={items.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {error && !mine && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {mine && items.length === 0 && <EmptyState title={t('steps.flow.none')} />}
      {unitId && <OfUnit key={unitId} unitId={unitId} />}
    </Page>
  );
}

function OfUnit({ unitId }: { unitId: string }) {
  const t = useT();
  const read = useRead(getWorkflow, { unitId });
  const [editing, setEditing] = useState(false);
  if (read.error && !read.data) return <ProblemNotice problem={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data) return <Skeleton lines={6} />;
  const of = read.data;
  if (editing) return <WorkflowForm of={of} onClose={() => setEditing(false)} />;
  return (
    <Card title={of.unitName}>
      <div className="flex flex-col gap-4">
        <Origin of={of} />
        <Stops
          label={t('steps.flow.title')}
          stops={of.steps.map((step) => ({
            key: step.key,
            label: step.name,
            state: 'next',
            person: step.personName ?? t(`steps.by.${step.by}`),
            time: t('steps.flow.days', { n: step.days }),
          }))}
        />
        {of.can.includes('set') && (
          <div className="flex flex-wrap gap-2">
            <Button look="primary" onClick={() => setEditing(true)}>
              {t(of.from === 'own' ? 'steps.flow.change' : 'steps.flow.own')}
            </Button>
            {of.can.includes('inherit') && <InheritButton of={of} />}
          </div>
        )}
      </div>
    </Card>
  );
}

/** Whose setting it is, and whom a change would concern. */
function Origin({ of }: { of: Workflow }) {
  const t = useT();
  const language = useLanguage();
  const said = [
    of.from === 'above'
      ? t('steps.flow.from.above', { unit: of.fromUnitName ?? '–' })
      : t(`steps.flow.from.${of.from}`),
    of.source && t('steps.flow.source', { source: of.source }),
    of.setByName &&
      of.setAt &&
      t('steps.flow.setBy', { who: of.setByName, time: moment(of.setAt, Date.now(), language) }),
    of.takenUpBy > 0 && t(of.from === 'own' ? 'steps.flow.takenUp' : 'steps.flow.takenUpIf', { n: of.takenUpBy }),
    of.underWay > 0 && t('steps.flow.underWay', { n: of.underWay }),
  ].filter((one): one is string => typeof one === 'string' && one !== '');
  return (
    <div className="flex max-w-[80ch] flex-col gap-1">
      {said.map((one, i) => (
        <p key={one} className={i === 0 ? undefined : 'text-sm text-muted'}>
          {one}
        </p>
      ))}
    </div>
  );
}
