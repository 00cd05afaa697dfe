import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { fillIn } from '#lib/fill-in.ts';
import { dayOf } from '#lib/format.ts';
import { isId } from '#lib/id.ts';
import { isoOrNull, isPlaceInTime } from '#lib/instants.ts';
import type { Actor } from '#platform/actor.ts';
import { fileById, replyWith, takeUploaded } from '#platform/files/files.ts';
import { pageOf } from '#platform/page.ts';
import type { FileReply } from '#platform/route.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { holdersAt } from '../access/access.ts';
import { record } from '../audit/audit.ts';
import { notify } from '../notices/notices.ts';
import { getUnitRow, unitFor, upperBodyOn } from '../org/org.ts';
import type { Plan } from '../plans/plans.contract.ts';
import { getPlan } from '../plans/plans.ts';
import { holdPlan } from './coverage-plan.sql.ts';
import { isLineOf } from './plan-lines.sql.ts';
import * as contract from './toolkits.contract.ts';
import * as sql from './toolkits.sql.ts';

const shown = (row: sql.PieceRow): contract.Piece => ({
  id: row.id,
  planId: row.plan_id,
  lineId: row.line_id,
  lineText: row.line_text,
  kind: row.kind as contract.PieceKind,
  title: row.title,
  body: row.body,
  fileName: row.file_name,
  n: row.n,
  withdrawnAt: isoOrNull(row.withdrawn_at),
  withdrawnReason: row.withdrawn_reason,
  updatedAt: row.updated_at.toISOString(),
  version: row.version,
  units: row.units,
  takenN: row.taken_n,
});

/** Whoever sees the plan sees its toolkit; 404 otherwise. */
const planOf = async (db: Db, actor: Actor, planId: string): Promise<Plan> =>
  (await getPlan(db, actor, { planId })).plan;

async function managedPlan(db: Db, actor: Actor, planId: string): Promise<{ plan: Plan; path: string }> {
  const plan = await planOf(db, actor, planId);
  const { path } = await getUnitRow(db, plan.unitId);
  if (!actor.can('toolkits.manage', path)) fail('forbidden');
  if (plan.state === 'recalled') fail('plans.wrong-state', { state: '@plans.state.recalled' });
  return { plan, path };
}

export async function listToolkit(
  db: Db,
  actor: Actor,
  { planId, unitId }: InputOf<typeof contract.listToolkit>,
): Promise<OutputOf<typeof contract.listToolkit>> {
  const plan = await planOf(db, actor, planId);
  const { path } = await getUnitRow(db, plan.unitId);
  const asked = unitId && actor.can('plans.read', (await getUnitRow(db, unitId)).path) ? unitId : undefined;
  const rows = await sql.listPieces(db, planId, asked);
  const manages = actor.can('toolkits.manage', path) && plan.state !== 'recalled';
  // Who only uses the pieces sees those that stand, and those that their unit took before they were withdrawn.
  const seen = rows.filter((row) => manages || row.withdrawn_at === null || row.taken_n !== null);
  return { items: seen.map(shown), plan: { title: plan.title, unitName: plan.unitName }, manages };
}

export async function listToolkits(
  db: Db,
  actor: Actor,
  { unitId, after, limit }: InputOf<typeof contract.listToolkits>,
): Promise<OutputOf<typeof contract.listToolkits>> {
  const unit = await getUnitRow(db, unitId);
  if (!actor.can('plans.read', unit.path)) fail('not-found');
  const rows = await sql.listToolkits(db, actor.reach('plans.read'), unitId, placeOf(after), limit);
  const { items, next } = pageOf(rows, limit, (last) => `${last.updated_key}_${last.plan_id}`);
  const kits = items.map((row) => ({
    planId: row.plan_id,
    title: row.title,
    fromUnit: row.from_unit,
    pieces: row.pieces,
    corrected: row.corrected,
    manages: actor.can('toolkits.manage', row.path),
    updatedAt: row.updated_at.toISOString(),
  }));
  return { items: kits, next };
}

function placeOf(after: string | undefined): { at: string; id: string } | undefined {
  if (after === undefined) return undefined;
  const [at = '', id = ''] = after.split('_');
  return isPlaceInTime(at) && isId(id) ? { at, id } : fail('unreadable');
}

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
  if (before && isSame(before, given)) return shown(before);
  if ((before?.version ?? 0) !== given.version) fail('conflict', {}, before ? { current: shown(before) } : {});
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
  return shown(after);
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
  if (before.withdrawn_at) return shown(before);
  await sql.updatePiece(tx, pieceId, { withdrawn_at: actor.now, withdrawn_reason: reason }, actor.now);
  const after = (await sql.findPiece(tx, planId, pieceId)) ?? fail('not-found');
  const subject = { id: pieceId, unitId: plan.unitId, path };
  await record(
    tx,
    actor,
    contract.pieceWithdrawn({ subject, before: { title: before.title }, after: { title: before.title }, reason }),
  );
  await tellUsers(tx, actor, plan, after, 'toolkit.withdrawn');
  return shown(after);
}

/** Those who record for each unit that took the piece: the copy in their hands is no longer what it was. */
async function tellUsers(tx: Tx, actor: Actor, plan: Plan, piece: sql.PieceRow, kind: string): Promise<void> {
  const day = dayOf(actor.now);
  const people = new Set<string>();
  for (const use of await sql.pathsOfUsers(tx, piece.id)) {
    people.add(use.person_id);
    for (const id of await holdersAt(tx, 'asks.answer', use.path, day)) people.add(id);
  }
  await notify(
    tx,
    {
      personIds: [...people],
      kind,
      params: { title: piece.title, plan: plan.title },
      link: `/app/bo-tai-lieu/${plan.id}`,
      dedupeKey: `${kind}:${piece.id}:${piece.n}`,
    },
    actor.now,
  );
}

/** "Dùng cho đơn vị tôi": the unit's names stand in the text, and the sender sees that the piece is of use. */
export async function takePiece(
  tx: Tx,
  actor: Actor,
  { planId, pieceId, unitId }: InputOf<typeof contract.takePiece>,
): Promise<OutputOf<typeof contract.takePiece>> {
  const plan = await planOf(tx, actor, planId);
  if (plan.state === 'recalled') fail('plans.wrong-state', { state: '@plans.state.recalled' });
  const unit = await unitFor(tx, actor, unitId, 'outputs.record');
  await sql.lockPiece(tx, pieceId);
  const row = (await sql.findPiece(tx, planId, pieceId, unitId)) ?? fail('not-found');
  if (row.withdrawn_at) fail('toolkits.withdrawn', { reason: row.withdrawn_reason ?? '' });
  const use = { piece_id: pieceId, unit_id: unit.id, path: unit.path, n: row.n, person_id: actor.person.id };
  await sql.upsertUse(tx, { ...use, last_at: actor.now });
  if (row.taken_n !== row.n)
    await record(
      tx,
      actor,
      contract.pieceTaken({
        subject: { id: pieceId, unitId: unit.id, path: unit.path },
        before: null,
        after: { title: row.title, n: row.n, plan: plan.title },
      }),
    );
  const names = {
    'đơn vị': unit.name,
    'địa danh': unit.place,
    'cấp trên': await upperBodyOn(tx, unit.id, dayOf(actor.now)),
  };
  const filled = (text: string) => fillIn(text, names);
  return { title: filled(row.title), body: row.body && filled(row.body), fileName: row.file_name, n: row.n };
}

export async function pieceFile(
  db: Db,
  actor: Actor,
  { planId, pieceId }: InputOf<typeof contract.pieceFile>,
): Promise<FileReply> {
  const plan = await planOf(db, actor, planId);
  const row = await sql.findPiece(db, planId, pieceId);
  if (!row?.file_id) return fail('not-found');
  const { path } = await getUnitRow(db, plan.unitId);
  if (row.withdrawn_at && !actor.can('toolkits.manage', path))
    fail('toolkits.withdrawn', { reason: row.withdrawn_reason ?? '' });
  return await replyWith(await fileById(db, row.file_id), false);
}

export async function listPieceUses(
  db: Db,
  actor: Actor,
  { planId, pieceId }: InputOf<typeof contract.listPieceUses>,
): Promise<OutputOf<typeof contract.listPieceUses>> {
  await managedPlan(db, actor, planId);
  const row = (await sql.findPiece(db, planId, pieceId)) ?? fail('not-found');
  const uses = await sql.listUses(db, pieceId);
  return {
    items: uses.map((use) => ({
      unitId: use.unit_id,
      unitName: use.name,
      n: use.n,
      current: use.n === row.n,
      times: use.times,
      lastAt: use.last_at.toISOString(),
    })),
  };
}

export async function listPieceVersions(
  db: Db,
  actor: Actor,
  { planId, pieceId }: InputOf<typeof contract.listPieceVersions>,
): Promise<OutputOf<typeof contract.listPieceVersions>> {
  await planOf(db, actor, planId);
  if (!(await sql.findPiece(db, planId, pieceId))) fail('not-found');
  const rows = await sql.listVersions(db, pieceId);
  return { items: rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() })) };
}
