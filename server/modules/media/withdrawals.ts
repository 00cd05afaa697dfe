import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf, shortDay } from '#lib/format.ts';
import { isId, newId } from '#lib/id.ts';
import { addDays } from '#lib/working-days.ts';
import { holdersAt } from '#modules/access/access.ts';
import { recordInside } from '#modules/audit/audit.ts';
import { notifyOthers } from '#modules/notices/notices.ts';
import { holidaysBetween } from '#modules/org/calendar.ts';
import { getUnitRow } from '#modules/org/org.ts';
import type { Actor } from '#platform/actor.ts';
import { takeUploaded } from '#platform/files/files.ts';
import { pageById } from '#platform/page.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { refreshBlocks } from './blocks.ts';
import { loadPupil } from './load-class.ts';
import { loadWithdrawal, seenWithdrawal, shownWithdrawal, subjectOf, withdrawalOf } from './load-withdrawal.ts';
import { tellCopies } from './withdrawal-notices.ts';
import { finishIfSettled } from './withdrawal-steps.ts';
import * as c from './withdrawals.contract.ts';
import { deadlinesOf, latestDay } from './withdrawals.policy.ts';
import * as sql from './withdrawals.sql.ts';

export async function listWithdrawals(
  db: Db,
  actor: Actor,
  input: InputOf<typeof c.listWithdrawals>,
): Promise<OutputOf<typeof c.listWithdrawals>> {
  if (input.after !== undefined && !isId(input.after)) fail('unreadable');
  const unit = await getUnitRow(db, input.unitId);
  if (!actor.can('consents.read', unit.path)) fail('not-found');
  const of = { state: input.state, today: dayOf(actor.now), after: input.after, limit: input.limit };
  const rows = await sql.listWithdrawals(db, actor.reach('consents.read'), unit.id, of);
  const { items, next } = pageById(rows, input.limit);
  return { items: items.map((row) => shownWithdrawal(actor, row)), next };
}

export const getWithdrawal = async (
  db: Db,
  actor: Actor,
  { withdrawalId }: InputOf<typeof c.getWithdrawal>,
): Promise<c.WithdrawalDetail> => await withdrawalOf(db, actor, await seenWithdrawal(db, actor, withdrawalId));

type Input = InputOf<typeof c.withdrawConsent>;

/** Ends the consents, holds back every picture and writes down every place, all in the transaction that records the wish. */
export async function withdrawConsent(tx: Tx, actor: Actor, input: Input): Promise<c.WithdrawalDetail> {
  const pupil = await loadPupil(tx, actor, input.pupilId, 'consents.record');
  const receivedAt = input.receivedAt ? new Date(input.receivedAt) : actor.now;
  if (receivedAt > actor.now) fail('invalid', {}, { fields: { receivedAt: 'fields.day' } });
  const known = await sql.findWithdrawal(tx, input.id);
  // Sent twice it is one; an id that names another pupil's is refused.
  if (known) return known.pupil_id === pupil.id ? await withdrawalOf(tx, actor, known) : fail('conflict');
  const owner = { unitId: pupil.unit_id, path: pupil.path, readRight: 'consents.read' } as const;
  if (input.evidenceFileId) await takeUploaded(tx, actor, input.evidenceFileId, owner);
  const made = { receivedAt, ...(await clocksFor(tx, receivedAt, pupil.path)) };
  await insert(tx, actor, input, pupil, made);
  const ended = await sql.endConsents(tx, pupil.id, input, actor.now);
  await refreshBlocks(tx, actor, { pupilIds: [pupil.id] });
  await sql.insertOwnSteps(tx, input.id, '', actor.now);
  await addOtherPurposes(
    tx,
    input,
    pupil,
    ended.map((one) => one.purpose),
  );
  const copies = await sql.insertCopySteps(tx, input.id);
  if (copies.length > 0) await sql.updateWithdrawal(tx, input.id, { carry_out_by: made.sharedBy });
  const row = (await sql.findWithdrawal(tx, input.id)) ?? fail('conflict');
  const after = {
    pupilId: pupil.id,
    purposes: input.purposes,
    channels: input.channels,
    askedBy: input.askedBy,
    reason: input.reason,
    ended: ended.length,
    answerBy: row.answer_by,
    carryOutBy: row.carry_out_by,
  };
  await recordInside(tx, actor, c.consentWithdrawn({ subject: subjectOf(row), before: null, after }));
  await tellCopies(tx, actor.now, row, copies);
  await tellHead(tx, actor, row);
  await finishIfSettled(tx, actor, row.id);
  return await getWithdrawal(tx, actor, { withdrawalId: row.id });
}

async function clocksFor(tx: Tx, receivedAt: Date, path: string) {
  const on = dayOf(receivedAt);
  const rule = (await sql.findRule(tx, on)) ?? fail('not-found');
  // Legal clocks count confirmed holidays only: a draft does not put a duty off.
  const days = await holidaysBetween(tx, on, addDays(on, 60), { path, confirmedOnly: true });
  const { answerBy, carryOutBy } = deadlinesOf(on, rule, days, false);
  return { answerBy, carryOutBy, sharedBy: deadlinesOf(on, rule, days, true).carryOutBy };
}

async function insert(
  tx: Tx,
  actor: Actor,
  input: Input,
  pupil: { id: string; unit_id: string; path: string },
  made: { receivedAt: Date; answerBy: string; carryOutBy: string },
): Promise<void> {
  const { purposes, channels, reason } = input;
  await sql.insertWithdrawal(tx, {
    id: input.id,
    pupil_id: pupil.id,
    unit_id: pupil.unit_id,
    path: pupil.path,
    purposes,
    channels,
    asked_by: input.askedBy,
    reason,
    evidence_file_id: input.evidenceFileId,
    received_at: made.receivedAt,
    answer_by: made.answerBy,
    carry_out_by: made.carryOutBy,
    recorded_by: actor.person.id,
    created_at: actor.now,
  });
}

/**
 * Contest entries and teaching material are not known to the system: the unit looks for them and says so. Of a request for
 * all purposes, where there was a consent to any of them.
 */
async function addOtherPurposes(
  tx: Tx,
  input: Input,
  pupil: { unit_id: string; path: string },
  ended: readonly string[],
): Promise<void> {
  const others = [...new Set(input.purposes ?? ended)].filter((purpose) => purpose !== 'news');
  if (others.length === 0) return;
  await sql.insertStep(tx, {
    id: newId(),
    withdrawal_id: input.id,
    unit_id: pupil.unit_id,
    path: pupil.path,
    place_kind: 'other-purpose',
    place: others.join(', '),
    state: 'open',
  });
}

async function tellHead(tx: Tx, actor: Actor, row: sql.WithdrawalRecord): Promise<void> {
  const heads = await holdersAt(tx, 'consents.decide', row.path, dayOf(actor.now));
  await notifyOthers(tx, actor, {
    personIds: heads,
    kind: 'consent.withdrawn',
    params: { unit: row.unit_name, due: shortDay(row.answer_by) },
    link: `/app/dong-y/rut/${row.id}`,
    dedupeKey: `consent.withdrawn:${row.id}`,
  });
}

export async function answerWithdrawal(
  tx: Tx,
  actor: Actor,
  input: InputOf<typeof c.answerWithdrawal>,
): Promise<c.WithdrawalDetail> {
  const row = await loadWithdrawal(tx, actor, input.withdrawalId, { right: 'consents.record', version: input.version });
  if (row.answered_at) fail('media.withdrawal-answered', {}, { current: await withdrawalOf(tx, actor, row) });
  await sql.updateWithdrawal(tx, row.id, { answered_at: actor.now });
  const after = { answeredAt: actor.now.toISOString() };
  await recordInside(tx, actor, c.withdrawalAnswered({ subject: subjectOf(row), before: null, after }));
  return await getWithdrawal(tx, actor, input);
}

export async function extendWithdrawal(
  tx: Tx,
  actor: Actor,
  input: InputOf<typeof c.extendWithdrawal>,
): Promise<c.WithdrawalDetail> {
  const row = await loadWithdrawal(tx, actor, input.withdrawalId, { right: 'consents.decide', version: input.version });
  if (row.extended_to || row.done_at)
    fail('media.withdrawal-extended', {}, { current: await withdrawalOf(tx, actor, row) });
  const rule = (await sql.findRule(tx, dayOf(row.received_at))) ?? fail('not-found');
  const latest = latestDay(row.carry_out_by, rule);
  if (input.to <= row.carry_out_by || input.to > latest)
    fail('media.withdrawal-extension', { from: shortDay(row.carry_out_by), to: shortDay(latest) });
  await sql.updateWithdrawal(tx, row.id, { extended_to: input.to, extension_reason: input.reason });
  const before = { carryOutBy: row.carry_out_by };
  const after = { extendedTo: input.to };
  await recordInside(tx, actor, c.withdrawalExtended({ subject: subjectOf(row), before, after, reason: input.reason }));
  return await getWithdrawal(tx, actor, input);
}
