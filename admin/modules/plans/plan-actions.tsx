import { useNavigate } from '@tanstack/react-router';
import type { LucideIcon } from 'lucide-react';
import Archive from 'lucide-react/icons/archive';
import CalendarPlus from 'lucide-react/icons/calendar-plus';
import CornerUpLeft from 'lucide-react/icons/corner-up-left';
import Ellipsis from 'lucide-react/icons/ellipsis';
import FileCheck from 'lucide-react/icons/file-check';
import FileDiff from 'lucide-react/icons/file-diff';
import FilePen from 'lucide-react/icons/file-pen';
import FileX from 'lucide-react/icons/file-x';
import History from 'lucide-react/icons/history';
import MessagesSquare from 'lucide-react/icons/messages-square';
import Paperclip from 'lucide-react/icons/paperclip';
import PenLine from 'lucide-react/icons/pen-line';
import Send from 'lucide-react/icons/send';
import Signature from 'lucide-react/icons/signature';
import Stamp from 'lucide-react/icons/stamp';
import Table from 'lucide-react/icons/table-2';
import Trash from 'lucide-react/icons/trash-2';
import Undo from 'lucide-react/icons/undo-2';
import { useState } from 'react';
import { deletePlan, type Plan } from '#modules/plans/plans.contract.ts';
import { refresh, useWrite } from '../../app/data.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useT } from '../../texts/load.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { LinkButton } from '../../ui/link.tsx';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { toast } from '../../ui/toast.tsx';
import { type FormAct, isFormAct } from './chosen-act.ts';
import { mainAct } from './way.ts';

const actIcons: Record<FormAct, LucideIcon> = {
  consult: MessagesSquare,
  submit: Send,
  withdraw: Undo,
  initial: PenLine,
  'check-format': FileCheck,
  return: CornerUpLeft,
  sign: Signature,
  issue: Stamp,
  'attach-signed': Paperclip,
  close: Archive,
  recall: FileX,
};

/** What can be done with the plan now: the next act as the one primary button, one more beside it, the rest in a menu. */
export function PlanActions({ plan, onAct }: { plan: Plan; onAct: (act: FormAct) => void }) {
  const t = useT();
  const [deleting, setDeleting] = useState(false);
  const main = mainAct(plan.can);
  const others = plan.can.filter(isFormAct).filter((act) => act !== main);
  const beside = others.find((act) => act === 'submit' || act === 'return');
  const items = useItems(
    plan,
    others.filter((act) => act !== beside),
    onAct,
    () => setDeleting(true),
  );
  return (
    <>
      {beside && (
        <Button icon={actIcons[beside]} onClick={() => onAct(beside)}>
          {t(`plans.act.${beside}`)}
        </Button>
      )}
      {main === 'edit' && (
        <LinkButton look="primary" icon={FilePen} to={paths.planEdit.to({ planId: plan.id })}>
          {t('plans.act.edit')}
        </LinkButton>
      )}
      {main && isFormAct(main) && (
        // A plan that is in force is sent down and followed; its end is not the next step.
        <Button look={main === 'close' ? 'secondary' : 'primary'} icon={actIcons[main]} onClick={() => onAct(main)}>
          {t(`plans.act.${main}`)}
        </Button>
      )}
      <Menu
        align="end"
        trigger={<IconButton icon={Ellipsis} label={t('ui.moreActions')} tip="end" />}
        groups={[{ items }]}
      />
      {deleting && <DeleteDraft plan={plan} onClose={() => setDeleting(false)} />}
    </>
  );
}

/** Editions are of plans that were issued; what amends another plan has none. */
const wasIssued = (plan: Plan): boolean =>
  plan.amendsId === null && (plan.state === 'issued' || plan.state === 'closed' || plan.state === 'recalled');

function useItems(plan: Plan, acts: FormAct[], onAct: (act: FormAct) => void, onDelete: () => void): MenuItem[] {
  const t = useT();
  const navigate = useNavigate();
  const place = { planId: plan.id };
  return [
    ...acts.map((act) => ({
      label: t(`plans.act.${act}`),
      icon: actIcons[act],
      danger: act === 'recall',
      onSelect: () => onAct(act),
    })),
    ...(plan.can.includes('next-year')
      ? [
          {
            label: t('plans.act.next-year'),
            icon: CalendarPlus,
            onSelect: () => void navigate({ to: paths.planNextYear.to(place) }),
          },
        ]
      : []),
    ...(wasIssued(plan)
      ? [
          {
            label: t(plan.can.includes('amend') ? 'plans.act.amend' : 'plans.page.editions'),
            icon: FileDiff,
            onSelect: () => void navigate({ to: paths.planAmend.to(place) }),
          },
        ]
      : []),
    ...(plan.can.includes('edit')
      ? [
          {
            label: t('plans.page.matrix'),
            icon: Table,
            onSelect: () => void navigate({ to: paths.planMatrix.to(place) }),
          },
        ]
      : []),
    {
      label: t('plans.page.versions'),
      icon: History,
      onSelect: () => void navigate({ to: paths.planVersions.to(place) }),
    },
    ...(plan.can.includes('delete')
      ? [{ label: t('plans.act.delete'), icon: Trash, danger: true, onSelect: onDelete }]
      : []),
  ];
}

function DeleteDraft({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const t = useT();
  const navigate = useNavigate();
  const remove = useWrite(deletePlan, {
    // The page goes first: what is deleted cannot be read again.
    onDone: () => {
      toast({ text: t('plans.delete.done') });
      void navigate({ to: paths.plans.to() }).then(() => refresh(['/plans', '/home']));
    },
  });
  return (
    <Confirm
      open
      danger
      title={t('plans.delete.title')}
      verb={t('plans.delete.send')}
      busy={remove.isPending}
      onConfirm={() => remove.mutate({ planId: plan.id, version: plan.version })}
      onClose={onClose}
    >
      <p>{t('plans.delete.hint', { title: plan.title })}</p>
      {remove.error && <ProblemNotice problem={remove.error} />}
    </Confirm>
  );
}
