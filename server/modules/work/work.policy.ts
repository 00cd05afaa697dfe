import type { EvidenceAct, EvidenceState } from './evidence.contract.ts';
import type { ActivityAct } from './work.contract.ts';

export interface EvidenceStanding {
  state: EvidenceState;
  counted: boolean;
  confirmedBy: 'unit' | 'unit-above' | null;
  /** It only follows what is decided in a thematic plan. */
  follows: boolean;
  planState: string;
}

/** What the person may do at the unit of the plan: record there, confirm there, or confirm for a unit above. */
export interface Hands {
  records: boolean;
  confirms: boolean;
  confirmsFromAbove: boolean;
}

/** What may be done with a piece of evidence. What follows is decided where it was recorded; after the end of a plan nothing changes. */
export function evidenceActs(standing: EvidenceStanding, hands: Hands): EvidenceAct[] {
  if (standing.follows || standing.planState !== 'issued') return [];
  const open = standing.state === 'recorded' || standing.state === 'confirmed';
  const waits = standing.state === 'recorded' && !standing.counted;
  const may = standing.confirmedBy === 'unit-above' ? hands.confirmsFromAbove : hands.confirms;
  return [
    ...(waits && may ? (['confirm'] as const) : []),
    ...(open && may ? (['refuse'] as const) : []),
    ...(open && hands.records ? (['withdraw'] as const) : []),
  ];
}

/** What may be done with an activity: only an issued plan is at work. */
export const activityActs = (planState: string, hasCounts: boolean, records: boolean): ActivityAct[] =>
  planState === 'issued' && records ? (hasCounts ? ['record'] : ['record', 'say-done']) : [];
