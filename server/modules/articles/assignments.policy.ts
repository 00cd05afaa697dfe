import type { AssignmentAct, AssignmentState } from './assignments.contract.ts';

export interface AssignmentMay {
  /** Holds articles.assign at the unit. */
  assigns: boolean;
  /** Is the one who was asked, or one of the team. */
  asked: boolean;
}

/** What may be done with an assignment: whoever was asked writes, whoever asks changes it or lets it go. */
export const assignmentActs = (may: AssignmentMay, state: AssignmentState): AssignmentAct[] => [
  ...(may.asked && state === 'open' ? (['write'] as const) : []),
  ...(may.assigns && state === 'open' ? (['edit', 'cancel'] as const) : []),
];
