import { dayOf } from '#lib/format.ts';
import { type Right, type Role, roles } from '#lib/rights.ts';
import type { Actor } from '#platform/actor.ts';
import type { Tx } from '#platform/tx.ts';
import { notifyOthers } from '../notices/notices.ts';
import type { Plan } from './plans.contract.ts';
import { holdersAt } from './steps.sql.ts';

const rolesWith = (right: Right): Role[] =>
  (Object.keys(roles) as Role[]).filter((role) => (roles[role] as readonly Right[]).includes(right));

/** People who hold the right at the plan's unit today. */
export const holdersOf = (tx: Tx, actor: Actor, unitId: string, right: Right): Promise<string[]> =>
  holdersAt(tx, unitId, rolesWith(right), dayOf(actor.now));

interface Told {
  kind: string;
  /** Which turn of the plan it is about: of one turn nobody is told twice. */
  turn: string | number;
  params?: Record<string, string>;
}

/** Tells people about a plan, except the one who has just acted. */
export async function tellPeople(
  tx: Tx,
  actor: Actor,
  plan: Pick<Plan, 'id' | 'title' | 'unitName'>,
  personIds: readonly (string | null)[],
  told: Told,
): Promise<void> {
  await notifyOthers(tx, actor, {
    personIds,
    kind: told.kind,
    params: { title: plan.title, unit: plan.unitName, by: actor.person.name, ...told.params },
    link: `/app/ke-hoach/${plan.id}`,
    dedupeKey: `${told.kind}:${plan.id}:${told.turn}`,
  });
}

/** Those at the unit whose act is the next; administrators keep the system and are not asked. */
async function tellHolders(tx: Tx, actor: Actor, plan: Plan, right: Right, told: Told): Promise<void> {
  const holding = rolesWith(right).filter((role) => role !== 'administrator');
  await tellPeople(tx, actor, plan, await holdersAt(tx, plan.unitId, holding, dayOf(actor.now)), told);
}

const stops: readonly [step: string, right: Right, kind: string][] = [
  ['initials', 'plans.initial', 'plan.waits-initials'],
  ['format-check', 'plans.check-format', 'plan.waits-format-check'],
];

/** Tells whom a submitted plan waits for: the stops that are open, and once there are none the signer. `turn` is the submission. */
export async function tellNext(tx: Tx, actor: Actor, plan: Plan, turn: number): Promise<void> {
  const open = stops.filter(([step]) => plan.steps.some((s) => s.step === step && !s.done));
  for (const [, right, kind] of open) await tellHolders(tx, actor, plan, right, { kind, turn });
  if (open.length === 0) await tellHolders(tx, actor, plan, 'plans.sign', { kind: 'plan.waits-signature', turn });
}

export const tellClerks = (tx: Tx, actor: Actor, plan: Plan, turn: number): Promise<void> =>
  tellHolders(tx, actor, plan, 'plans.issue', { kind: 'plan.waits-number', turn });
