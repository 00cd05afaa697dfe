import type { InputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import type { Actor } from '#platform/actor.ts';
import { takeUploaded } from '#platform/files/files.ts';
import type { Tx } from '#platform/tx.ts';
import { record } from '../audit/audit.ts';
import { notify } from '../notices/notices.ts';
import type { Plan } from '../plans/plans.contract.ts';
import { answeringRoles } from './choosing.ts';
import { holdPlan } from './coverage-plan.sql.ts';
import { isLineOf } from './plan-lines.sql.ts';
import * as contract from './toolkits.contract.ts';
import * as sql from './toolkits.sql.ts';
import { managedPlan, shownPiece } from './toolkits.ts';

export async function putPiece(
  tx: Tx,
  actor: Actor,
  given: InputOf<typeof contract.putPiece>,
): Promise<contract.Piece> {
  const { plan, path } = await managedPlan(tx, actor, given.planId);
  // Of a piece that is new there is nothing to lock: of two who send it at once the second sees what the first wrote.
  await holdPlan(tx, plan.id);
  if (given.lineId && !(await isLineOf(tx, plan.id, given.lineId))) fail('plans.line-elsewhere');
  const locked = await sql.lockPiece(tx, given.pieceId);
  if (locked && locked.plan_id !== plan.id) fail('not-found');
  const before = locked && (await sql.findPiece(tx, plan.id, given.pieceId));
  if (before && isSame(before, given)) return shownPiece(before);
  if ((before?.version ?? 0) !== given.version) fail('conflict', {}, before ? { current: shownPiece(before) } : {});
  if (given.fileId) await takeUploaded(tx, actor, given.fileId, { unitId: plan.unitId, path, readRight: 'plans.read' });
  const content = {
    title: given.title,
    body: given.body || null,
    file_id: given.fileId === undefined ? (before?.file_id ?? null) : given.fileId,
  };
  if (content.body === null && content.file_id === null) fail('invalid', {}, { fields: { body: 'fields.required' } });
  const n = await write(tx, actor, { plan, path }, given, before, content);
  const after = (await sql.findPiece(tx, plan.id, given.pieceId)) ?? fail('not-found');
  await record(
    tx,
    actor,
    contract.pieceWritten({
      subject: { id: after.id, unitId: plan.unitId, path },
      before: before ? { title: before.title, kind: before.kind, n: before.n } : null,
      after: { title: after.title, kind: after.kind, n },
    }),
  );
  if (before && n > before.n) await tellUsers(tx, actor, plan, after, 'toolkit.corrected');
  return shownPiece(after);
}

/** A lost answer is asked for again: the same words twice are no correction. */
const isSame = (row: sql.PieceRow, given: InputOf<typeof contract.putPiece>): boolean =>
  row.title === given.title &&
  row.body === (given.body || null) &&
  row.kind === given.kind &&
  row.line_id === given.lineId &&
  (given.fileId === undefined || given.fileId === row.file_id);

type Content = Pick<sql.PieceRow, 'title' | 'body' | 'file_id'>;

/** Writes the row and the number of its content; new words of a piece that nobody took yet stay the same number. */
async function write(
  tx: Tx,
  actor: Actor,
  { plan, path }: { plan: Plan; path: string },
  given: InputOf<typeof contract.putPiece>,
  before: sql.PieceRow | undefined,
  content: Content,
): Promise<number> {
  const changed =
    !before || before.title !== content.title || before.body !== content.body || before.file_id !== content.file_id;
  const n = before ? before.n + (changed && before.units > 0 ? 1 : 0) : 1;
  const place = { line_id: given.lineId, kind: given.kind };
  if (before)
    await sql.updatePiece(
      tx,
      before.id,
      { ...place, ...content, n, withdrawn_at: null, withdrawn_reason: null },
      actor.now,
    );
  else
    await sql.insertPiece(tx, {
      id: given.pieceId,
      plan_id: plan.id,
      unit_id: plan.unitId,
      path,
      ...place,
      ...content,
      created_by: actor.person.id,
    });
  if (changed)
    await sql.keepVersion(tx, {
      piece_id: given.pieceId,
      n,
      ...content,
      note: given.note,
      person_id: actor.person.id,
      at: actor.now,
    });
  return n;
}

export async function withdrawPiece(
  tx: Tx,
  actor: Actor,
  { planId, pieceId, reason }: InputOf<typeof contract.withdrawPiece>,
): Promise<contract.Piece> {
  const { plan, path } = await managedPlan(tx, actor, planId);
  await sql.lockPiece(tx, pieceId);
  const before = (await sql.findPiece(tx, planId, pieceId)) ?? fail('not-found');
  if (before.withdrawn_at) return shownPiece(before);
  await sql.updatePiece(tx, pieceId, { withdrawn_at: actor.now, withdrawn_reason: reason }, actor.now);
  const after = (await sql.findPiece(tx, planId, pieceId)) ?? fail('not-found');
  const subject = { id: pieceId, unitId: plan.unitId, path };
  await record(
    tx,
    actor,
    contract.pieceWithdrawn({ subject, before: { title: before.title }, after: { title: before.title }, reason }),
  );
  await tellUsers(tx, actor, plan, after, 'toolkit.withdrawn');
  return shownPiece(after);
}

/** Those who answer for each unit that took the piece, and who took it: the copy in their hands is no longer what it was. */
async function tellUsers(tx: Tx, actor: Actor, plan: Plan, piece: sql.PieceRow, kind: string): Promise<void> {
  const notice = {
    personIds: await sql.peopleWithCopies(tx, piece.id, { today: dayOf(actor.now), roles: answeringRoles }),
    kind,
    params: { title: piece.title, plan: plan.title },
    link: `/app/bo-tai-lieu/${plan.id}`,
    dedupeKey: `${kind}:${piece.id}:${piece.n}`,
  };
  await notify(tx, notice, actor.now);
}
