import { getPlan } from '#modules/plans/plans.contract.ts';
import { useRead } from '../../app/data.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';

/** The view is held to one plan. */
export function PlanNote({ planId, onOff }: { planId: string; onOff: () => void }) {
  const t = useT();
  const read = useRead(getPlan, { planId });
  return (
    <Notice
      title={t('work.filter.plan', { title: read.data?.plan.title ?? '…' })}
      action={
        <Button size="sm" onClick={onOff}>
          {t('work.filter.planOff')}
        </Button>
      }
    />
  );
}
