import Table from 'lucide-react/icons/table-2';
import type { OutputOf } from '#lib/contract.ts';
import { lastYear } from '#modules/plans/next-year.contract.ts';
import { useRead } from '../../../app/data.ts';
import { paths } from '../../../app/paths.ts';
import { useT } from '../../../texts/load.ts';
import { LinkButton } from '../../../ui/link.tsx';
import { useBook, useLine, useOrder } from '../editing/use-desk.ts';

/** Activities are written in the matrix; here they are listed, so that the plan is seen whole. */
export function ActivitiesSection({ follows }: { follows: boolean }) {
  const t = useT();
  const ids = useOrder('activity', null);
  const planId = useBook((book) => book.plan.id);
  const before = useRead(lastYear, { planId }, { enabled: follows });
  const results = new Map(before.data?.items.map((result) => [result.lineId, result]));
  return (
    <section id="part-activity" aria-labelledby="part-activity-title" className="scroll-mt-20">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="part-activity-title" className="text-base font-semibold">
          {t('plans.part.activity')}
        </h2>
        <LinkButton size="sm" icon={Table} to={paths.planMatrix.to({ planId })}>
          {t('plans.edit.toMatrix')}
        </LinkButton>
      </div>
      <p className="mb-2 text-xs text-muted">
        {ids.length === 0 ? t('plans.edit.noActivities') : t('plans.edit.activities', { n: ids.length })}
      </p>
      <ol className="flex flex-col gap-1">
        {ids.map((id, i) => (
          <ActivityName key={id} id={id} n={i + 1} before={results.get(id)} />
        ))}
      </ol>
    </section>
  );
}

type LastYear = OutputOf<typeof lastYear>['items'][number];

function ActivityName({ id, n, before }: { id: string; n: number; before: LastYear | undefined }) {
  const line = useLine(id);
  return (
    <li className="flex gap-1">
      <span aria-hidden className="w-7 shrink-0 text-right text-muted tabular-nums">
        {n}.
      </span>
      <span className="min-w-0 px-2 wrap-break-word">
        {line?.mine.text}
        {typeof line?.mine.detail.product === 'string' && line.mine.detail.product && (
          <span className="text-muted"> · {line.mine.detail.product}</span>
        )}
        {before && <LastYearCaption result={before} />}
      </span>
    </li>
  );
}

/** What came of it last year: to plan by, not to copy. */
function LastYearCaption({ result: { planned, done, note } }: { result: LastYear }) {
  const t = useT();
  const words =
    planned === null ? t('plans.edit.lastYearUncounted', { done }) : t('plans.edit.lastYear', { done, planned });
  return (
    <span className="block text-xs text-muted">
      {words}
      {note && ` · ${note}`}
    </span>
  );
}
