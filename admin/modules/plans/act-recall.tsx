import { dayOf } from '#lib/format.ts';
import { recallPlan } from '#modules/plans/steps.contract.ts';
import { useForm } from '../../app/form.ts';
import { useT } from '../../texts/load.ts';
import { DateField } from '../../ui/date-field.tsx';
import { TextArea, TextInput } from '../../ui/text-input.tsx';
import { ActForm, onPlan, useAct } from './act-form.tsx';
import type { ActProps } from './act-panel.tsx';

/** Thu hồi: the reason is asked for, the document is named where there is one. */
export function RecallForm({ whole: { plan }, onClose }: ActProps) {
  const t = useT();
  const form = useForm({ reason: '', ref: '', on: null as string | null });
  const act = useAct(recallPlan, t('plans.recall.done'), onClose);
  const { reason, ref, on } = form.values;
  return (
    <ActForm
      lead={t('plans.recall.lead')}
      verb={t('plans.recall.send')}
      danger
      busy={act.isPending}
      problem={form.problem}
      onSend={() => act.mutate({ ...onPlan(plan), reason, ref: ref || null, on }, { onError: form.fail })}
      onClose={onClose}
    >
      <TextArea
        label={t('plans.recall.reason')}
        hint={t('plans.recall.reasonHint')}
        required
        rows={3}
        maxLength={4000}
        className="max-w-[80ch]"
        {...form.field('reason')}
      />
      <div className="grid max-w-[80ch] gap-4 sm:grid-cols-2">
        <TextInput
          label={t('plans.recall.ref')}
          hint={t('plans.recall.refHint')}
          maxLength={60}
          autoComplete="off"
          {...form.field('ref')}
        />
        <DateField
          label={t('plans.recall.on')}
          min={plan.issuedOn ?? undefined}
          max={dayOf(Date.now())}
          {...form.field('on')}
        />
      </div>
    </ActForm>
  );
}
