import { type Selectable, sql } from 'kysely';
import type { Reach } from '#lib/reach.ts';
import type { Role } from '#lib/rights.ts';
import type { ToolkitPieces } from '#platform/schema.ts';
import { inReach } from '#platform/scope.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { answering } from './addressees.sql.ts';

export type PieceRow = Selectable<ToolkitPieces> & {
  line_text: string | null;
  file_name: string | null;
  units: number;
  taken_n: number | null;
};

const pieces = (db: Db, unitId: string | undefined) =>
  db
    .selectFrom('toolkit_pieces as p')
    .leftJoin('plan_lines as l', 'l.id', 'p.line_id')
    .leftJoin('files as f', 'f.id', 'p.file_id')
    .selectAll('p')
    .select(['l.text as line_text', 'f.name as file_name'])
    .select([
      sql<number>`(select count(*)::int from toolkit_uses u where u.piece_id = p.id)`.as('units'),
      sql<
        number | null
      >`(select u.n from toolkit_uses u where u.piece_id = p.id and u.unit_id = ${unitId ?? null}::uuid)`.as('taken_n'),
    ]);

export const listPieces = (db: Db, planId: string, unitId: string | undefined): Promise<PieceRow[]> =>
  pieces(db, unitId).where('p.plan_id', '=', planId).orderBy('p.line_id').orderBy('p.id').limit(sql.lit(500)).execute();

export const findPiece = (db: Db, planId: string, id: string, unitId?: string): Promise<PieceRow | undefined> =>
  pieces(db, unitId).where('p.plan_id', '=', planId).where('p.id', '=', id).executeTakeFirst();

export const lockPiece = (tx: Tx, id: string) =>
  tx.selectFrom('toolkit_pieces').select(['id', 'plan_id']).where('id', '=', id).forUpdate().executeTakeFirst();

type NewPiece = Pick<
  PieceRow,
  'id' | 'plan_id' | 'line_id' | 'unit_id' | 'path' | 'kind' | 'title' | 'body' | 'file_id' | 'created_by'
>;
export const insertPiece = (tx: Tx, row: NewPiece) => tx.insertInto('toolkit_pieces').values(row).execute();

type Change = Partial<
  Pick<PieceRow, 'line_id' | 'kind' | 'title' | 'body' | 'file_id' | 'n' | 'withdrawn_at' | 'withdrawn_reason'>
>;
export const updatePiece = (tx: Tx, id: string, change: Change, now: Date) =>
  tx
    .updateTable('toolkit_pieces')
    .set({ ...change, updated_at: now, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();

/** What a number says; while nobody took it, its words may still change. */
export const keepVersion = (
  tx: Tx,
  row: {
    piece_id: string;
    n: number;
    title: string;
    body: string | null;
    file_id: string | null;
    note: string | null;
    person_id: string;
    at: Date;
  },
) =>
  tx
    .insertInto('toolkit_versions')
    .values(row)
    .onConflict((c) =>
      c
        .columns(['piece_id', 'n'])
        .doUpdateSet({ title: row.title, body: row.body, file_id: row.file_id, note: row.note }),
    )
    .execute();

export const listVersions = (db: Db, pieceId: string) =>
  db
    .selectFrom('toolkit_versions')
    .select(['n', 'title', 'body', 'note', 'at'])
    .where('piece_id', '=', pieceId)
    .orderBy('n', 'desc')
    .execute();

export const upsertUse = (
  tx: Tx,
  use: { piece_id: string; unit_id: string; path: string; n: number; person_id: string; last_at: Date },
) =>
  tx
    .insertInto('toolkit_uses')
    .values({ ...use, first_at: use.last_at })
    .onConflict((c) =>
      c.columns(['piece_id', 'unit_id']).doUpdateSet({
        n: use.n,
        person_id: use.person_id,
        last_at: use.last_at,
        times: sql`toolkit_uses.times + 1`,
      }),
    )
    .execute();

export const listUses = (db: Db, pieceId: string) =>
  db
    .selectFrom('toolkit_uses as t')
    .innerJoin('units as u', 'u.id', 't.unit_id')
    .select(['t.unit_id', 'u.name', 't.n', 't.times', 't.last_at'])
    .where('t.piece_id', '=', pieceId)
    .orderBy('t.n')
    .orderBy('t.path')
    .limit(sql.lit(5000))
    .execute();

/** Whom a change of a piece concerns: who took it, and who answers for the units that did. */
export const peopleWithCopies = async (
  db: Db,
  pieceId: string,
  of: { today: string; roles: readonly Role[] },
): Promise<string[]> => {
  const { rows } = await sql<{ person_id: string }>`
    select person_id from toolkit_uses where piece_id = ${pieceId}
    union
    select w.person_id from toolkit_uses t cross join lateral (select g.person_id ${answering(of, sql`t.unit_id`)}) w
     where t.piece_id = ${pieceId}`.execute(db);
  return rows.map((row) => row.person_id);
};

export interface ToolkitRow {
  plan_id: string;
  title: string;
  from_unit: string;
  path: string;
  pieces: number;
  corrected: number;
  updated_at: Date;
  updated_key: string;
}

/** Plans with pieces: the unit's own, and those that were sent to it; the latest change first. */
export async function listToolkits(
  db: Db,
  reach: Reach,
  unitId: string,
  after: { at: string; id: string } | undefined,
  limit: number,
): Promise<ToolkitRow[]> {
  const { rows } = await sql<ToolkitRow>`
    with mine as (
      select p.id from plans p where p.unit_id = ${unitId}::uuid
      union
      select a.plan_id from addressees a where a.unit_id = ${unitId}::uuid and ${inReach(sql.ref<string>('a.path'), reach)}
    ), kits as (
      select t.plan_id, count(*) filter (where t.withdrawn_at is null)::int as pieces, max(t.updated_at) as updated_at,
             count(*) filter (where u.n < t.n or (u.n is not null and t.withdrawn_at > u.last_at))::int as corrected
        from toolkit_pieces t join mine on mine.id = t.plan_id
        left join toolkit_uses u on u.piece_id = t.id and u.unit_id = ${unitId}::uuid
       group by t.plan_id
    )
    select k.plan_id, p.title, n.name as from_unit, p.path, k.pieces, k.corrected, k.updated_at,
           to_char(k.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as updated_key
      from kits k join plans p on p.id = k.plan_id join units n on n.id = p.unit_id
     where ${after ? sql<boolean>`(k.updated_at, k.plan_id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql<boolean>`true`}
     order by k.updated_at desc, k.plan_id desc
     limit ${sql.lit(limit + 1)}`.execute(db);
  return rows;
}
