import X from 'lucide-react/icons/x';
import { useState } from 'react';
import { dayOf } from '#lib/format.ts';
import { leavePupil, putPupil, type SchoolClass } from '#modules/media/classes.contract.ts';
import type { PupilConsents } from '#modules/media/consents.contract.ts';
import { useWrite } from '../../app/data.ts';
import { useForm } from '../../app/form.ts';
import { useT } from '../../texts/load.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';
import { PupilHistory } from './pupil-history.tsx';
import { WithdrawForm } from './withdraw-form.tsx';

export interface PupilPanelProps {
  pupil: PupilConsents;
  of: SchoolClass;
  onClose: () => void;
}

/** One pupil: what was answered and when, a correction of the list, and taking consent back. */
export function PupilPanel({ pupil, of, onClose }: PupilPanelProps) {
  const t = useT();
  const [shown, setShown] = useState<'edit' | 'withdraw'>();
  const mayRecord = of.can.includes('record');
  const toggle = (one: 'edit' | 'withdraw') => setShown(shown === one ? undefined : one);
  return (
    <Card title={pupil.name} action={<IconButton icon={X} label={t('consents.hideAdd')} tip="end" onClick={onClose} />}>
      <div className="flex flex-col gap-4">
        {mayRecord && (
          <div className="flex flex-wrap gap-3">
            <Button look="danger" aria-expanded={shown === 'withdraw'} onClick={() => toggle('withdraw')}>
              {t('consents.pupil.withdraw')}
            </Button>
            <Button aria-expanded={shown === 'edit'} onClick={() => toggle('edit')}>
              {t('consents.pupil.edit')}
            </Button>
            <Leave pupil={pupil} onDone={onClose} />
          </div>
        )}
        {shown === 'withdraw' && <WithdrawForm pupil={pupil} unitId={of.unitId} />}
        {shown === 'edit' && <Edit pupil={pupil} onDone={() => setShown(undefined)} />}
        <PupilHistory pupilId={pupil.id} />
      </div>
    </Card>
  );
}

const changes = ['/classes', '/pupils', '/consent-overview', '/picture-findings', '/pupils-for-marking'];

function Edit({ pupil, onDone }: { pupil: PupilConsents; onDone: () => void }) {
  const t = useT();
  const form = useForm({ name: pupil.name, bornOn: pupil.bornOn, code: pupil.code ?? '' });
  const save = useWrite(putPupil, {
    changes,
    onDone: () => {
      toast({ tone: 'success', text: t('consents.pupil.saved') });
      onDone();
    },
  });
  const { classId, id: pupilId, version } = pupil;
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ classId, pupilId, version, ...form.values }, { onError: form.fail });
      }}
    >
      {form.problem && <Notice live tone="danger" title={form.problem.title} />}
      <div className="flex flex-wrap gap-4">
        <TextInput label={t('consents.one.name')} required maxLength={120} {...form.field('name')} />
        <DateField label={t('consents.one.born')} {...form.field('bornOn')} />
        <TextInput label={t('consents.one.code')} maxLength={30} {...form.field('code')} />
      </div>
      <div>
        <Button type="submit" look="primary" busy={save.isPending}>
          {t('consents.save')}
        </Button>
      </div>
    </form>
  );
}

function Leave({ pupil, onDone }: { pupil: PupilConsents; onDone: () => void }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const leave = useWrite(leavePupil, {
    changes,
    onDone: () => {
      toast({ tone: 'success', text: t('consents.pupil.left', { name: pupil.name }) });
      onDone();
    },
  });
  const { classId, id: pupilId, version } = pupil;
  return (
    <>
      <Button look="quiet" onClick={() => setOpen(true)}>
        {t('consents.pupil.leave')}
      </Button>
      <Confirm
        open={open}
        title={t('consents.pupil.leaveTitle', { name: pupil.name })}
        verb={t('consents.pupil.leave')}
        busy={leave.isPending}
        onConfirm={() =>
          leave.mutate(
            { classId, pupilId, version, leftOn: dayOf(Date.now()) },
            { onError: (problem) => toast({ tone: 'danger', text: problem.title }) },
          )
        }
        onClose={() => setOpen(false)}
      >
        {t('consents.pupil.leaveHint')}
      </Confirm>
    </>
  );
}
