import { useState } from 'react';
import { shortDay } from '#lib/format.ts';
import { erasePupil, type SchoolClass } from '#modules/media/classes.contract.ts';
import { getClassConsents, type PupilConsents } from '#modules/media/consents.contract.ts';
import { useRead, useWrite } from '../../app/data.ts';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { toast } from '../../ui/toast.tsx';
import { ReasonConfirm } from './reason-confirm.tsx';

/** Pupils who left, whose personal data the head erases when a family asks for it; nobody else sees the card. */
export function PupilsLeft({ of }: { of: SchoolClass }) {
  const t = useT();
  const { can } = useSession();
  const may = can('consents.decide');
  const read = useRead(getClassConsents, { classId: of.id, left: '1' }, { enabled: may });
  const left = read.data?.pupils.filter((pupil) => pupil.leftOn !== null) ?? [];
  if (!may || left.length === 0) return null;
  return (
    <Card title={t('consents.erase.title')}>
      <p className="mb-3 text-muted">{t('consents.erase.lead')}</p>
      <ul className="divide-y divide-line">
        {left.map((pupil) => (
          <li key={pupil.id} className="flex flex-wrap items-center justify-between gap-3 py-2">
            <span className="min-w-0 wrap-anywhere">
              {pupil.name}
              <span className="block text-sm text-muted">
                {t('consents.erase.left', { day: shortDay(pupil.leftOn ?? '') })}
              </span>
            </span>
            {!pupil.erased && <Erase pupil={pupil} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Erase({ pupil }: { pupil: PupilConsents }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const erase = useWrite(erasePupil, {
    changes: ['/classes', '/pupils', '/consent-overview', '/withdrawals', '/picture-findings', '/media', '/audit'],
    onDone: () => {
      toast({ tone: 'success', text: t('consents.erase.done') });
      setOpen(false);
    },
  });
  const { classId, id: pupilId, version } = pupil;
  const onError = (problem: { title: string }) => toast({ tone: 'danger', text: problem.title });
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        {t('consents.erase.do')}
      </Button>
      <ReasonConfirm
        open={open}
        title={t('consents.erase.ask', { name: pupil.name })}
        verb={t('consents.erase.do')}
        label={t('consents.erase.reason')}
        busy={erase.isPending}
        onConfirm={(reason) => erase.mutate({ classId, pupilId, version, reason }, { onError })}
        onClose={() => setOpen(false)}
      >
        <p>{t('consents.erase.what')}</p>
        <p>{t('consents.erase.stays')}</p>
      </ReasonConfirm>
    </>
  );
}
