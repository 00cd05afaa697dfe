import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { isId } from '#lib/id.ts';
import type { Actor } from '#platform/actor.ts';
import { enqueue } from '#platform/jobs.ts';
import { pageById } from '#platform/page.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { recordInside } from '../audit/audit.ts';
import { unitFor } from '../org/org.ts';
import { getPlan } from '../plans/plans.ts';
import * as sql from './dossiers.sql.ts';
import * as contract from './reports.contract.ts';
import { reported } from './reports.ts';

const shown = (row: sql.DossierRow): contract.Dossier => ({
  id: row.id,
  unitId: row.unit_id,
  unitName: row.unit_name,
  from: row.from_on,
  to: row.to_on,
  planTitle: row.plan_title,
  state: row.state as contract.Dossier['state'],
  fileId: row.file_id,
  bytes: row.bytes === null ? null : Number(row.bytes),
  items: row.items,
  leftOut: row.left_out,
  requestedByName: row.requested_name,
  requestedAt: row.requested_at.toISOString(),
});

/** The job that puts a dossier together; `reports.jobs.ts` handles it. */
export const makeJob = 'reports.make-dossier';

export async function listDossiers(
  db: Db,
  actor: Actor,
  { unitId, after, limit }: InputOf<typeof contract.listDossiers>,
): Promise<OutputOf<typeof contract.listDossiers>> {
  if (after !== undefined && !isId(after)) fail('unreadable');
  const rows = await sql.listDossiers(db, actor.reach('plans.read'), { unitId, after, limit });
  const { items, next } = pageById(rows, limit);
  return { items: items.map(shown), next };
}

/** Asked twice with the same id it is made once. */
export async function makeDossier(
  tx: Tx,
  actor: Actor,
  given: InputOf<typeof contract.makeDossier>,
): Promise<contract.Dossier> {
  const { unit } = await reported(tx, actor, 'plans.read', given);
  await unitFor(tx, actor, unit.id, 'outputs.record');
  const plan = given.planId && (await getPlan(tx, actor, { planId: given.planId })).plan;
  if (plan && plan.unitId !== unit.id) fail('not-found');
  const made = await sql.insertDossier(tx, {
    id: given.id,
    unit_id: unit.id,
    path: unit.path,
    from_on: given.from,
    to_on: given.to,
    plan_id: given.planId,
    requested_by: actor.person.id,
    requested_at: actor.now,
  });
  const row = (await sql.findDossier(tx, given.id)) ?? fail('not-found');
  if (row.unit_id !== unit.id) fail('conflict');
  if (made) {
    const subject = { id: row.id, unitId: unit.id, path: unit.path };
    const after = { from: given.from, to: given.to, planId: given.planId };
    await recordInside(tx, actor, contract.dossierAsked({ subject, before: null, after }));
    await enqueue(tx, makeJob, { id: row.id });
  }
  return shown(row);
}
