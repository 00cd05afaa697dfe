import { useState } from 'react';
import { checkFormat, initialPlan, returnPlan, submitPlan, withdrawPlan } from '#modules/plans/steps.contract.ts';
import { useT } from '../../texts/load.ts';
import { Notice } from '../../ui/notice.tsx';
import { TextArea } from '../../ui/text-input.tsx';
import { ActForm, onPlan, useAct } from './act-form.tsx';
import type { ActProps } from './act-panel.tsx';
import { WarningList } from './plan-warnings.tsx';

/** Trình duyệt: what the checks found is seen first. */
export function SubmitForm({ whole: { plan }, warnings, onClose }: ActProps) {
  const t = useT();
  const [note, setNote] = useState('');
  const act = useAct(submitPlan, t('plans.submit.done'), onClose);
  return (
    <ActForm
      lead={t('plans.submit.lead')}
      verb={t('plans.submit.send')}
      busy={act.isPending}
      problem={act.error}
      onSend={() => act.mutate({ ...onPlan(plan), note })}
      onClose={onClose}
    >
      {warnings?.length === 0 && <Notice tone="success" title={t('plans.submit.clean')} />}
      {warnings && warnings.length > 0 && (
        <Notice tone="warning" title={t('plans.submit.found', { n: warnings.length })}>
          <p className="mb-2">{t('plans.submit.foundHint')}</p>
          <WarningList items={warnings} planId={plan.id} />
        </Notice>
      )}
      <Note value={note} onChange={setNote} />
    </ActForm>
  );
}

/** A word to the next reader; may be left out. */
export function Note({ value, onChange }: { value: string; onChange: (note: string) => void }) {
  const t = useT();
  return (
    <TextArea
      label={t('plans.act.note')}
      hint={t('plans.act.noteHint')}
      rows={2}
      maxLength={4000}
      className="max-w-[80ch]"
      value={value}
      onChange={onChange}
    />
  );
}

export function WithdrawForm({ whole: { plan }, onClose }: ActProps) {
  const t = useT();
  const act = useAct(withdrawPlan, t('plans.withdraw.done'), onClose);
  return (
    <ActForm
      lead={t('plans.withdraw.lead')}
      verb={t('plans.withdraw.send')}
      busy={act.isPending}
      problem={act.error}
      onSend={() => act.mutate(onPlan(plan))}
      onClose={onClose}
    />
  );
}

type NoteEndpoint = typeof initialPlan | typeof checkFormat;

function NoteForm({ act: endpoint, name, ...props }: ActProps & { act: NoteEndpoint; name: NoteName }) {
  const t = useT();
  const [note, setNote] = useState('');
  const act = useAct(endpoint, t(`plans.${name}.done`), props.onClose);
  return (
    <ActForm
      lead={t(`plans.${name}.lead`)}
      verb={t(`plans.${name}.send`)}
      busy={act.isPending}
      problem={act.error}
      onSend={() => act.mutate({ ...onPlan(props.whole.plan), note })}
      onClose={props.onClose}
    >
      <Note value={note} onChange={setNote} />
    </ActForm>
  );
}
type NoteName = 'initial' | 'check-format';

export const InitialForm = (props: ActProps) => <NoteForm {...props} act={initialPlan} name="initial" />;
export const CheckFormatForm = (props: ActProps) => <NoteForm {...props} act={checkFormat} name="check-format" />;

/** Trả lại kèm lý do: without a reason the drafter cannot mend it, so it is asked for. */
export function ReturnForm({ whole: { plan }, onClose }: ActProps) {
  const t = useT();
  const [reason, setReason] = useState('');
  const act = useAct(returnPlan, t('plans.return.done'), onClose);
  return (
    <ActForm
      lead={t('plans.return.lead')}
      verb={t('plans.return.send')}
      danger
      busy={act.isPending}
      problem={act.error?.code === 'plans.no-reason' ? undefined : act.error}
      onSend={() => act.mutate({ ...onPlan(plan), reason })}
      onClose={onClose}
    >
      <TextArea
        label={t('plans.return.reason')}
        hint={t('plans.return.reasonHint')}
        required
        rows={3}
        maxLength={4000}
        className="max-w-[80ch]"
        value={reason}
        onChange={(text) => {
          setReason(text);
          if (act.error) act.reset();
        }}
        error={act.error?.code === 'plans.no-reason' ? act.error.title : undefined}
      />
    </ActForm>
  );
}
