import type { OutputOf } from '#lib/contract.ts';
import type { Plan } from '#modules/plans/plans.contract.ts';
import { planResults } from '#modules/plans/steps.contract.ts';
import { useRead } from '../../app/data.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';

export type Result = OutputOf<typeof planResults>['items'][number];

/** How much of a line was done: 2/3 with a bar, or the bare number where nothing was set. */
export function Done({ result }: { result: Result }) {
  const t = useT();
  if (result.planned === null)
    return <p className="text-xs text-muted">{t('plans.results.none', { n: result.done })}</p>;
  return <Progress done={result.done} total={result.planned} label={t('plans.results.of', { name: result.text })} />;
}

/** What was done of a closed plan, as it was kept on that day. */
export function ResultsCard({ plan }: { plan: Plan }) {
  const t = useT();
  const read = useRead(planResults, { planId: plan.id });
  if (read.data?.items.length === 0) return null;
  return (
    <Card title={t('plans.page.results')} flush>
      {read.error ? (
        <ProblemNotice problem={read.error} onRetry={() => void read.refetch()} />
      ) : !read.data ? (
        <Skeleton lines={4} />
      ) : (
        <ul className="divide-y divide-line">
          {read.data.items.map((result) => (
            <li key={result.lineId} className="grid gap-x-4 gap-y-1 px-4 py-3 sm:grid-cols-[minmax(0,1fr)_9rem]">
              <div className="min-w-0">
                <p className="wrap-break-word">{result.text}</p>
                {result.note && <p className="text-muted whitespace-pre-line">{result.note}</p>}
              </div>
              <Done result={result} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
