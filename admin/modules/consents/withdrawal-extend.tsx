import { useState } from 'react';
import { addDays } from '#lib/working-days.ts';
import { extendWithdrawal, type WithdrawalDetail } from '#modules/media/withdrawals.contract.ts';
import { useWrite } from '../../app/data.ts';
import { useForm } from '../../app/form.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextInput } from '../../ui/text-input.tsx';

/** The head puts the day off, once, with the reason the family is told. */
export function WithdrawalExtend({ one }: { one: WithdrawalDetail }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const form = useForm({ to: null as string | null, reason: '' });
  const extend = useWrite(extendWithdrawal, { changes: ['/withdrawals', '/consent-overview'] });
  if (!open)
    return (
      <div>
        <Button onClick={() => setOpen(true)}>{t('consents.w.extend')}</Button>
      </div>
    );
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        const { to, reason } = form.values;
        if (to) extend.mutate({ withdrawalId: one.id, version: one.version, to, reason }, { onError: form.fail });
      }}
    >
      {form.problem && <Notice live tone="danger" title={form.problem.title} />}
      <div className="flex flex-wrap items-end gap-3">
        <DateField label={t('consents.w.extendTo')} required min={addDays(one.carryOutBy, 1)} {...form.field('to')} />
        <TextInput
          label={t('consents.w.extendReason')}
          required
          maxLength={500}
          className="min-w-64 flex-1"
          {...form.field('reason')}
        />
        <Button type="submit" look="primary" busy={extend.isPending}>
          {t('consents.w.extendDo')}
        </Button>
      </div>
    </form>
  );
}
