import { dayOf } from '#lib/format.ts';
import { issuePlan } from '#modules/plans/steps.contract.ts';
import { useForm } from '../../app/form.ts';
import { useT } from '../../texts/load.ts';
import { DateField } from '../../ui/date-field.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { ActForm, onPlan, useAct } from './act-form.tsx';
import type { ActProps } from './act-panel.tsx';
import { type SignedFile, SignedFileField } from './signed-file.tsx';

/** Vào số, ban hành: number and day of the register, and the signed file where it is at hand. */
export function IssueForm({ whole: { plan }, onClose }: ActProps) {
  const t = useT();
  const form = useForm({
    number: '',
    issuedOn: dayOf(Date.now()) as string | null,
    signedFileId: null as SignedFile | null,
  });
  const act = useAct(issuePlan, t('plans.issue.done'), onClose);
  const send = () =>
    act.mutate(
      {
        ...onPlan(plan),
        number: form.values.number,
        issuedOn: form.values.issuedOn ?? '',
        signedFileId: form.values.signedFileId?.id ?? null,
      },
      { onError: form.fail },
    );
  return (
    <ActForm
      lead={t('plans.issue.lead')}
      verb={t('plans.issue.send')}
      busy={act.isPending}
      problem={form.problem}
      onSend={send}
      onClose={onClose}
    >
      <div className="grid max-w-[80ch] gap-4 sm:grid-cols-2">
        <TextInput
          label={t('plans.issue.number')}
          hint={t('plans.issue.numberHint', { symbol: plan.symbol })}
          required
          inputMode="numeric"
          autoComplete="off"
          {...form.field('number')}
        />
        <DateField label={t('plans.issue.on')} required max={dayOf(Date.now())} {...form.field('issuedOn')} />
      </div>
      <SignedFileField unitId={plan.unitId} {...form.field('signedFileId')} />
    </ActForm>
  );
}
