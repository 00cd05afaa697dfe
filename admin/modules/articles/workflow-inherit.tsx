import { useState } from 'react';
import { inheritWorkflow, type Workflow } from '#modules/articles/workflows.contract.ts';
import { useWrite } from '../../app/data.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { toast } from '../../ui/toast.tsx';
import { ActProblem } from './step-problem.tsx';

/** Gives up the unit's own steps; what would hold then is said before. */
export function InheritButton({ of }: { of: Workflow }) {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const give = useWrite(inheritWorkflow, {
    changes: ['/article-workflows', '/articles'],
    onDone: () => {
      setAsking(false);
      toast({ text: t('steps.flow.inherited') });
    },
  });
  const above = of.inherited?.from === 'above';
  const steps = (of.inherited?.steps ?? []).map((step) => step.name).join(' → ');
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t(above ? 'steps.flow.inherit' : 'steps.flow.inheritDefault')}</Button>
      <Confirm
        open={asking}
        title={t('steps.flow.inheritTitle')}
        verb={t(above ? 'steps.flow.inherit' : 'steps.flow.inheritDefault')}
        busy={give.isPending}
        onConfirm={() => give.mutate({ unitId: of.unitId })}
        onClose={() => setAsking(false)}
      >
        <p>{t('steps.flow.inheritHint', { steps })}</p>
        {give.error && <ActProblem problem={give.error} />}
      </Confirm>
    </>
  );
}
