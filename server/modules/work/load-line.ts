import { fail } from '#lib/errors.ts';
import { dayOf, shortDay } from '#lib/format.ts';
import type { Actor } from '#platform/actor.ts';
import type { Tx } from '#platform/tx.ts';
import { getUnitRow } from '../org/org.ts';
import * as sql from './load-line.sql.ts';
import { lockLines } from './recount.sql.ts';

/** Finds, scopes and locks an activity of a plan at work: 404 unseen, 403 not yours to record at, 409 where the plan is not at work. */
export async function loadLine(tx: Tx, actor: Actor, lineId: string): Promise<sql.LineAtWork> {
  const seen = (await sql.findLineAtWork(tx, actor.reach('plans.read'), lineId)) ?? fail('not-found');
  if (!actor.can('outputs.record', seen.path)) fail('forbidden');
  await lockLines(tx, [lineId]);
  const line = (await sql.findLineAtWork(tx, actor.reach('plans.read'), lineId)) ?? fail('not-found');
  if (line.planState !== 'issued') fail('work.plan-not-issued');
  const { closedOn } = await getUnitRow(tx, line.unitId);
  if (closedOn !== null && closedOn <= dayOf(actor.now)) fail('org.unit-closed', { date: shortDay(closedOn) });
  return line;
}
