import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { newId } from '#lib/id.ts';
import { draftAmendment } from '#modules/plans/editions.contract.ts';
import type { Plan } from '#modules/plans/plans.contract.ts';
import { useWrite } from '../../app/data.ts';
import { useForm } from '../../app/form.ts';
import { paths } from '../../app/paths.ts';
import { useT } from '../../texts/load.ts';
import { TextArea } from '../../ui/text-input.tsx';
import { ActForm } from './act-form.tsx';

/** Why the plan is amended; then the editor of the amendment opens. */
export function BeginAmendment({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const t = useT();
  const navigate = useNavigate();
  const id = useRef(newId(Date.now()));
  const form = useForm({ reason: '' });
  const begin = useWrite(draftAmendment, {
    changes: ['/plans', '/home'],
    onDone: (whole) => void navigate({ to: paths.planEdit.to({ planId: whole.plan.id }) }),
  });
  const send = () => begin.mutate({ planId: plan.id, id: id.current, ...form.values }, { onError: form.fail });
  return (
    <section aria-label={t('editions.begin')} className="rounded-md border-2 border-primary bg-paper p-4">
      <ActForm
        lead={t('editions.begin.lead')}
        verb={t('editions.begin.send')}
        busy={begin.isPending}
        problem={form.problem}
        onSend={send}
        onClose={onClose}
      >
        <TextArea
          label={t('editions.begin.reason')}
          hint={t('editions.begin.reasonHint')}
          required
          rows={2}
          maxLength={2000}
          className="max-w-[80ch]"
          {...form.field('reason')}
        />
      </ActForm>
    </section>
  );
}
