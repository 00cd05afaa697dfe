import { type ReactNode, useEffect } from 'react';
import type { CallOf, Endpoint } from '#lib/contract.ts';
import { refresh, useWrite } from '../../app/data.ts';
import type { Problem } from '../../app/problem.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { toast } from '../../ui/toast.tsx';

/** An act on the plan: says what was done, closes its form, and has everything read again. */
export function useAct<E extends Endpoint>(endpoint: E, done: string, onClose: () => void) {
  return useWrite(endpoint, {
    changes: ['/plans', '/home'],
    onDone: () => {
      toast({ text: done });
      onClose();
    },
  });
}

export type Act<E extends Endpoint> = ReturnType<typeof useAct<E>>;

export interface ActFormProps {
  /** What the act means, in a sentence. */
  lead: ReactNode;
  verb: string;
  danger?: boolean;
  busy: boolean;
  problem: Problem | null | undefined;
  onSend: () => void;
  onClose: () => void;
  children?: ReactNode;
}

/** The frame of every act's form: what it means, its fields, its verb. */
export function ActForm({ lead, verb, danger, busy, problem, onSend, onClose, children }: ActFormProps) {
  const t = useT();
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      <p className="max-w-[80ch] text-muted">{lead}</p>
      {children}
      {problem && <ActProblem problem={problem} />}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look={danger ? 'danger' : 'primary'} busy={busy}>
          {verb}
        </Button>
        <Button onClick={onClose}>{t('ui.cancel')}</Button>
      </div>
    </form>
  );
}

/** Somebody else was quicker: the page is brought up to date and the person looks again; what was typed stays. */
function ActProblem({ problem }: { problem: Problem }) {
  const t = useT();
  const conflict = problem.code === 'plans.conflict' || problem.code === 'plans.wrong-state';
  useEffect(() => {
    if (conflict) void refresh(['/plans']);
  }, [conflict]);
  if (!conflict) return <ProblemNotice problem={problem} />;
  return (
    <Notice live tone="warning" title={t('plans.conflict.title')}>
      {t('plans.conflict.hint')}
    </Notice>
  );
}

/** The input of an act that carries only the plan and its version. */
export const onPlan = (plan: { id: string; version: number }) => ({ planId: plan.id, version: plan.version });
export type Input<E extends Endpoint> = CallOf<E>;
