import { type ReactNode, useEffect, useRef } from 'react';
import type { PlanWhole } from '#modules/plans/plans.contract.ts';
import { useT } from '../../texts/load.ts';
import { AttachForm } from './act-attach.tsx';
import { CloseForm } from './act-close.tsx';
import { ConsultForm } from './act-consult.tsx';
import { IssueForm } from './act-issue.tsx';
import { CheckFormatForm, InitialForm, ReturnForm, SubmitForm, WithdrawForm } from './act-notes.tsx';
import { RecallForm } from './act-recall.tsx';
import { SignForm } from './act-sign.tsx';
import type { FormAct } from './chosen-act.ts';
import type { Warning } from './plan-warnings.tsx';

export interface ActProps {
  whole: PlanWhole;
  /** What the checks found; undefined while they run. */
  warnings: readonly Warning[] | undefined;
  onClose: () => void;
}

const forms: Record<FormAct, (props: ActProps) => ReactNode> = {
  consult: ConsultForm,
  submit: SubmitForm,
  withdraw: WithdrawForm,
  initial: InitialForm,
  'check-format': CheckFormatForm,
  return: ReturnForm,
  sign: SignForm,
  issue: IssueForm,
  'attach-signed': AttachForm,
  close: CloseForm,
  recall: RecallForm,
};

/** The form of the act that was chosen, over the plan it changes. */
export function ActPanel({ act, ...props }: ActProps & { act: FormAct }) {
  const t = useT();
  const Form = forms[act];
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    panel.current?.focus({ preventScroll: true });
    panel.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <section
      ref={panel}
      tabIndex={-1}
      aria-label={t(`plans.act.${act}`)}
      className="scroll-my-20 rounded-md border-2 border-primary bg-paper p-4 outline-none"
    >
      <h2 className="mb-3 text-base font-semibold">{t(`plans.act.${act}`)}</h2>
      <Form {...props} />
    </section>
  );
}
