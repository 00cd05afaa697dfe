import type { Right } from '#lib/rights.ts';

/** What a plan that was sent to a unit allows now. */
export interface AskedStanding {
  /** Path of the unit that got the plan, and of the one that sent it. */
  path: string;
  planPath: string;
  planState: 'issued' | 'closed' | 'recalled';
  unitClosed: boolean;
  /** Lines that may become part of the unit's own plan. */
  adopted: number;
}
export type AskedAct = 'answer' | 'ask' | 'make-plan' | 'link';

/** What somebody with these rights may do with what was sent to a unit. The server obeys it; screens show it as `can`. */
export function askedActs(may: (right: Right, path: string) => boolean, s: AskedStanding): AskedAct[] {
  if (s.planState !== 'issued' || s.unitClosed) return [];
  return [
    ...(may('asks.answer', s.path) ? (['answer', 'ask'] as const) : []),
    ...(may('plans.draft', s.path) && s.adopted > 0 ? (['make-plan'] as const) : []),
    ...(may('plans.send', s.planPath) ? (['link'] as const) : []),
  ];
}
