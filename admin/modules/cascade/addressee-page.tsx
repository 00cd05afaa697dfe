import Bell from 'lucide-react/icons/bell-ring';
import { type ReactNode, useState } from 'react';
import type { OutputOf } from '#lib/contract.ts';
import { moment } from '#lib/format.ts';
import { getAddressee } from '#modules/cascade/coverage.contract.ts';
import { getPlan, type Plan } from '#modules/plans/plans.contract.ts';
import { useRead } from '../../app/data.ts';
import { useAddress } from '../../app/filters.ts';
import { paths } from '../../app/paths.ts';
import { ProblemPage } from '../../app/problem-notice.tsx';
import { useLanguage, useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { Link, LinkButton } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { PageSkeleton } from '../../ui/skeleton.tsx';
import { AnsweredLines } from './answered-lines.tsx';
import { CopyReminder } from './copy-reminder.tsx';
import { Due } from './due.tsx';
import { LinksCard } from './links-card.tsx';
import { usePlanCrumbs } from './plan-crumbs.ts';
import { UnitTag } from './state-words.tsx';
import { useMaySend } from './use-may-send.ts';

export type Addressee = OutputOf<typeof getAddressee>;

/** One unit that got the plan: what it answered, and the ways to reach it. */
export default function AddresseePage() {
  const { planId, addresseeId } = useAddress(paths.planAddressee);
  const plan = useRead(getPlan, { planId });
  const read = useRead(getAddressee, { planId, addresseeId });
  const problem = plan.error ?? read.error;
  if (problem)
    return <ProblemPage problem={problem} onRetry={() => void Promise.all([plan.refetch(), read.refetch()])} />;
  if (!plan.data || !read.data) return <PageSkeleton />;
  return <OneUnit plan={plan.data.plan} data={read.data} />;
}

function OneUnit({ plan, data }: { plan: Plan; data: Addressee }) {
  const t = useT();
  const crumbs = usePlanCrumbs();
  const maySend = useMaySend(plan);
  const { unit } = data;
  const place = { planId: plan.id };
  return (
    <Page
      title={unit.unitName}
      lead={t('cascade.coverage.unitLead')}
      state={<UnitTag state={unit.state} />}
      crumbs={[...crumbs(plan), { label: t('cascade.coverage.title'), to: paths.planCoverage.to(place) }]}
      action={maySend && <Reminding planId={plan.id} unit={unit} />}
    >
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <AnsweredLines lines={data.lines} />
        <div className="flex min-w-0 flex-col gap-6">
          <Facts unit={unit} />
          {maySend && (
            <LinksCard plan={plan} addresseeId={unit.id} unitName={unit.unitName} hasAccount={unit.hasAccount} />
          )}
        </div>
      </div>
    </Page>
  );
}

/** A unit that has answered whole is left in peace. Its own kind within itself is it alone, without those below. */
function Reminding({ planId, unit }: { planId: string; unit: Addressee['unit'] }) {
  const t = useT();
  if (unit.state === 'done') return null;
  const states = 'unopened,unanswered,wants-change,loose';
  const search = { trong: unit.unitId, loai: unit.kind, trangthai: states, nhac: 'co' };
  return (
    <>
      <CopyReminder planId={planId} filter={{ within: unit.unitId, kind: unit.kind, states }} />
      <LinkButton icon={Bell} to={paths.planCoverage.to({ planId }, search)}>
        {t('cascade.remind.one')}
      </LinkButton>
    </>
  );
}

function Facts({ unit }: { unit: Addressee['unit'] }) {
  const t = useT();
  const language = useLanguage();
  const [now] = useState(() => Date.now());
  const at = (instant: string | null) =>
    instant ? moment(instant, now, language) : <span className="text-muted">{t('cascade.coverage.fact.never')}</span>;
  const rows: [label: string, value: ReactNode][] = [
    [t('cascade.coverage.column.answered'), `${unit.answered}/${unit.asked}`],
    [t('cascade.coverage.fact.mode'), t(`cascade.send.mode.${unit.mode}`)],
    [t('cascade.coverage.filter.kind'), t(`ui.kind.${unit.kind}`)],
    [t('cascade.coverage.fact.above'), unit.aboveName ?? '–'],
    [t('cascade.coverage.fact.due'), <Due key="due" dueOn={unit.dueOn} lateDays={unit.lateDays} />],
    [t('cascade.coverage.fact.opened'), at(unit.openedAt)],
    [t('cascade.coverage.fact.answeredAt'), at(unit.answeredAt)],
    [t('cascade.coverage.fact.reminded'), at(unit.remindedAt)],
    [
      t('cascade.coverage.filter.account'),
      t(unit.hasAccount ? 'cascade.coverage.filter.with' : 'cascade.coverage.filter.without'),
    ],
    [t('cascade.coverage.fact.ownPlan'), <OwnPlan key="plan" planId={unit.ownPlanId} />],
  ];
  return (
    <Card title={t('cascade.coverage.unitFacts')}>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-2">
        {rows.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-muted">{label}</dt>
            <dd className="min-w-0 wrap-break-word">{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function OwnPlan({ planId }: { planId: string | null }) {
  const t = useT();
  if (!planId) return <span className="text-muted">{t('cascade.coverage.fact.ownPlanNone')}</span>;
  return <Link to={paths.plan.to({ planId })}>{t('cascade.coverage.fact.ownPlanOpen')}</Link>;
}
