import type { Plan } from '#modules/plans/plans.contract.ts';
import { useSession } from '../../app/session.tsx';

/** Whether I send this plan down, remind and answer for it: it is my unit's own. */
export function useMaySend(plan: Pick<Plan, 'unitId'>): boolean {
  const { me } = useSession();
  return me.units.some((unit) => unit.id === plan.unitId && unit.rights.includes('plans.send'));
}
