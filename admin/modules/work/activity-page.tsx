import FilePlus from 'lucide-react/icons/file-plus';
import { useState } from 'react';
import { type ActivityPage as Activity, getActivity } from '#modules/work/work.contract.ts';
import { useRead } from '../../app/data.ts';
import { useAddress } from '../../app/filters.ts';
import { paths } from '../../app/paths.ts';
import { ProblemPage } from '../../app/problem-notice.tsx';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { LinkButton } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { PageSkeleton } from '../../ui/skeleton.tsx';
import { ActivityFacts } from './activity-facts.tsx';
import { EvidenceForm } from './evidence-form.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { SayDone } from './say-done.tsx';
import { SeriesCard } from './series-card.tsx';
import { TargetsCard } from './targets-card.tsx';
import { WorkStateTag } from './work-words.tsx';

/** One activity: what is due and done by month, the evidence, and a form that takes a minute on a phone. */
export default function ActivityPage() {
  const { lineId } = useAddress(paths.activity);
  const read = useRead(getActivity, { lineId });
  if (read.error) return <ProblemPage problem={read.error} onRetry={() => void read.refetch()} />;
  return read.data ? <Whole key={lineId} page={read.data} /> : <PageSkeleton />;
}

function Whole({ page }: { page: Activity }) {
  const t = useT();
  const [recording, setRecording] = useState(false);
  const { can } = useSession();
  const { activity } = page;
  const mayRecord = page.can.includes('record');
  return (
    <Page
      title={activity.text}
      lead={activity.product || undefined}
      crumbs={[
        { label: t('work.title'), to: paths.work.to() },
        { label: page.plan.title, to: paths.plan.to({ planId: page.plan.id }) },
      ]}
      state={<WorkStateTag state={activity.state} daysLate={activity.daysLate} />}
      action={
        mayRecord &&
        !recording && (
          <>
            {can('articles.assign') && (
              <LinkButton to={paths.assignments.to({}, { giao: '1', hoatDong: activity.lineId })}>
                {t('work.page.assign')}
              </LinkButton>
            )}
            <Button look="primary" icon={FilePlus} onClick={() => setRecording(true)}>
              {t('work.page.record')}
            </Button>
          </>
        )
      }
    >
      {recording && <EvidenceForm page={page} onClose={() => setRecording(false)} />}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-6">
          {page.targets.length > 0 ? <TargetsCard targets={page.targets} /> : <SayDone page={page} />}
          <Card title={t('work.page.evidence')} flush>
            <EvidenceList
              items={page.evidence}
              series={page.series}
              onRecord={mayRecord && !recording ? () => setRecording(true) : undefined}
            />
          </Card>
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <ActivityFacts page={page} />
          <SeriesCard planId={page.plan.id} lineId={activity.lineId} series={page.series} mayAdd={mayRecord} />
        </div>
      </div>
    </Page>
  );
}
