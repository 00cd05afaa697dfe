import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { fillIn } from '#lib/fill-in.ts';
import { dayOf } from '#lib/format.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { record } from '../audit/audit.ts';
import { unitFor, upperBodyOn } from '../org/org.ts';
import * as contract from './toolkits.contract.ts';
import * as sql from './toolkits.sql.ts';
import { managedPlan, planOf } from './toolkits.ts';

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
