import RefreshCw from 'lucide-react/icons/refresh-cw';
import Send from 'lucide-react/icons/send';
import type { OutputOf } from '#lib/contract.ts';
import { coverage } from '#modules/cascade/coverage.contract.ts';
import { getPlan, type Plan } from '#modules/plans/plans.contract.ts';
import { refresh, useRead } from '../../app/data.ts';
import { useAddress, useFilters } from '../../app/filters.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice, ProblemPage } from '../../app/problem-notice.tsx';
import { useT } from '../../texts/load.ts';
import { IconButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { PageSkeleton, Skeleton } from '../../ui/skeleton.tsx';
import { sum } from './counts.ts';
import { coverageFilters } from './coverage-filter.ts';
import { CoverageTabs } from './coverage-tabs.tsx';
import { NotIssued } from './not-issued.tsx';
import { usePlanCrumbs } from './plan-crumbs.ts';
import { useMaySend } from './use-may-send.ts';

export type Coverage = OutputOf<typeof coverage>;

const wasIssued = (plan: Plan): boolean => ['issued', 'closed', 'recalled'].includes(plan.state);

/** How a plan that was sent down stands: who has opened, answered, adopted, and what nobody has taken up. */
export default function CoveragePage() {
  const t = useT();
  const crumbs = usePlanCrumbs();
  const { planId } = useAddress(paths.planCoverage);
  const read = useRead(getPlan, { planId });
  if (read.error) return <ProblemPage problem={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data) return <PageSkeleton />;
  const { plan } = read.data;
  return (
    <Page
      title={t('cascade.coverage.title')}
      lead={t('cascade.coverage.lead')}
      crumbs={crumbs(plan)}
      action={wasIssued(plan) && <Acts plan={plan} />}
    >
      {wasIssued(plan) ? <CoverageOf key={planId} plan={plan} /> : <NotIssued planId={planId} />}
    </Page>
  );
}

function Acts({ plan }: { plan: Plan }) {
  const t = useT();
  const maySend = useMaySend(plan);
  return (
    <>
      <IconButton
        icon={RefreshCw}
        label={t('cascade.coverage.reload')}
        tip="end"
        onClick={() => void refresh(['/plans/:planId/'])}
      />
      {maySend && plan.state === 'issued' && (
        <LinkButton icon={Send} to={paths.planSend.to({ planId: plan.id })}>
          {t('cascade.send.open')}
        </LinkButton>
      )}
    </>
  );
}

function CoverageOf({ plan }: { plan: Plan }) {
  const [filters, setFilters] = useFilters(coverageFilters);
  const read = useRead(
    coverage,
    { planId: plan.id, within: filters.trong || undefined },
    { keepPrevious: true, refetchEvery: 60_000 },
  );
  if (read.error) return <ProblemNotice problem={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data) return <Skeleton lines={10} />;
  const { data } = read;
  if (filters.trong === '' && sum(data.units) === 0) return <NotSent plan={plan} />;
  return (
    <>
      {data.unsent > 0 && <Unsent plan={plan} n={data.unsent} />}
      <CoverageTabs plan={plan} data={data} filters={filters} onFilter={setFilters} />
    </>
  );
}

/** Lines that an edition added go down by a sending of their own. */
function Unsent({ plan, n }: { plan: Plan; n: number }) {
  const t = useT();
  return (
    <Notice
      tone="warning"
      title={t('cascade.coverage.unsent', { n })}
      action={
        <LinkButton size="sm" icon={Send} to={paths.planSend.to({ planId: plan.id })}>
          {t('cascade.send.open')}
        </LinkButton>
      }
    >
      {t('cascade.coverage.unsentHint')}
    </Notice>
  );
}

function NotSent({ plan }: { plan: Plan }) {
  const t = useT();
  const maySend = useMaySend(plan) && plan.state === 'issued';
  return (
    <EmptyState
      title={t('cascade.coverage.notSent')}
      action={
        maySend && (
          <LinkButton look="primary" icon={Send} to={paths.planSend.to({ planId: plan.id })}>
            {t('cascade.send.open')}
          </LinkButton>
        )
      }
    >
      {t('cascade.coverage.notSentHint')}
    </EmptyState>
  );
}
