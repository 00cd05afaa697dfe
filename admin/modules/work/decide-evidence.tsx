import Check from 'lucide-react/icons/check';
import CornerUpLeft from 'lucide-react/icons/corner-up-left';
import Ellipsis from 'lucide-react/icons/ellipsis';
import Undo from 'lucide-react/icons/undo-2';
import { useState } from 'react';
import {
  confirmEvidence,
  type EvidenceAct,
  type EvidenceRow,
  refuseEvidence,
  withdrawEvidence,
} from '#modules/work/evidence.contract.ts';
import { useWrite } from '../../app/data.ts';
import { useForm } from '../../app/form.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useT } from '../../texts/load.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { TextArea } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';

export const evidenceChanges = ['/activities', '/evidence', '/plans', '/home'];

/** Confirm, refuse with a reason, or take back; shown only to those who may. */
export function DecideEvidence({ of }: { of: EvidenceRow }) {
  const t = useT();
  const [refusing, setRefusing] = useState(false);
  const confirm = useWrite(confirmEvidence, {
    changes: evidenceChanges,
    onDone: () => toast({ text: t('work.evidence.confirmed') }),
  });
  const withdraw = useWrite(withdrawEvidence, {
    changes: evidenceChanges,
    onDone: () => toast({ text: t('work.evidence.withdrawn') }),
  });
  if (of.can.length === 0) return null;
  const given = { evidenceId: of.id, version: of.version };
  const problem = confirm.error ?? withdraw.error;
  if (refusing) return <Refuse of={of} onClose={() => setRefusing(false)} />;
  const may = (act: EvidenceAct) => of.can.includes(act);
  const takeBack = { label: t('work.evidence.withdraw'), icon: Undo, onSelect: () => withdraw.mutate(given) };
  const refuse = { label: t('work.evidence.refuse'), icon: CornerUpLeft, onSelect: () => setRefusing(true) };
  const more = [...(may('confirm') || !may('refuse') ? [] : [refuse]), ...(may('withdraw') ? [takeBack] : [])];
  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      <fieldset className="flex flex-wrap items-center gap-2" data-print="no">
        <legend className="sr-only">{t('work.evidence.acts', { title: of.title })}</legend>
        {may('confirm') && (
          <>
            <Button
              size="sm"
              look="primary"
              icon={Check}
              busy={confirm.isPending}
              onClick={() => confirm.mutate(given)}
            >
              {t('work.evidence.confirm')}
            </Button>
            <Button size="sm" icon={CornerUpLeft} onClick={() => setRefusing(true)}>
              {t('work.evidence.refuse')}
            </Button>
          </>
        )}
        {more.length > 0 && (
          <Menu
            trigger={<IconButton icon={Ellipsis} label={t('work.evidence.acts', { title: of.title })} />}
            groups={[{ items: more }]}
          />
        )}
      </fieldset>
    </>
  );
}

function Refuse({ of, onClose }: { of: EvidenceRow; onClose: () => void }) {
  const t = useT();
  const form = useForm({ reason: '' });
  const refuse = useWrite(refuseEvidence, {
    changes: evidenceChanges,
    onDone: () => {
      toast({ text: t('work.evidence.refused') });
      onClose();
    },
  });
  return (
    <form
      className="flex flex-col gap-3"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        refuse.mutate({ evidenceId: of.id, version: of.version, reason: form.values.reason }, { onError: form.fail });
      }}
    >
      {form.problem && <ProblemNotice problem={form.problem} />}
      <TextArea
        label={t('work.evidence.reason')}
        hint={t('work.evidence.reasonHint')}
        required
        rows={2}
        {...form.field('reason')}
      />
      <div className="flex gap-2">
        <Button type="submit" size="sm" look="danger" busy={refuse.isPending}>
          {t('work.evidence.refuse')}
        </Button>
        <Button size="sm" look="quiet" onClick={onClose}>
          {t('work.evidence.cancel')}
        </Button>
      </div>
    </form>
  );
}
