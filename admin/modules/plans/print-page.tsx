import Printer from 'lucide-react/icons/printer';
import { useEffect } from 'react';
import { getPlan } from '#modules/plans/plans.contract.ts';
import { useRead } from '../../app/data.ts';
import { useAddress } from '../../app/filters.ts';
import { paths } from '../../app/paths.ts';
import { ProblemPage } from '../../app/problem-notice.tsx';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Breadcrumbs } from '../../ui/page.tsx';
import { PaperOfPlan } from './paper-card.tsx';
import { ResultsCard } from './results-card.tsx';

/** The paper alone: what the browser's own print brings out is the document, nothing else. */
export default function PrintPage() {
  const t = useT();
  const { planId } = useAddress(paths.planPrint);
  const read = useRead(getPlan, { planId });
  const title = read.data?.plan.title;
  useEffect(() => {
    // Also the name that the browser gives to a printed file.
    if (title) document.title = `${title} · Lan Tỏa`;
  }, [title]);
  if (read.error) return <ProblemPage problem={read.error} onRetry={() => void read.refetch()} />;
  return (
    <div className="flex flex-col gap-4 px-4 py-6 print:block print:p-0">
      <div
        data-print="no"
        className="mx-auto flex w-full max-w-[210mm] flex-wrap items-center justify-between gap-3 print:hidden"
      >
        <div>
          <Breadcrumbs
            items={[
              { label: t('plans.title'), to: paths.plans.to() },
              { label: read.data?.plan.title ?? '…', to: paths.plan.to({ planId }) },
            ]}
          />
          <h1 className="text-lg font-semibold">{t('plans.print.title')}</h1>
        </div>
        <Button look="primary" icon={Printer} onClick={() => window.print()}>
          {t('plans.print.print')}
        </Button>
      </div>
      <PaperOfPlan planId={planId} />
      {read.data?.plan.state === 'closed' && (
        <div className="mx-auto w-full max-w-[210mm] print:mt-8">
          <ResultsCard plan={read.data.plan} />
        </div>
      )}
    </div>
  );
}
