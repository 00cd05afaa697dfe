import { fail } from '#lib/errors.ts';
import { dayOf, shortDay } from '#lib/format.ts';
import type { Actor } from '#platform/actor.ts';
import type { Tx } from '#platform/tx.ts';
import type { Undo } from './change-steps.ts';
import * as handed from './handed-over.sql.ts';
import * as org from './org.sql.ts';
import * as contract from './reorganisation.contract.ts';
import { changeActions } from './reorganisation.policy.ts';
import * as changes from './reorganisation.sql.ts';
import { followLater, getChange, tell } from './reorganisation.ts';
import * as sql from './reorganised-units.sql.ts';
import { keepRunning, takeBackRunning } from './running-on.sql.ts';
import { carryRows, moveSubtrees, rebuildPaths } from './unit-paths.sql.ts';

export async function undoChange(tx: Tx, actor: Actor, input: { changeId: string }): Promise<contract.UnitChange> {
  await changes.lockChange(tx, input.changeId);
  const row = (await changes.findChange(tx, actor.reach('units.reorganise'), input.changeId)) ?? fail('not-found');
  await undoOne(tx, actor, row);
  return await getChange(tx, actor, input);
}

/** The last one first, so that each is undone upon what it stood on. */
export async function undoBatch(tx: Tx, actor: Actor, input: { batchId: string }): Promise<{ undone: number }> {
  const rows = await changes.listBatch(tx, actor.reach('units.reorganise'), input.batchId);
  if (rows.length === 0) fail('not-found');
  const open = rows.filter((row) => row.state === 'done' || row.state === 'planned');
  for (const row of open) await undoOne(tx, actor, row);
  return { undone: open.length };
}

async function undoOne(tx: Tx, actor: Actor, row: changes.ChangeRow): Promise<void> {
  const held = (await changes.lockChange(tx, row.id)) ?? fail('not-found');
  const [action] = changeActions(actor, row);
  if (!action) fail('org.change-state', { state: `@org.change-state.${row.state}` });
  const event = action === 'withdraw' ? contract.changeWithdrawn : contract.changeUndone;
  if (action === 'undo') await bringBack(tx, actor, row, held.undo as unknown as Undo, held.unitIds);
  await changes.setUndone(tx, row.id, actor.person.id, actor.now);
  const given = row.input as { fromIds: string[]; to?: { unitId?: string; make?: { id: string } }[] };
  const from = given.fromIds.map((id) => ({ id }));
  const parts = (given.to ?? []).map((t) => ({ id: t.unitId ?? t.make?.id ?? '' }));
  const kept = { id: row.id, unit_id: row.unitId, path: row.path, kind: row.kind };
  await tell(tx, actor, event, { ...kept, effective_on: row.effectiveOn, decision: row.decision }, { from, parts });
}

async function bringBack(tx: Tx, actor: Actor, row: changes.ChangeRow, undo: Undo, unitIds: string[]): Promise<void> {
  const { fromIds } = row.input as { fromIds: string[] };
  await requireUntouched(tx, row, undo, unitIds);
  await sql.lockUnits(tx, unitIds);
  await sql.reopenUnits(tx, undo.closed);
  await sql.setSuccessors(tx, undo.succeeded);
  await sql.replaceParentRows(tx, undo.parents.unitIds, undo.parents.rows);
  const touched = [...unitIds, ...fromIds];
  for (const [parentId, ids] of Map.groupBy(undo.moved, (m) => m.parentId))
    touched.push(
      ...(await moveSubtrees(
        tx,
        ids.map((m) => m.id),
        parentId,
      )),
    );
  if (undo.renamed) await nameBack(tx, undo.renamed);
  if (undo.handed) await handed.takeBack(tx, undo.handed, dayOf(actor.now));
  if (undo.running) await takeBackRunning(tx, undo.running);
  touched.push(...(await closeMade(tx, undo.made, fromIds[0]!, row.effectiveOn)));
  await rebuildPaths(tx, [...new Set([...undo.moved.map((m) => m.id), ...undo.made])]);
  await carryRows(tx, [...new Set(touched)]);
  await followLater(tx, touched, actor.now);
}

/** Nothing may stand upon the change: no later change of its units, nothing new below a unit that it made, no other name. */
async function requireUntouched(tx: Tx, row: changes.ChangeRow, undo: Undo, unitIds: readonly string[]): Promise<void> {
  const later = await changes.findLater(tx, { id: row.id, unitIds });
  if (later)
    fail('org.change-built-upon', {
      unit: later.name,
      what: `@org.change-kind.${later.kind}`,
      date: shortDay(later.effectiveOn),
    });
  const grown = await changes.findNewBelow(
    tx,
    undo.made,
    undo.moved.map((m) => m.id),
  );
  if (grown) fail('org.change-built-upon', { unit: grown.name, what: '@org.change-kind.new' });
}

async function nameBack(tx: Tx, was: NonNullable<Undo['renamed']>): Promise<void> {
  const unit = (await org.findUnit(tx, was.id)) ?? fail('not-found');
  const codes = (await org.listCodes(tx, was.id)).map((c) => c.code);
  const { kind, place, slug } = unit;
  await org.updateUnit(
    tx,
    was.id,
    { name: was.name, short_name: was.shortName, symbol: was.symbol, kind, place, slug },
    codes,
  );
  await sql.deleteNames(tx, [was.historyId]);
}

/** A unit that the change made never was: it ends on its first day, and what it got meanwhile goes to the unit before. */
async function closeMade(tx: Tx, made: readonly string[], formerId: string, on: string): Promise<string[]> {
  if (made.length === 0) return [];
  await sql.closeUnits(tx, made, on, formerId);
  await sql.setParents(tx, made, 'working', formerId, on);
  const moved = await moveSubtrees(tx, made, formerId);
  await handed.handOverGrants(tx, made, formerId, on);
  await handed.handOverPlans(tx, made, formerId);
  await handed.handOverDocuments(tx, made, formerId);
  await handed.handOverInvitations(tx, made, formerId);
  await keepRunning(tx, made, formerId, on);
  return moved;
}
