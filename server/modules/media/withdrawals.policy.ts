import { addDays, addWorkingDays, type DayOff } from '#lib/working-days.ts';
import type { withdrawalActs, withdrawalStates } from './withdrawals.contract.ts';

interface Clocks {
  answerWorkingDays: number;
  carryOutDays: number;
  carryOutDaysShared: number;
  extensionDays: number;
}

/** Until when the parent is answered and the pictures are down: working days by the calendar, then plain days. */
export const deadlinesOf = (receivedOn: string, rule: Clocks, days: readonly DayOff[], shared: boolean) => ({
  answerBy: addWorkingDays(receivedOn, rule.answerWorkingDays, days),
  carryOutBy: addDays(receivedOn, shared ? rule.carryOutDaysShared : rule.carryOutDays),
});

/** The latest day it may be put off to. */
export const latestDay = (carryOutBy: string, rule: Clocks): string => addDays(carryOutBy, rule.extensionDays);

interface Facts {
  doneAt: string | null;
  answeredAt: string | null;
  extendedTo: string | null;
  carryOutBy: string;
  answerBy: string;
}

export function stateOf(facts: Facts, today: string): (typeof withdrawalStates)[number] {
  if (facts.doneAt !== null && facts.answeredAt !== null) return 'done';
  const late =
    (facts.doneAt === null && (facts.extendedTo ?? facts.carryOutBy) < today) ||
    (facts.answeredAt === null && facts.answerBy < today);
  return late ? 'late' : 'open';
}

/** What somebody with these rights may do with it. */
export function withdrawalCan(
  facts: Facts,
  may: { record: boolean; decide: boolean },
): (typeof withdrawalActs)[number][] {
  const acts: (typeof withdrawalActs)[number][] = [];
  if (may.record && facts.answeredAt === null) acts.push('answer');
  if (may.decide && facts.doneAt === null && facts.extendedTo === null) acts.push('extend');
  if (may.record) acts.push('add-step', 'settle');
  return acts;
}
