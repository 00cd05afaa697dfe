import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { isoOf, isoOrNull } from '#lib/instants.ts';
import type { Right } from '#lib/rights.ts';
import type { Actor } from '#platform/actor.ts';
import { say } from '#platform/texts.ts';
import type { Db, Tx } from '#platform/tx.ts';
import type * as c from './withdrawals.contract.ts';
import { stateOf, withdrawalCan } from './withdrawals.policy.ts';
import * as sql from './withdrawals.sql.ts';

export function shownWithdrawal(actor: Actor, row: sql.WithdrawalRecord): c.WithdrawalRow {
  const facts = {
    answerBy: row.answer_by,
    carryOutBy: row.carry_out_by,
    answeredAt: isoOrNull(row.answered_at),
    extendedTo: row.extended_to,
    doneAt: isoOrNull(row.done_at),
  };
  const may = { record: actor.can('consents.record', row.path), decide: actor.can('consents.decide', row.path) };
  return {
    id: row.id,
    unitId: row.unit_id,
    unitName: row.unit_name,
    pupilId: row.pupil_id,
    pupilName: row.pupil_name,
    className: row.class_name,
    purposes: row.purposes as c.WithdrawalRow['purposes'],
    channels: row.channels as c.WithdrawalRow['channels'],
    askedBy: row.asked_by,
    reason: row.reason,
    evidence: row.evidence_file_id !== null,
    receivedAt: isoOf(row.received_at),
    ...facts,
    extensionReason: row.extension_reason,
    state: stateOf(facts, dayOf(actor.now)),
    steps: { settled: row.settled, all: row.steps },
    version: row.version,
    can: withdrawalCan(facts, may),
  };
}

/** A place in the reader's words; what the system says of itself is a key. */
export const shownStep = (actor: Actor, row: sql.StepRecord): c.WithdrawalStep => ({
  id: row.id,
  withdrawalId: row.withdrawal_id,
  mediaId: row.media_id,
  cutId: row.cut_id,
  unitId: row.unit_id,
  unitName: row.unit_name,
  placeKind: row.place_kind,
  placeId: row.place_id,
  place:
    row.place_kind === 'page'
      ? say(actor.language, 'consents.step.page', { title: row.place })
      : row.place_kind === 'copy'
        ? say(actor.language, 'consents.step.copy', { unit: row.place })
        : row.place_kind === 'other-purpose'
          ? say(actor.language, 'consents.step.other-purpose')
          : row.place,
  channel: row.channel as c.WithdrawalStep['channel'],
  state: row.state as c.WithdrawalStep['state'],
  note: row.place_kind === 'page' && row.done_by === null ? say(actor.language, 'consents.step.held-back') : row.note,
  doneAt: isoOrNull(row.done_at),
  doneByName: row.done_by_name,
  can: row.state === 'open' && actor.can('consents.record', row.path) ? ['settle'] : [],
});

/** 404 unseen, 403 without the right there, 409 changed meanwhile. */
export async function loadWithdrawal(
  tx: Tx,
  actor: Actor,
  id: string,
  of: { right: Right; version?: number },
): Promise<sql.WithdrawalRecord> {
  await sql.lockWithdrawal(tx, id);
  const row = await seenWithdrawal(tx, actor, id);
  if (!actor.can(of.right, row.path)) fail('forbidden');
  if (of.version !== undefined && of.version !== row.version)
    fail('conflict', {}, { current: await withdrawalOf(tx, actor, row) });
  return row;
}

export async function seenWithdrawal(db: Db, actor: Actor, id: string): Promise<sql.WithdrawalRecord> {
  const row = (await sql.findWithdrawal(db, id)) ?? fail('not-found');
  return actor.can('consents.read', row.path) ? row : fail('not-found');
}

export async function withdrawalOf(db: Db, actor: Actor, row: sql.WithdrawalRecord): Promise<c.WithdrawalDetail> {
  const rule = await sql.findRule(db, dayOf(row.received_at));
  return {
    ...shownWithdrawal(actor, row),
    pictures: await sql.countBlocked(db, row.id),
    source: rule?.source ?? '',
    places: (await sql.listSteps(db, row.id)).map((step) => shownStep(actor, step)),
  };
}

export const subjectOf = (row: { id: string; unit_id: string; path: string }) => ({
  id: row.id,
  unitId: row.unit_id,
  path: row.path,
});
