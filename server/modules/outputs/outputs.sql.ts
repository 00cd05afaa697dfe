import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import { pathsAbove, type Reach } from '#lib/reach.ts';
import type { Outputs } from '#platform/schema.ts';
import { inReach, pathEnd } from '#platform/scope.ts';
import type { Db, Tx } from '#platform/tx.ts';

export type OutputTableRow = Omit<Selectable<Outputs>, 'tsv'>;
export type NewOutput = Omit<Insertable<Outputs>, 'tsv'>;
export type OutputChange = Omit<Updateable<Outputs>, 'id' | 'version' | 'tsv'>;
export type Moment = 'sent' | 'approved' | 'published' | 'picked';

const columns = [
  'o.id',
  'o.unit_id',
  'o.path',
  'o.team_id',
  'o.author_name',
  'o.counts',
  'o.genre',
  'o.title',
  'o.url',
  'o.url_key',
  'o.outlet',
  'o.made_on',
  'o.sent_on',
  'o.approved_on',
  'o.published_on',
  'o.picked_on',
  'o.picked_by',
  'o.source',
  'o.origin_kind',
  'o.origin_id',
  'o.file_id',
  'o.snapshot_id',
  'o.capture_state',
  'o.for_line_id',
  'o.for_target_id',
  'o.for_series_id',
  'o.capture',
  'o.stands',
  'o.text_key',
  'o.joined_to',
  'o.withdrawn_at',
  'o.withdrawn_reason',
  'o.recorded_by',
  'o.created_at',
  'o.version',
] as const;

const shown = (db: Db) =>
  db
    .selectFrom('outputs as o')
    .innerJoin('units as u', 'u.id', 'o.unit_id')
    .leftJoin('units as t', 't.id', 'o.team_id')
    .leftJoin('units as b', 'b.id', 'o.picked_by')
    .leftJoin('people as p', 'p.id', 'o.recorded_by')
    .leftJoin('outputs as j', 'j.id', 'o.joined_to')
    .select(columns)
    .select(['u.name as unit_name', 'u.path as unit_path', 't.name as team_name', 'b.name as picked_by_name'])
    .select(['b.path as picked_by_path'])
    .select(['p.name as recorded_by_name', 'j.title as joined_title']);

export type ShownOutputRow = NonNullable<Awaited<ReturnType<typeof findOutput>>>;

export const findOutput = (db: Db, reach: Reach, id: string) =>
  shown(db)
    .where('o.id', '=', id)
    .where((eb) => inReach(eb.ref('o.path'), reach))
    .executeTakeFirst();

/** One's own row just written, or a row of a job: nobody looks. */
export const readOutput = (db: Db, id: string) => shown(db).where('o.id', '=', id).executeTakeFirst();

export const lockOutput = (tx: Tx, id: string) =>
  tx.selectFrom('outputs').select('id').where('id', '=', id).forUpdate().executeTakeFirst();

export interface OutputFilter {
  unitId?: string | undefined;
  within?: string | undefined;
  counts?: string | undefined;
  moment?: Moment | undefined;
  from?: string | undefined;
  to?: string | undefined;
  author?: string | undefined;
  source?: string | undefined;
  show: 'standing' | 'unsure' | 'withdrawn' | 'any';
  ids?: readonly string[] | undefined;
  q?: string | undefined;
  after?: { madeOn: string; id: string } | undefined;
  limit: number;
}

export const listOutputs = (db: Db, reach: Reach, f: OutputFilter) =>
  shown(db)
    .where((eb) => inReach(eb.ref('o.path'), reach))
    .$if(!!f.unitId, (q) => q.where((eb) => eb.or([eb('o.unit_id', '=', f.unitId!), eb('o.team_id', '=', f.unitId!)])))
    .$if(!!f.within, (q) => q.where('o.path', '>=', f.within!).where('o.path', '<', pathEnd(f.within!)))
    .$if(!!f.counts, (q) => q.where('o.counts', '=', f.counts!))
    .$if(!!f.moment, (q) => q.where(`o.${f.moment!}_on`, 'is not', null))
    .$if(!!f.from, (q) => q.where('o.made_on', '>=', f.from!))
    .$if(!!f.to, (q) => q.where('o.made_on', '<=', f.to!))
    .$if(!!f.author, (q) => q.where('o.author_name', '=', f.author!))
    .$if(!!f.source, (q) => q.where('o.source', '=', f.source!))
    .$if(!!f.ids, (q) => q.where('o.id', 'in', [...f.ids!, '00000000-0000-0000-0000-000000000000']))
    .$if(f.show === 'standing', (q) =>
      q.where('o.stands', '=', true).where('o.joined_to', 'is', null).where('o.withdrawn_at', 'is', null),
    )
    .$if(f.show === 'unsure', (q) =>
      q.where('o.stands', '=', false).where('o.joined_to', 'is', null).where('o.withdrawn_at', 'is', null),
    )
    .$if(f.show === 'withdrawn', (q) => q.where('o.withdrawn_at', 'is not', null))
    .$if(!!f.q, (q) => q.where(sql<boolean>`o.tsv @@ vn_query(${f.q!})`))
    .$if(!!f.after, (q) => q.where(sql<boolean>`(o.made_on, o.id) < (${f.after!.madeOn}::date, ${f.after!.id}::uuid)`))
    .orderBy('o.made_on', 'desc')
    .orderBy('o.id', 'desc')
    .limit(sql.lit(f.limit + 1))
    .execute();

export const listByIds = async (db: Db, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : await shown(db)
        .where('o.id', 'in', [...ids])
        .execute();

export const listJoined = (db: Db, id: string) =>
  db
    .selectFrom('outputs')
    .select(['id', 'url', 'title'])
    .where('joined_to', '=', id)
    .where('withdrawn_at', 'is', null)
    .orderBy('created_at')
    .limit(sql.lit(50))
    .execute();

const searchText = (row: { title: string; outlet?: string | null; author_name?: string | null }) =>
  sql<string>`vn_words(${[row.title, row.outlet, row.author_name].filter(Boolean).join(' ')})`;

/** Undefined where the id or, for an item that is joined to none, the address is there already. */
export const insertOutput = (tx: Tx, row: NewOutput) =>
  tx
    .insertInto('outputs')
    .values({ ...row, tsv: searchText(row) })
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst();

/** Changes a row that the caller has locked; its search text and version follow. */
export const updateOutput = (tx: Tx, before: OutputTableRow, set: OutputChange) =>
  tx
    .updateTable('outputs')
    .set({ ...set, version: sql`version + 1`, tsv: searchText({ ...before, ...set } as OutputTableRow) })
    .where('id', '=', before.id)
    .execute();

export const withdrawJoined = (tx: Tx, id: string, at: Date, reason: string) =>
  tx
    .updateTable('outputs')
    .set({ withdrawn_at: at, withdrawn_reason: reason, version: sql`version + 1` })
    .where('joined_to', '=', id)
    .where('withdrawn_at', 'is', null)
    .execute();

/** Holds the unit's addresses until the transaction ends: no lock of the unit itself, which others read and change. */
export const oneAtATime = (tx: Tx, unitId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${unitId}, 710))`.execute(tx);

/** Rows joined to one that itself turned out to be a duplicate. */
export const passJoined = (tx: Tx, from: string, to: string) =>
  tx.updateTable('outputs').set({ joined_to: to }).where('joined_to', '=', from).execute();

/** The unit's item at this address, in whatever spelling. */
export const findByUrl = (db: Db, unitId: string, key: string, except: string | null = null) =>
  db
    .selectFrom('outputs')
    .select('id')
    .where('unit_id', '=', unitId)
    .where('url_key', '=', key)
    .where('joined_to', 'is', null)
    .where('withdrawn_at', 'is', null)
    .$if(except !== null, (q) => q.where('id', '<>', except!))
    .executeTakeFirst();

/** The unit's earliest item with the same words. */
export const findByText = (db: Db, unitId: string, key: string, except: string) =>
  db
    .selectFrom('outputs')
    .select('id')
    .where('unit_id', '=', unitId)
    .where('text_key', '=', key)
    .where('joined_to', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('id', '<>', except)
    .orderBy('created_at')
    .limit(sql.lit(1))
    .executeTakeFirst();

/** Units on the way up from a path, the nearest first. */
export const unitsAbove = (db: Db, path: string) =>
  db
    .selectFrom('units')
    .select(['id', 'name', 'path'])
    .where('path', 'in', ['', ...pathsAbove(path)])
    .where('closed_on', 'is', null)
    .orderBy(sql`length(path)`, 'desc')
    .execute();

/** Who wrote how much below a path in a time. */
export const listAuthors = (db: Db, reach: Reach, of: { path: string; from: string; to: string }) =>
  db
    .selectFrom('outputs as o')
    .innerJoin('units as u', (j) => j.on('u.id', '=', sql`coalesce(o.team_id, o.unit_id)`))
    .select(['o.author_name as name', 'u.name as unitName'])
    .select([
      sql<number>`count(*)::int`.as('items'),
      sql<number>`count(o.published_on)::int`.as('published'),
      sql<number>`count(o.picked_on)::int`.as('picked'),
      sql<string>`max(o.made_on)::text`.as('lastOn'),
    ])
    .where((eb) => inReach(eb.ref('o.path'), reach))
    .where('o.path', '>=', of.path)
    .where('o.path', '<', pathEnd(of.path))
    .where('o.author_name', 'is not', null)
    .where('o.made_on', '>=', of.from)
    .where('o.made_on', '<=', of.to)
    .where('o.stands', '=', true)
    .where('o.joined_to', 'is', null)
    .where('o.withdrawn_at', 'is', null)
    .groupBy(['o.author_name', 'u.name'])
    .orderBy('items', 'desc')
    .orderBy(sql`o.author_name collate vi`)
    .limit(sql.lit(200))
    .execute();
