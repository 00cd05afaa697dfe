import { useState } from 'react';
import { attachSignedFile } from '#modules/plans/steps.contract.ts';
import { useT } from '../../texts/load.ts';
import { Notice } from '../../ui/notice.tsx';
import { ActForm, onPlan, useAct } from './act-form.tsx';
import type { ActProps } from './act-panel.tsx';
import { type SignedFile, SignedFileField } from './signed-file.tsx';

/** Đính kèm bản ký of an issued plan, when it was not at hand on the day of issue. */
export function AttachForm({ whole: { plan }, onClose }: ActProps) {
  const t = useT();
  const [file, setFile] = useState<SignedFile | null>(null);
  const act = useAct(attachSignedFile, t('plans.attach.done'), onClose);
  return (
    <ActForm
      lead={t('plans.attach.lead')}
      verb={t('plans.attach.send')}
      busy={act.isPending}
      problem={act.error}
      onSend={() => file && act.mutate({ ...onPlan(plan), fileId: file.id })}
      onClose={onClose}
    >
      {plan.signedFileId && <Notice tone="warning" title={t('plans.attach.replace')} />}
      <SignedFileField unitId={plan.unitId} value={file} onChange={setFile} />
    </ActForm>
  );
}
