import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { newId } from '#lib/id.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { record } from '../audit/audit.ts';
import { getPlan } from '../plans/plans.ts';
import * as evidenceSql from './evidence.sql.ts';
import type * as c from './series.contract.ts';
import { type Series, seriesChanged } from './series.contract.ts';
import * as sql from './series.sql.ts';

export async function listSeries(
  db: Db,
  actor: Actor,
  { planId }: { planId: string },
): Promise<OutputOf<typeof c.listSeries>> {
  const { plan } = await getPlan(db, actor, { planId });
  const rows = await sql.listSeries(db, actor.reach('plans.read'), { planId });
  const path = (await sql.placeOfPlan(db, planId))?.path ?? '';
  const may = plan.state === 'issued' && actor.can('outputs.record', path);
  return { items: rows.map((row) => shown(actor, row)), can: may ? ['add'] : [] };
}

/** Series of an activity, and those of the plan as a whole, to which its pieces may belong too. */
export const seriesOfLine = async (db: Db, actor: Actor, planId: string, lineId: string): Promise<Series[]> =>
  (await sql.listSeries(db, actor.reach('plans.read'), { planId, lineId })).map((row) => shown(actor, row));

export async function addSeries(tx: Tx, actor: Actor, given: InputOf<typeof c.addSeries>): Promise<Series> {
  const plan = (await sql.placeOfPlan(tx, given.planId)) ?? fail('not-found');
  const { plan: seen } = await getPlan(tx, actor, { planId: given.planId });
  if (!actor.can('outputs.record', plan.path)) fail('forbidden');
  if (seen.state !== 'issued') fail('work.plan-not-issued');
  await check(tx, given, given.planId);
  const id = given.id ?? newId(actor.now.getTime());
  const made = await sql.insertSeries(tx, {
    id,
    plan_id: given.planId,
    unit_id: plan.unitId,
    path: plan.path,
    created_by: actor.person.id,
    created_at: actor.now.toISOString(),
    ...columnsOf(given),
  });
  if (made) return await told(tx, actor, id, null);
  // Sent twice it is one; the id of another plan's is refused.
  const [known] = await sql.listSeries(tx, actor.reach('plans.read'), { id, planId: given.planId });
  return known ? shown(actor, known) : fail('conflict');
}

export async function editSeries(tx: Tx, actor: Actor, given: InputOf<typeof c.editSeries>): Promise<Series> {
  const before = await load(tx, actor, given);
  await check(tx, given, before.planId);
  await sql.updateSeries(tx, before.id, columnsOf(given));
  return await told(tx, actor, before.id, before);
}

export async function deleteSeries(
  tx: Tx,
  actor: Actor,
  given: InputOf<typeof c.deleteSeries>,
): Promise<Record<string, never>> {
  const before = await load(tx, actor, given);
  await sql.deleteSeries(tx, before.id);
  await record(tx, actor, seriesChanged({ subject: subjectOf(before), before, after: null }));
  return {};
}

/** Puts a piece into a series of its plan, or takes it out. */
export async function assignSeries(
  tx: Tx,
  actor: Actor,
  given: InputOf<typeof c.assignSeries>,
): Promise<Record<string, never>> {
  await evidenceSql.lockEvidence(tx, given.evidenceId);
  const piece = (await evidenceSql.findEvidence(tx, actor.reach('plans.read'), given.evidenceId)) ?? fail('not-found');
  if (!actor.can('outputs.record', piece.path)) fail('forbidden');
  if (given.seriesId && !(await evidenceSql.isSeriesOf(tx, piece.plan_id, given.seriesId)))
    fail('invalid', {}, { fields: { seriesId: 'fields.invalid' } });
  await evidenceSql.setSeries(tx, piece.id, given.seriesId);
  const subject = { id: given.seriesId ?? piece.series_id ?? piece.id, unitId: piece.unit_id, path: piece.path };
  const told = (seriesId: string | null) => ({ evidenceId: piece.id, seriesId });
  await record(tx, actor, seriesChanged({ subject, before: told(piece.series_id), after: told(given.seriesId) }));
  return {};
}

const columnsOf = (given: Pick<InputOf<typeof c.addSeries>, 'title' | 'aim' | 'lineId' | 'fromOn' | 'toOn'>) => ({
  title: given.title,
  aim: given.aim || null,
  line_id: given.lineId,
  from_on: given.fromOn,
  to_on: given.toOn,
});

async function check(
  tx: Tx,
  given: { lineId: string | null; fromOn: string | null; toOn: string | null },
  planId: string,
): Promise<void> {
  if (given.fromOn && given.toOn && given.toOn < given.fromOn)
    fail('invalid', {}, { fields: { toOn: 'fields.day-order' } });
  if (given.lineId && !(await sql.isActivityOf(tx, planId, given.lineId)))
    fail('invalid', {}, { fields: { lineId: 'fields.invalid' } });
}

async function load(tx: Tx, actor: Actor, given: { seriesId: string; version: number }): Promise<sql.SeriesRow> {
  await sql.lockSeries(tx, given.seriesId);
  const [row] = await sql.listSeries(tx, actor.reach('plans.read'), { id: given.seriesId });
  if (!row) return fail('not-found');
  if (!actor.can('outputs.record', row.path)) fail('forbidden');
  if (row.planState !== 'issued') fail('work.plan-not-issued');
  if (row.version !== given.version) fail('conflict', {}, { current: shown(actor, row) });
  return row;
}

async function told(tx: Tx, actor: Actor, id: string, before: sql.SeriesRow | null): Promise<Series> {
  const [after] = await sql.listSeries(tx, actor.reach('plans.read'), { id });
  if (!after) return fail('not-found');
  await record(tx, actor, seriesChanged({ subject: subjectOf(after), before, after }));
  return shown(actor, after);
}

const subjectOf = (row: sql.SeriesRow) => ({ id: row.id, unitId: row.unitId, path: row.path });

function shown(actor: Actor, { path, planState, ...row }: sql.SeriesRow): Series {
  const may = planState === 'issued' && actor.can('outputs.record', path);
  return { ...row, can: may ? ['edit', 'delete'] : [] };
}
