import { moment } from '#lib/format.ts';
import { checkPlan, getPlan, type PlanWhole } from '#modules/plans/plans.contract.ts';
import { useRead } from '../../app/data.ts';
import { useAddress } from '../../app/filters.ts';
import { paths } from '../../app/paths.ts';
import { ProblemPage } from '../../app/problem-notice.tsx';
import { useLanguage, useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { PageSkeleton } from '../../ui/skeleton.tsx';
import { type Stop, Stops } from '../../ui/stops.tsx';
import { AskedNotice } from '../cascade/asked-notice.tsx';
import { CascadeLinks } from '../cascade/cascade-links.tsx';
import { ActPanel } from './act-panel.tsx';
import { useChosenAct } from './chosen-act.ts';
import { EditionNotices } from './edition-notices.tsx';
import { PaperCard } from './paper-card.tsx';
import { PlanActions } from './plan-actions.tsx';
import { Comments } from './plan-comments.tsx';
import { Facts } from './plan-facts.tsx';
import { History } from './plan-history.tsx';
import { PlanLinks } from './plan-links.tsx';
import { PlanProgress } from './plan-progress.tsx';
import { Warnings } from './plan-warnings.tsx';
import { PlanStateTags, periodText, waitsFor } from './plan-words.tsx';
import { ResultsCard } from './results-card.tsx';
import { UnsentNotice } from './unsent-notice.tsx';
import { mainAct, wayOf } from './way.ts';

/** One plan: where it stands, what can be done with it now, and how it looks on paper. */
export default function PlanPage() {
  const { planId } = useAddress(paths.plan);
  const read = useRead(getPlan, { planId });
  if (read.error) return <ProblemPage problem={read.error} onRetry={() => void read.refetch()} />;
  return read.data ? <WholePlan key={planId} whole={read.data} /> : <PageSkeleton />;
}

function WholePlan({ whole }: { whole: PlanWhole }) {
  const t = useT();
  const language = useLanguage();
  const { plan } = whole;
  const checks = useRead(checkPlan, { planId: plan.id });
  const [act, choose] = useChosenAct(plan.can);
  const close = () => {
    choose(null);
    // The form that had the focus is gone: reading goes on with the page.
    document.getElementById('content')?.focus({ preventScroll: true });
  };
  return (
    <Page
      title={plan.title}
      lead={`${t(`plans.kind.${plan.kind}`)} · ${periodText(plan.period, t, language)} · ${plan.unitName}`}
      crumbs={[{ label: t('plans.title'), to: paths.plans.to() }]}
      state={<PlanStateTags state={plan.state} waiting={waitsFor(mainAct(plan.can))} />}
      action={
        <>
          <CascadeLinks plan={plan} />
          <PlanActions plan={plan} onAct={choose} />
        </>
      }
    >
      <UnsentNotice planId={plan.id} />
      <AskedNotice planId={plan.id} ofUnit={plan.unitId} />
      <EditionNotices plan={plan} />
      {plan.returnedReason && (
        <Notice tone="danger" title={t('plans.returned.title')}>
          <p className="whitespace-pre-line">{plan.returnedReason}</p>
        </Notice>
      )}
      {act && <ActPanel key={act} act={act} whole={whole} warnings={checks.data?.items} onClose={close} />}
      <Way whole={whole} />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="order-2 min-w-0 lg:order-1">
          <div className="flex flex-col gap-6">
            <PaperCard plan={plan} />
            {plan.state === 'closed' && <ResultsCard plan={plan} />}
          </div>
        </div>
        <div className="order-1 flex min-w-0 flex-col gap-6 lg:order-2">
          <PlanProgress plan={plan} />
          <PlanLinks plan={plan} />
          <Facts plan={plan} />
          <Warnings items={checks.data?.items} editable={plan.can.includes('edit')} planId={plan.id} />
          <Comments whole={whole} />
          <History history={whole.history} />
        </div>
      </div>
    </Page>
  );
}

/** Dự thảo → … → kết thúc, with who passed each stop and when. */
function Way({ whole }: { whole: PlanWhole }) {
  const t = useT();
  const language = useLanguage();
  const stops = wayOf(whole).map(
    ({ stop, state, step }): Stop => ({
      key: stop,
      label: t(`plans.step.${stop}`),
      state,
      person: step && state !== 'now' ? step.personName : stop === 'draft' ? whole.plan.leadName : undefined,
      time: step && state !== 'now' ? moment(step.at, Date.now(), language) : undefined,
      note: state === 'skipped' ? t('plans.step.skipped') : state === 'returned' ? t('plans.step.return') : undefined,
    }),
  );
  return (
    <Card title={t('plans.page.way')}>
      <Stops label={t('plans.page.way')} stops={stops} />
    </Card>
  );
}
