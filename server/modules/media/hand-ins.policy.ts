import type { HandInAct, HandInState } from './hand-ins.contract.ts';

export interface HandInMay {
  /** Holds media.manage at the unit that hands in. */
  sends: boolean;
  /** Holds media.manage at the unit above. */
  receives: boolean;
}

/** What may be done with a hand-in now: collected and sent by the one unit, received or given back by the other. */
export function handInActs(may: HandInMay, state: HandInState, chosen: number): HandInAct[] {
  const open = state === 'collecting' || state === 'returned';
  return [
    ...(may.sends && open ? (['edit'] as const) : []),
    ...(may.sends && open && chosen > 0 ? (['send'] as const) : []),
    ...(may.receives && state === 'sent' ? (['receive'] as const) : []),
    ...(may.receives && (state === 'sent' || state === 'received') ? (['return'] as const) : []),
  ];
}
