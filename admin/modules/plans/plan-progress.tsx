import { workStates } from '#lib/progress.ts';
import type { Plan } from '#modules/plans/plans.contract.ts';
import { planProgress } from '#modules/work/work.contract.ts';
import { useRead } from '../../app/data.ts';
import { paths } from '../../app/paths.ts';
import { useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { Link } from '../../ui/link.tsx';
import { Progress } from '../../ui/progress.tsx';
import { WorkProgress, WorkStateTag } from '../work/work-words.tsx';

const MOST = 6;

/** How far an issued plan has come: 2/3 for each activity, late ones first. */
export function PlanProgress({ plan }: { plan: Plan }) {
  const t = useT();
  const atWork = plan.state === 'issued' || plan.state === 'closed';
  const read = useRead(planProgress, { planId: plan.id }, { enabled: atWork });
  if (!atWork || !read.data?.items.length) return null;
  const { items, total, done } = read.data;
  const sorted = [...items].sort((a, b) => workStates.indexOf(a.state) - workStates.indexOf(b.state));
  return (
    <Card title={t('work.plan.progress')}>
      {total > 0 && <Progress done={done} total={total} label={t('work.whole', { done, total })} />}
      <ul className="mt-3 flex flex-col gap-3">
        {sorted.slice(0, MOST).map((a) => (
          <li key={a.lineId} className="flex flex-col gap-1">
            <Link to={paths.activity.to({ lineId: a.lineId })} className="text-ink hover:underline">
              {a.text}
            </Link>
            <span className="flex flex-wrap items-center gap-2">
              <WorkStateTag state={a.state} daysLate={a.daysLate} />
              <WorkProgress of={a} className="flex-1" />
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-3">
        <Link to={paths.work.to({}, { plan: plan.id })}>{t('work.plan.progressAll')}</Link>
      </p>
    </Card>
  );
}
