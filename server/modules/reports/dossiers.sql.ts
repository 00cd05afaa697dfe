import { type Selectable, sql } from 'kysely';
import type { Reach } from '#lib/reach.ts';
import type { Dossiers } from '#platform/schema.ts';
import { inReach } from '#platform/scope.ts';
import type { Db, Tx } from '#platform/tx.ts';

export type DossierRow = Selectable<Dossiers> & {
  unit_name: string;
  plan_title: string | null;
  bytes: string | number | null;
  requested_name: string;
};

const dossiers = (db: Db) =>
  db
    .selectFrom('dossiers as d')
    .innerJoin('units as u', 'u.id', 'd.unit_id')
    .innerJoin('people as r', 'r.id', 'd.requested_by')
    .leftJoin('plans as p', 'p.id', 'd.plan_id')
    .leftJoin('files as f', 'f.id', 'd.file_id')
    .selectAll('d')
    .select(['u.name as unit_name', 'r.name as requested_name', 'p.title as plan_title', 'f.bytes']);

export const findDossier = (db: Db, id: string): Promise<DossierRow | undefined> =>
  dossiers(db).where('d.id', '=', id).executeTakeFirst();

export const listDossiers = (
  db: Db,
  reach: Reach,
  { unitId, after, limit }: { unitId: string; after?: string | undefined; limit: number },
): Promise<DossierRow[]> =>
  dossiers(db)
    .where('d.unit_id', '=', unitId)
    .where((eb) => inReach(eb.ref('d.path'), reach))
    .$if(!!after, (q) => q.where('d.id', '<', after!))
    .orderBy('d.id', 'desc')
    .limit(sql.lit(limit + 1))
    .execute();

export const insertDossier = async (
  tx: Tx,
  row: Pick<DossierRow, 'id' | 'unit_id' | 'path' | 'from_on' | 'to_on' | 'plan_id' | 'requested_by'> & {
    requested_at: Date;
  },
): Promise<boolean> =>
  (await tx
    .insertInto('dossiers')
    .values(row)
    .onConflict((c) => c.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()) !== undefined;

/** Says that it is ready; false where another process was quicker. */
export const settleDossier = async (
  tx: Tx,
  id: string,
  made: { state: 'ready' | 'failed'; file_id: string | null; items: number; left_out: number; ready_at: Date },
): Promise<boolean> =>
  (await tx
    .updateTable('dossiers')
    .set(made)
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .returning('id')
    .executeTakeFirst()) !== undefined;

export interface ProofRow {
  id: string;
  plan_id: string;
  plan_title: string;
  line_id: string;
  line_text: string;
  title: string;
  counts: string;
  made_on: string;
  url: string | null;
  outlet: string | null;
  state: string;
  counted: boolean;
  amount: number;
  place: string | null;
  participants: number | null;
  confirmed_name: string | null;
  decided_at: Date | null;
  recorded_name: string | null;
  files: { id: string; name: string; bytes: number; snapshot: boolean }[];
}

/** Evidence of the unit's plans in the time, in the order of the plans, with its files and the copy of its page. */
export const listProofs = async (
  db: Db,
  of: { unitId: string; from: string; to: string; planId: string | null },
  limit: number,
): Promise<ProofRow[]> =>
  (
    await sql<ProofRow>`
    select e.id, e.plan_id, p.title as plan_title, e.line_id, l.text as line_text, o.title, o.counts, o.made_on, o.url,
           o.outlet, e.state, e.counted, e.amount, e.place, e.participants, d.name as confirmed_name, e.decided_at,
           r.name as recorded_name,
           coalesce((select json_agg(json_build_object('id', f.id, 'name', f.name, 'bytes', f.bytes, 'snapshot', f.id = o.snapshot_id))
             from files f where f.id = o.file_id or f.id = o.snapshot_id
                or f.id in (select x.file_id from evidence_files x where x.evidence_id = e.id)), '[]') as files
      from evidence e
      join outputs o on o.id = e.output_id
      join plans p on p.id = e.plan_id
      join plan_lines l on l.id = e.line_id
      left join people d on d.id = e.decided_by
      left join people r on r.id = e.recorded_by
     where e.unit_id = ${of.unitId} and e.state in ('recorded', 'confirmed') and e.follows_id is null
       and o.made_on between ${of.from} and ${of.to}
       and ${of.planId ? sql<boolean>`e.plan_id = ${of.planId}` : sql<boolean>`true`}
     order by p.issued_on, p.id, l.position, l.id, o.made_on, e.id
     limit ${sql.lit(limit)}`.execute(db)
  ).rows;
