import UserRoundPlus from 'lucide-react/icons/user-round-plus';
import { useState } from 'react';
import type { OutputOf } from '#lib/contract.ts';
import { formatNumber, moment, shortDay } from '#lib/format.ts';
import { newId } from '#lib/id.ts';
import { listDispatches, sendWave } from '#modules/cascade/cascade.contract.ts';
import type { Plan } from '#modules/plans/plans.contract.ts';
import { useRead, useWrite } from '../../app/data.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useLanguage, useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { toast } from '../../ui/toast.tsx';

type Dispatch = OutputOf<typeof listDispatches>['items'][number];

/** How the plan went down so far, latest first; each can be repeated for units that have come since. */
export function PastDispatches({ plan }: { plan: Plan }) {
  const t = useT();
  const read = useRead(listDispatches, { planId: plan.id });
  return (
    <Card title={t('cascade.send.past')} flush>
      {read.error && <ProblemNotice problem={read.error} onRetry={() => void read.refetch()} />}
      {read.isPending && <Skeleton lines={3} />}
      {read.data?.items.length === 0 && <p className="p-4 text-muted">{t('cascade.send.pastNone')}</p>}
      <ul className="divide-y divide-line">
        {read.data?.items.map((dispatch) => (
          <PastDispatch key={dispatch.id} planId={plan.id} dispatch={dispatch} />
        ))}
      </ul>
    </Card>
  );
}

function PastDispatch({ planId, dispatch }: { planId: string; dispatch: Dispatch }) {
  const t = useT();
  const language = useLanguage();
  const [now] = useState(() => Date.now());
  const day = moment(dispatch.sentAt, now, language);
  const lines = dispatch.choice.lines.length;
  const units = formatNumber(dispatch.units, 0, language);
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-72">
        <p className="font-semibold">
          {t(dispatch.waveOf ? 'cascade.send.pastWave' : 'cascade.send.pastFirst', { day })}
        </p>
        <p className="text-muted">
          {t('cascade.send.pastFacts', { lines, units })}
          {dispatch.dueOn && ` · ${t('cascade.send.pastDue', { day: shortDay(dispatch.dueOn) })}`}
          {` · ${dispatch.sentByName}`}
        </p>
        {dispatch.note && <p className="mt-1 whitespace-pre-line">{dispatch.note}</p>}
      </div>
      {dispatch.newUnits > 0 && <Wave planId={planId} dispatch={dispatch} />}
    </li>
  );
}

/** The same again for units that were opened, or came here, since. */
function Wave({ planId, dispatch }: { planId: string; dispatch: Dispatch }) {
  const t = useT();
  const [id] = useState(newId);
  const [asking, setAsking] = useState(false);
  const n = dispatch.newUnits;
  const send = useWrite(sendWave, {
    changes: ['/plans', '/asked', '/sent'],
    onDone: ({ units }) => {
      setAsking(false);
      toast({ text: t('cascade.send.waveDone', { n: units }) });
    },
  });
  return (
    <>
      <Button size="sm" icon={UserRoundPlus} onClick={() => setAsking(true)}>
        {t('cascade.send.wave', { n })}
      </Button>
      <Confirm
        open={asking}
        title={t('cascade.send.waveTitle', { n })}
        verb={t('cascade.send.waveAct')}
        busy={send.isPending}
        onConfirm={() => send.mutate({ planId, dispatchId: dispatch.id, id, dueOn: dispatch.dueOn })}
        onClose={() => setAsking(false)}
      >
        <p>{t('cascade.send.waveHint')}</p>
        {send.error && <ProblemNotice problem={send.error} />}
      </Confirm>
    </>
  );
}
