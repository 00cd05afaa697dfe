import FilePen from 'lucide-react/icons/file-pen';
import { useState } from 'react';
import type { OutputOf } from '#lib/contract.ts';
import { diffEditions, listEditions } from '#modules/plans/editions.contract.ts';
import { getPlan, type Plan } from '#modules/plans/plans.contract.ts';
import { useRead } from '../../app/data.ts';
import { useAddress, useFilters } from '../../app/filters.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice, ProblemPage } from '../../app/problem-notice.tsx';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { Select } from '../../ui/select.tsx';
import { PageSkeleton, Skeleton } from '../../ui/skeleton.tsx';
import { BeginAmendment } from './begin-amendment.tsx';
import { EditionList } from './edition-list.tsx';
import { VersionChanges } from './version-changes.tsx';

export type Editions = OutputOf<typeof listEditions>;

/** Editions of a plan with number, day and reason, and old against new line by line; here an amendment begins. */
export default function EditionsPage() {
  const t = useT();
  const { planId } = useAddress(paths.planAmend);
  const plan = useRead(getPlan, { planId });
  const read = useRead(listEditions, { planId });
  const [begun, setBegun] = useState(false);
  const problem = plan.error ?? read.error;
  if (problem) return <ProblemPage problem={problem} onRetry={() => void read.refetch()} />;
  if (!plan.data || !read.data) return <PageSkeleton />;
  const { plan: amended } = plan.data;
  const { items, open } = read.data;
  const mayBegin = amended.can.includes('amend') && open === null;
  return (
    <Page
      title={t('editions.title')}
      lead={t('editions.lead')}
      crumbs={[
        { label: t('plans.title'), to: paths.plans.to() },
        { label: amended.title, to: paths.plan.to({ planId }) },
      ]}
      action={
        mayBegin &&
        !begun && (
          <Button look="primary" icon={FilePen} onClick={() => setBegun(true)}>
            {t('editions.begin')}
          </Button>
        )
      }
    >
      {begun && mayBegin && <BeginAmendment plan={amended} onClose={() => setBegun(false)} />}
      {items.length === 0 ? (
        <EmptyState title={t('editions.notYet')}>{t('editions.notYetHint')}</EmptyState>
      ) : (
        <Compared plan={amended} editions={read.data} />
      )}
    </Page>
  );
}

/** What is compared stands in the address; at first what is being drafted, else what the last edition did. */
function Compared({ plan, editions: { items, open } }: { plan: Plan; editions: Editions }) {
  const t = useT();
  const [{ tu, den }, setFilters] = useFilters({ tu: '', den: '' });
  const latest = items[0]?.n ?? 1;
  const to = den || (open ? '0' : String(latest));
  const from = tu || String(to === '0' ? latest : Math.max(1, Number(to) - 1));
  const nameOf = (n: number) => (n === 1 ? t('editions.option.first') : t('editions.option.nth', { n: n - 1 }));
  const options = items.map(({ n }) => ({ value: String(n), label: nameOf(n) }));
  const never = items.length === 1 && !open;
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[20rem_minmax(0,1fr)]">
      <EditionList
        plan={plan}
        items={items}
        open={open}
        onCompare={(n) => setFilters({ tu: String(n === 0 ? latest : n - 1), den: String(n) })}
      />
      {never ? (
        <EmptyState title={t('editions.never')}>{t('editions.neverHint')}</EmptyState>
      ) : (
        <div className="flex min-w-0 flex-col gap-4">
          <div className="grid gap-3 sm:grid-cols-2">
            <Select
              label={t('editions.from')}
              value={from}
              options={options}
              onChange={(n) => setFilters({ tu: n, den: to })}
            />
            <Select
              label={t('editions.to')}
              value={to}
              options={[...(open ? [{ value: '0', label: t('editions.option.open') }] : []), ...options]}
              onChange={(n) => setFilters({ tu: from, den: n })}
            />
          </div>
          <Changes planId={plan.id} from={from} to={to} draft={to === '0' && open ? open.planId : null} />
        </div>
      )}
    </div>
  );
}

interface ChangesProps {
  planId: string;
  from: string;
  to: string;
  /** The amendment that is being drafted, where it is what is compared. */
  draft: string | null;
}

function Changes({ planId, from, to, draft }: ChangesProps) {
  const t = useT();
  const read = useRead(diffEditions, { planId, from, to }, { keepPrevious: true });
  if (read.error) return <ProblemNotice problem={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data) return <Skeleton lines={5} />;
  if (read.data.changes.length === 0 && draft !== null)
    return (
      <EmptyState
        small
        title={t('editions.none')}
        action={<LinkButton to={paths.planEdit.to({ planId: draft })}>{t('editions.goOn')}</LinkButton>}
      >
        {t('editions.noneHint')}
      </EmptyState>
    );
  return <VersionChanges changes={read.data.changes} />;
}
