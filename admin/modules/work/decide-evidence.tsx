import Check from 'lucide-react/icons/check';
import CornerUpLeft from 'lucide-react/icons/corner-up-left';
import Ellipsis from 'lucide-react/icons/ellipsis';
import Undo from 'lucide-react/icons/undo-2';
import {
  confirmEvidence,
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

/** What reads anew once a piece of evidence was recorded or decided. */
export const evidenceChanges = ['/activities', '/evidence', '/plans', '/home'];

const givenOf = (of: EvidenceRow) => ({ evidenceId: of.id, version: of.version });

/** What is seldom done with a piece: take it back, or refuse one that counts already. */
export function EvidenceMenu({ of, onRefuse }: { of: EvidenceRow; onRefuse: () => void }) {
  const t = useT();
  const withdraw = useWrite(withdrawEvidence, {
    changes: evidenceChanges,
    onDone: () => toast({ text: t('work.evidence.withdrawn') }),
  });
  const refuses = of.can.includes('refuse') && !of.can.includes('confirm');
  const takeBack = () =>
    withdraw.mutate(givenOf(of), { onError: (problem) => toast({ text: problem.title, tone: 'danger' }) });
  const items = [
    ...(refuses ? [{ label: t('work.evidence.refuse'), icon: CornerUpLeft, onSelect: onRefuse }] : []),
    ...(of.can.includes('withdraw') ? [{ label: t('work.evidence.withdraw'), icon: Undo, onSelect: takeBack }] : []),
  ];
  if (items.length === 0) return null;
  return (
    <Menu
      align="end"
      trigger={<IconButton icon={Ellipsis} label={t('work.evidence.acts', { title: of.title })} tip="end" />}
      groups={[{ items }]}
    />
  );
}

/** Confirm, or refuse: the buttons of somebody for whom the piece waits. */
export function DecideEvidence({ of, onRefuse }: { of: EvidenceRow; onRefuse: () => void }) {
  const t = useT();
  const confirm = useWrite(confirmEvidence, {
    changes: evidenceChanges,
    onDone: () => toast({ text: t('work.evidence.confirmed') }),
  });
  if (!of.can.includes('confirm')) return null;
  return (
    <>
      {confirm.error && <ProblemNotice problem={confirm.error} />}
      <fieldset className="flex flex-wrap items-center gap-2" data-print="no">
        <legend className="sr-only">{t('work.evidence.acts', { title: of.title })}</legend>
        <Button
          size="sm"
          look="primary"
          icon={Check}
          busy={confirm.isPending}
          onClick={() => confirm.mutate(givenOf(of))}
        >
          {t('work.evidence.confirm')}
        </Button>
        <Button size="sm" icon={CornerUpLeft} onClick={onRefuse}>
          {t('work.evidence.refuse')}
        </Button>
      </fieldset>
    </>
  );
}

/** The reason why a piece is not accepted; whoever recorded it reads it. */
export function RefuseEvidence({ of, onClose }: { of: EvidenceRow; onClose: () => void }) {
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
        refuse.mutate({ ...givenOf(of), reason: form.values.reason }, { onError: form.fail });
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
