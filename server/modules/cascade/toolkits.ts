import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { isId } from '#lib/id.ts';
import { isoOrNull, isPlaceInTime } from '#lib/instants.ts';
import type { Actor } from '#platform/actor.ts';
import { fileById, replyWith } from '#platform/files/files.ts';
import { pageOf } from '#platform/page.ts';
import type { FileReply } from '#platform/route.ts';
import type { Db } from '#platform/tx.ts';
import { getUnitRow } from '../org/org.ts';
import type { Plan } from '../plans/plans.contract.ts';
import { getPlan } from '../plans/plans.ts';
import type * as contract from './toolkits.contract.ts';
import * as sql from './toolkits.sql.ts';

export const shownPiece = (row: sql.PieceRow): contract.Piece => ({
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
export const planOf = async (db: Db, actor: Actor, planId: string): Promise<Plan> =>
  (await getPlan(db, actor, { planId })).plan;

/** The plan for those who keep its toolkit: 403 for others, 409 once it is recalled. */
export async function managedPlan(db: Db, actor: Actor, planId: string): Promise<{ plan: Plan; path: string }> {
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
  return { items: seen.map(shownPiece), plan: { title: plan.title, unitName: plan.unitName }, manages };
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
