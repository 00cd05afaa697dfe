import type { Right } from '#lib/rights.ts';
import type { PlanAct, PlanState, SigningStep } from './plans.contract.ts';

export interface StepState {
  step: SigningStep;
  done: boolean;
}

export interface PlanStanding {
  state: PlanState;
  /** Steps the unit wants before a signature. */
  steps: readonly StepState[];
  /** The unit has ended: what was begun may still be taken back or put away, nothing new is written or signed in its name. */
  closedUnit: boolean;
  /** It amends another plan: once issued its content lives on there, so nothing is begun from it. */
  amendment: boolean;
}

type May = (right: Right) => boolean;

const when = (condition: boolean, ...acts: PlanAct[]): PlanAct[] => (condition ? acts : []);
const pending = (plan: PlanStanding, step: SigningStep): boolean => plan.steps.some((s) => s.step === step && !s.done);

const afterTheEnd: readonly PlanAct[] = ['withdraw', 'return', 'attach-signed', 'close', 'recall', 'delete'];

/** What a person with these rights on the plan's unit may do with it now. The server obeys it; screens show it as `can`. */
export function planActs(may: May, plan: PlanStanding): PlanAct[] {
  const acts = actsInState(may, plan);
  return plan.closedUnit ? acts.filter((act) => afterTheEnd.includes(act)) : acts;
}

function actsInState(may: May, plan: PlanStanding): PlanAct[] {
  switch (plan.state) {
    case 'draft':
    case 'consulting':
      return [
        ...when(may('plans.draft'), 'edit'),
        ...when(may('plans.comment'), 'comment'),
        ...when(
          may('plans.draft') && plan.state === 'draft' && plan.steps.some((s) => s.step === 'consultation'),
          'consult',
        ),
        ...when(may('plans.draft'), 'submit', 'delete'),
      ];
    case 'submitted':
      return [
        ...when(may('plans.comment'), 'comment'),
        ...when(may('plans.initial') && pending(plan, 'initials'), 'initial'),
        ...when(may('plans.check-format') && pending(plan, 'format-check'), 'check-format'),
        ...when(may('plans.sign') && !pending(plan, 'initials') && !pending(plan, 'format-check'), 'sign'),
        ...when(may('plans.sign') || may('plans.initial') || may('plans.check-format'), 'return'),
        ...when(may('plans.draft'), 'withdraw'),
      ];
    case 'signed':
      return [...when(may('plans.issue'), 'issue'), ...when(may('plans.sign') || may('plans.issue'), 'return')];
    case 'issued':
      return [
        ...when(may('plans.issue'), 'attach-signed'),
        ...when(
          !plan.amendment,
          ...when(may('plans.draft'), 'amend', 'next-year'),
          ...when(may('plans.close'), 'close'),
          ...when(may('plans.issue') || may('plans.sign'), 'recall'),
        ),
      ];
    case 'closed':
      return when(may('plans.draft') && !plan.amendment, 'next-year');
    default:
      return [];
  }
}

const waitingActs: readonly PlanAct[] = ['initial', 'check-format', 'sign', 'issue'];

/** The act of the way to the signature that waits for this person, if any: marigold in the lists. */
export const waitingAct = (acts: readonly PlanAct[]): PlanAct | null =>
  waitingActs.find((a) => acts.includes(a)) ?? null;
