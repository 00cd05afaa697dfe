import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { newId } from '#lib/id.ts';
import { recordInside } from '#modules/audit/audit.ts';
import { getUnitRow } from '#modules/org/org.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { loadWithdrawal, shownStep, subjectOf, withdrawalOf } from './load-withdrawal.ts';
import * as c from './withdrawals.contract.ts';
import * as sql from './withdrawals.sql.ts';

type Author = Parameters<typeof recordInside>[1];

/** A place outside the system that shows a picture: the unit that has to see to it, and what it is. */
export interface OutsidePlace {
  withdrawalId: string;
  mediaId: string | null;
  cutId: string | null;
  unitId: string;
  path: string;
  /** 'placement', 'post' and the like; with the id the same place is not written twice. */
  placeKind: string;
  placeId: string;
  place: string;
  channel: string | null;
}

/**
 * For modules that know of places outside (newspapers, posts, panels): asks a unit to clear one because consent was taken
 * back. Told twice it is one. What was carried out is open again, with the same day to be done by.
 */
export async function addWithdrawalStep(tx: Tx, author: Author, place: OutsidePlace): Promise<boolean> {
  await sql.lockWithdrawal(tx, place.withdrawalId);
  const row = (await sql.findWithdrawal(tx, place.withdrawalId)) ?? fail('not-found');
  if (await sql.isPlaceKnown(tx, place)) return false;
  await sql.insertStep(tx, {
    id: newId(author.now.getTime()),
    withdrawal_id: row.id,
    media_id: place.mediaId,
    cut_id: place.cutId,
    unit_id: place.unitId,
    path: place.path,
    place_kind: place.placeKind,
    place_id: place.placeId,
    place: place.place,
    channel: place.channel,
    state: 'open',
  });
  if (row.done_at) await sql.updateWithdrawal(tx, row.id, { done_at: null });
  const after = { place: place.place, channel: place.channel, unitId: place.unitId };
  await recordInside(tx, author, c.stepAdded({ subject: subjectOf(row), before: null, after }));
  return true;
}

/** Cuts that a withdrawal holds back, with their channels: what a module looks for among its places. */
export const withdrawnCuts = (
  db: Db,
  withdrawalId: string,
): Promise<{ cutId: string; mediaId: string; channel: string }[]> => sql.listBlockedCuts(db, withdrawalId);

export async function addStep(tx: Tx, actor: Actor, input: InputOf<typeof c.addStep>): Promise<c.WithdrawalDetail> {
  const row = await loadWithdrawal(tx, actor, input.withdrawalId, { right: 'consents.record' });
  const known = await sql.findStep(tx, input.id);
  if (known && known.withdrawal_id !== row.id) fail('conflict');
  if (!known) {
    await addWithdrawalStep(tx, actor, {
      withdrawalId: row.id,
      mediaId: null,
      cutId: null,
      unitId: row.unit_id,
      path: row.path,
      placeKind: 'named',
      placeId: input.id,
      place: input.place,
      channel: input.channel,
    });
  }
  return await withdrawalOf(tx, actor, (await sql.findWithdrawal(tx, row.id)) ?? fail('not-found'));
}

export async function settleStep(tx: Tx, actor: Actor, input: InputOf<typeof c.settleStep>): Promise<c.WithdrawalStep> {
  const locked = (await sql.lockStep(tx, input.stepId)) ?? fail('not-found');
  await sql.lockWithdrawal(tx, locked.withdrawal_id);
  const step = (await sql.findStep(tx, input.stepId)) ?? fail('not-found');
  const row = (await sql.findWithdrawal(tx, step.withdrawal_id)) ?? fail('not-found');
  if (!actor.can('consents.read', step.path) && !actor.can('consents.read', row.path)) fail('not-found');
  if (!actor.can('consents.record', step.path)) fail('forbidden');
  if (input.state === 'impossible' && input.note === '') fail('invalid', {}, { fields: { note: 'fields.required' } });
  if (step.state !== 'open') fail('media.step-settled', {}, { current: shownStep(actor, step) });
  const done = { state: input.state, note: input.note, done_at: actor.now, done_by: actor.person.id };
  await sql.updateStep(tx, step.id, done);
  const after = { place: step.place, state: input.state, note: input.note };
  await recordInside(tx, actor, c.stepSettled({ subject: subjectOf(row), before: { state: 'open' }, after }));
  await finishIfSettled(tx, actor, row.id);
  return shownStep(actor, (await sql.findStep(tx, step.id)) ?? fail('not-found'));
}

/** With the last place cleared the request is carried out. */
export async function finishIfSettled(tx: Tx, author: Author, withdrawalId: string): Promise<void> {
  if ((await sql.countOpenSteps(tx, withdrawalId)) > 0) return;
  const row = (await sql.findWithdrawal(tx, withdrawalId)) ?? fail('not-found');
  if (row.done_at) return;
  await sql.updateWithdrawal(tx, row.id, { done_at: author.now });
  const after = { doneAt: author.now.toISOString(), places: row.steps };
  await recordInside(tx, author, c.withdrawalDone({ subject: subjectOf(row), before: null, after }));
}

export async function listAskedSteps(
  db: Db,
  actor: Actor,
  { unitId }: InputOf<typeof c.listAskedSteps>,
): Promise<OutputOf<typeof c.listAskedSteps>> {
  const unit = await getUnitRow(db, unitId);
  if (!actor.can('consents.read', unit.path)) fail('not-found');
  const rows = await sql.listAsked(db, unit.id, actor.reach('consents.read'));
  return {
    items: rows.map((row) => ({ ...shownStep(actor, row), fromUnit: row.from_unit, dueOn: row.due_on })),
  };
}
