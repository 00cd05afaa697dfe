import { useState } from 'react';
import { newId } from '#lib/id.ts';
import { proposeDispatch } from '#modules/cascade/cascade.contract.ts';
import { getPlan, type Plan } from '#modules/plans/plans.contract.ts';
import { useRead } from '../../app/data.ts';
import { useDraft } from '../../app/draft.ts';
import { DraftNotice } from '../../app/draft-notice.tsx';
import { useAddress } from '../../app/filters.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice, ProblemPage } from '../../app/problem-notice.tsx';
import { useT } from '../../texts/load.ts';
import { Page } from '../../ui/page.tsx';
import { PageSkeleton, Skeleton } from '../../ui/skeleton.tsx';
import { NotIssued } from './not-issued.tsx';
import { PastDispatches } from './past-dispatches.tsx';
import { usePlanCrumbs } from './plan-crumbs.ts';
import { SendAddressees } from './send-addressees.tsx';
import { draftOf, type Proposal, type SendDraft } from './send-draft.ts';
import { SendLines } from './send-lines.tsx';
import { SendPreview } from './send-preview.tsx';
import { SendTerms } from './send-terms.tsx';
import { SentNotice } from './sent-notice.tsx';

/** An issued plan goes down: what of it, to whom, by when. */
export default function SendPage() {
  const t = useT();
  const crumbs = usePlanCrumbs();
  const { planId } = useAddress(paths.planSend);
  const read = useRead(getPlan, { planId });
  if (read.error) return <ProblemPage problem={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data) return <PageSkeleton />;
  const { plan } = read.data;
  return (
    <Page title={t('cascade.send.title')} lead={t('cascade.send.lead')} crumbs={crumbs(plan)}>
      {plan.state === 'issued' ? <SendPlan key={planId} plan={plan} /> : <NotIssued planId={planId} />}
    </Page>
  );
}

function SendPlan({ plan }: { plan: Plan }) {
  const read = useRead(proposeDispatch, { planId: plan.id });
  if (read.error) return <ProblemNotice problem={read.error} onRetry={() => void read.refetch()} />;
  return read.data ? <Steps plan={plan} proposal={read.data} /> : <Skeleton lines={10} />;
}

function Steps({ plan, proposal }: { plan: Plan; proposal: Proposal }) {
  const [start] = useState(() => draftOf(proposal, newId()));
  const kept = useDraft<SendDraft>(`send ${plan.id}`, start, plan.version);
  const [sent, setSent] = useState<number>();
  const onSent = (units: number) => {
    kept.clear();
    // The next dispatch is another one; what was chosen stays to be seen.
    kept.set({ ...kept.value, id: newId() });
    kept.clear();
    setSent(units);
  };
  const parts = { proposal, draft: kept.value, onChange: kept.set };
  return (
    <>
      {sent !== undefined && <SentNotice planId={plan.id} units={sent} />}
      <DraftNotice draft={kept} />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <SendLines {...parts} />
          <SendAddressees {...parts} unitId={plan.unitId} />
          <SendTerms draft={kept.value} onChange={kept.set} />
        </div>
        <div className="min-w-0 lg:sticky lg:top-20">
          <SendPreview plan={plan} proposal={proposal} draft={kept.value} onSent={onSent} />
        </div>
      </div>
      <PastDispatches plan={plan} />
    </>
  );
}
