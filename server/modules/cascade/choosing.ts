import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { type Right, roleNames, roles } from '#lib/rights.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db } from '#platform/tx.ts';
import { pathOf, unitFor } from '../org/org.ts';
import { type Choice, isAskable } from './cascade.contract.ts';
import { readAsSender } from './coverage-plan.ts';
import type { Chosen, Target } from './dispatches.sql.ts';
import { unitsByIds } from './dispatches.sql.ts';
import type { PlacedLine } from './line-words.ts';
import { linesOfPlan } from './plan-lines.sql.ts';

/** Who sends: the plan's own unit. */
export interface Sender {
  planId: string;
  unitId: string;
  path: string;
}

/** Roles that may answer for their unit. */
export const answeringRoles = roleNames.filter((role) => (roles[role] as readonly Right[]).includes('asks.answer'));

/** 404 unseen, 403 not theirs to send, 409 where the plan does not run or its unit has ended. */
export async function senderFor(db: Db, actor: Actor, planId: string): Promise<Sender> {
  const plan = await readAsSender(db, actor, planId);
  if (plan.state === 'recalled') fail('cascade.recalled');
  if (plan.state !== 'issued') fail('plans.wrong-state', { state: `@plans.state.${plan.state}` });
  const unit = await unitFor(db, actor, plan.unit_id, 'plans.send');
  return { planId, unitId: unit.id, path: unit.path };
}

/** Lines of the plan that may be asked of others, as they hold today. */
export const askableLines = async (db: Db, planId: string): Promise<PlacedLine[]> =>
  (await linesOfPlan(db, planId)).filter((line) => isAskable(line.part));

/**
 * The choice with its lines and places looked up. `forgiving`, for a choice that is repeated: lines that the plan no
 * longer has and units that are gone from below are left out; otherwise they are refused with a sentence.
 */
export async function chosenBy(
  db: Db,
  actor: Actor,
  sender: Sender,
  choice: Choice,
  { forgiving = false } = {},
): Promise<Chosen> {
  const there = new Set((await askableLines(db, sender.planId)).map((line) => line.id));
  const lines = choice.lines.filter((line) => there.has(line.lineId));
  if (!forgiving && lines.length < choice.lines.length) fail('plans.line-elsewhere');
  const to: Target[] = [];
  for (const group of choice.to) to.push(await targetOf(db, sender, group, forgiving));
  return {
    planId: sender.planId,
    senderId: sender.unitId,
    lines: [...new Map(lines.map((line) => [line.lineId, line])).values()],
    to,
    day: dayOf(actor.now),
    roles: answeringRoles,
  };
}

async function targetOf(db: Db, sender: Sender, group: Choice['to'][number], forgiving: boolean): Promise<Target> {
  const within = group.withinId === null ? sender.path : await pathOf(db, group.withinId);
  const inside = within.startsWith(sender.path);
  if (!inside && !forgiving) fail('cascade.not-below', { unit: (await unitsByIds(db, [group.withinId!]))[0]!.name });
  const picked = await unitsByIds(db, group.unitIds);
  if (!forgiving && picked.length < new Set(group.unitIds).size)
    fail('invalid', {}, { fields: { choice: 'fields.unit-unknown' } });
  const outside = picked.find((unit) => group.mode === 'assign' && !unit.path.startsWith(sender.path));
  if (outside && !forgiving) fail('cascade.not-below', { unit: outside.name });
  const mayBe = picked.filter((unit) => group.mode !== 'assign' || unit.path.startsWith(sender.path));
  return { mode: group.mode, unitIds: mayBe.map((unit) => unit.id), kinds: inside ? group.kinds : [], below: within };
}
