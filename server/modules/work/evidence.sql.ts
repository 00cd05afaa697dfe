import { type Insertable, sql } from 'kysely';
import type { Reach } from '#lib/reach.ts';
import type { Evidence } from '#platform/schema.ts';
import { inReach } from '#platform/scope.ts';
import type { Db, Tx } from '#platform/tx.ts';

/** Evidence with its item, its plan and the people who had it in hand. */
const evidence = (db: Db) =>
  db
    .selectFrom('evidence as e')
    .innerJoin('outputs as o', 'o.id', 'e.output_id')
    .innerJoin('plans as p', 'p.id', 'e.plan_id')
    .innerJoin('units as u', 'u.id', 'e.unit_id')
    .innerJoin('plan_lines as l', 'l.id', 'e.line_id')
    .leftJoin('people as d', 'd.id', 'e.decided_by')
    .leftJoin('people as r', 'r.id', 'e.recorded_by')
    .leftJoin('evidence as f', 'f.id', 'e.follows_id')
    .leftJoin('plans as fp', 'fp.id', 'f.plan_id')
    .select([
      'e.id',
      'e.plan_id',
      'p.state as plan_state',
      'e.line_id',
      'l.text as line_text',
      'e.unit_id',
      'u.name as unit_name',
      'e.path',
      'e.target_id',
      'e.output_id',
      'e.kind',
      'o.counts',
      'o.title',
      'o.url',
      'o.outlet',
      'o.author_name',
      'o.made_on',
      'o.snapshot_id',
      'e.amount',
      'e.place',
      'e.participants',
      'e.note',
      'e.series_id',
      'e.state',
      'e.confirmed_by',
      'e.counted',
      'e.reason',
      'd.name as decided_name',
      'e.decided_at',
      'r.name as recorded_name',
      'e.recorded_by',
      'e.created_at',
      'e.follows_id',
      'f.plan_id as from_plan_id',
      'f.line_id as from_line_id',
      'fp.title as from_title',
      'e.version',
    ]);

export type EvidenceRecord = Awaited<ReturnType<ReturnType<typeof evidence>['execute']>>[number];

export const findEvidence = (db: Db, reach: Reach, id: string) =>
  evidence(db)
    .where('e.id', '=', id)
    .where((eb) => inReach(eb.ref('e.path'), reach))
    .executeTakeFirst();

/** A piece of a job: nobody looks. */
export const readEvidence = (db: Db, id: string) => evidence(db).where('e.id', '=', id).executeTakeFirst();

export const evidenceOfLine = (db: Db, lineId: string) =>
  evidence(db).where('e.line_id', '=', lineId).orderBy('o.made_on', 'desc').orderBy('e.id', 'desc').execute();

/** What waits for a confirmation: of units where the person confirms, or below ones for which they do. */
export const waitingEvidence = (
  db: Db,
  reach: Reach,
  of: { own: readonly string[]; unitId?: string | undefined; after?: string | undefined; limit: number },
) =>
  evidence(db)
    .where((eb) => inReach(eb.ref('e.path'), reach))
    .where('e.state', '=', 'recorded')
    .where('e.counted', '=', false)
    .where('e.follows_id', 'is', null)
    .where('p.state', '=', 'issued')
    .where(mayConfirm(of.own))
    .$if(!!of.unitId, (q) => q.where('e.unit_id', '=', of.unitId!))
    .$if(!!of.after, (q) => q.where('e.id', '>', of.after!))
    .orderBy('e.id')
    .limit(sql.lit(of.limit + 1))
    .execute();

/** A unit's own people do not confirm what is for the unit above. */
const mayConfirm = (own: readonly string[]) =>
  sql<boolean>`(e.confirmed_by is distinct from 'unit-above' or not (e.path = any(${[...own]}::text[])))`;

export const countWaiting = async (
  db: Db,
  reach: Reach,
  of: { own: readonly string[]; unitId?: string | undefined },
): Promise<number> =>
  (
    await db
      .selectFrom('evidence as e')
      .innerJoin('plans as p', (j) => j.onRef('p.id', '=', 'e.plan_id').on('p.state', '=', 'issued'))
      .select(sql<number>`count(*)::int`.as('n'))
      .where((eb) => inReach(eb.ref('e.path'), reach))
      .where('e.state', '=', 'recorded')
      .where('e.counted', '=', false)
      .where('e.follows_id', 'is', null)
      .where(mayConfirm(of.own))
      .$if(!!of.unitId, (q) => q.where('e.unit_id', '=', of.unitId!))
      .executeTakeFirstOrThrow()
  ).n;

export const filesOf = (db: Db, evidenceIds: readonly string[]) =>
  db
    .selectFrom('evidence_files as x')
    .innerJoin('files as f', 'f.id', 'x.file_id')
    .select(['x.evidence_id as evidenceId', 'f.id', 'f.name', 'f.media_type as mediaType', 'f.bytes'])
    .where(sql<boolean>`x.evidence_id = any(${[...evidenceIds]}::uuid[])`)
    .orderBy('x.position')
    .execute();

export type NewEvidence = Insertable<Evidence>;

/** False where the item counts there already. */
export const insertEvidence = async (tx: Tx, row: NewEvidence): Promise<boolean> =>
  (await tx
    .insertInto('evidence')
    .values(row)
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst()) !== undefined;

export const insertFiles = (tx: Tx, evidenceId: string, fileIds: readonly string[]) =>
  tx
    .insertInto('evidence_files')
    .values(fileIds.map((file_id, position) => ({ evidence_id: evidenceId, file_id, position })))
    .execute();

export const lockEvidence = (tx: Tx, id: string) =>
  tx.selectFrom('evidence').select(['id', 'line_id']).where('id', '=', id).forUpdate().executeTakeFirst();

export interface Decision {
  state: 'confirmed' | 'refused' | 'withdrawn';
  reason: string | null;
  decided_by: string | null;
  at: Date;
}

/** Decides on a piece and on what follows it in the yearly plan; answers whose lines are to be counted anew. */
export const decide = async (tx: Tx, id: string, { at, ...decision }: Decision): Promise<string[]> =>
  (
    await tx
      .updateTable('evidence')
      .set({
        ...decision,
        counted: decision.state === 'confirmed',
        decided_at: at.toISOString(),
        version: sql`version + 1`,
      })
      .where((eb) => eb.or([eb('id', '=', id), eb('follows_id', '=', id)]))
      .where('state', 'in', ['recorded', 'confirmed'])
      .returning('line_id')
      .execute()
  ).map((r) => r.line_id);

/** Pieces and lines that stand on an item. */
export const standingOn = (tx: Tx, outputId: string) =>
  tx
    .selectFrom('evidence')
    .select(['id', 'line_id as lineId', 'target_id as targetId'])
    .where('output_id', '=', outputId)
    .where('state', 'in', ['recorded', 'confirmed'])
    .execute();

/** The piece goes over to the item that counts, unless that one counts there already; false then. */
export const moveTo = async (tx: Tx, id: string, outputId: string): Promise<boolean> =>
  (
    await sql`update evidence e set output_id = ${outputId}::uuid
      where e.id = ${id}::uuid and not exists (select 1 from evidence o where o.output_id = ${outputId}::uuid
        and o.state in ('recorded', 'confirmed') and o.line_id = e.line_id and o.target_id is not distinct from e.target_id)`.execute(
      tx,
    )
  ).numAffectedRows === 1n;

/** The month of the day it counts on: of the newsroom's items the day of the moment that the target names. */
export const setMonths = (tx: Tx, outputId: string) =>
  sql`update evidence e set month = to_char(d.day, 'YYYY-MM')
    from (select x.id, case when o.origin_kind is distinct from 'article' then o.made_on else coalesce(case t.moment when 'sent' then o.sent_on
        when 'approved' then o.approved_on when 'picked' then o.picked_on else o.published_on end, o.made_on) end as day
      from evidence x join outputs o on o.id = x.output_id left join plan_targets t on t.id = x.target_id
      where x.output_id = ${outputId}::uuid) d
    where e.id = d.id and e.month <> to_char(d.day, 'YYYY-MM')`.execute(tx);

/** What may stand as evidence on a day, and who confirms it. */
export const rulesOn = (db: Db, counts: readonly string[], day: string) =>
  db
    .selectFrom('evidence_rules')
    .select(['counts', 'kind', 'confirmed_by'])
    .where('counts', 'in', [...counts])
    .where('valid_from', '<=', day)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', day)]))
    .execute();

export const setSeries = (tx: Tx, evidenceId: string, seriesId: string | null) =>
  tx.updateTable('evidence').set({ series_id: seriesId }).where('id', '=', evidenceId).execute();

/** Lines of yearly plans in which a piece also counts. */
export const linesFollowing = async (tx: Tx, id: string): Promise<string[]> =>
  (await tx.selectFrom('evidence').select('line_id').where('follows_id', '=', id).execute()).map((r) => r.line_id);

export const isSeriesOf = async (db: Db, planId: string, seriesId: string): Promise<boolean> =>
  (await db
    .selectFrom('series')
    .select('id')
    .where('id', '=', seriesId)
    .where('plan_id', '=', planId)
    .executeTakeFirst()) !== undefined;
