import Printer from 'lucide-react/icons/printer';
import { lazy, Suspense } from 'react';
import type { PlanDocument } from '#lib/plan-document.ts';
import { exportPlan, type Plan, planPaper } from '#modules/plans/plans.contract.ts';
import { useRead } from '../../app/data.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { requestOf } from '../../app/request.ts';
import { useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { DownloadLink, LinkButton } from '../../ui/link.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { StateTag } from '../../ui/state-tag.tsx';

const Paper = lazy(async () => ({ default: (await import('./paper.tsx')).Paper }));
const formats = ['docx', 'pdf', 'xlsx'] as const;

/** The plan on paper, with its files. */
export function PaperCard({ plan }: { plan: Plan }) {
  const t = useT();
  return (
    <Card
      title={t('plans.page.paper')}
      action={
        <span className="flex flex-wrap items-center justify-end gap-2">
          {plan.state === 'recalled' && <StateTag tone="danger">{t('plans.state.recalled')}</StateTag>}
          <LinkButton size="sm" look="quiet" icon={Printer} to={paths.planPrint.to({ planId: plan.id })}>
            {t('plans.page.print')}
          </LinkButton>
        </span>
      }
      flush
    >
      <div className="flex flex-wrap gap-2 border-b border-line p-3">
        {formats.map((format) => (
          <DownloadLink key={format} size="sm" href={requestOf(exportPlan, { planId: plan.id, format }).url}>
            {t(`plans.page.${format}`)}
          </DownloadLink>
        ))}
      </div>
      <div className="bg-sunken p-3 md:p-4">
        <PaperOfPlan planId={plan.id} />
      </div>
    </Card>
  );
}

/** The paper of a plan, read and drawn. */
export function PaperOfPlan({ planId }: { planId: string }) {
  const t = useT();
  const read = useRead(planPaper, { planId });
  if (read.error) return <ProblemNotice problem={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data) return <Skeleton lines={8} />;
  // The contract says only that it is a record: its shape is the shared model of the paper writers.
  const paper = read.data as unknown as PlanDocument;
  return (
    <Suspense fallback={<Skeleton lines={8} />}>
      <Paper paper={paper} label={t('plans.paper.label')} />
    </Suspense>
  );
}
