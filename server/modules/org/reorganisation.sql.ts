import { sql } from 'kysely';
import { pathsDownTo, type Reach } from '#lib/reach.ts';
import { schoolKinds, type UnitLine } from '#lib/unit-kinds.ts';
import { inReach } from '#platform/scope.ts';
import type { Db, Tx } from '#platform/tx.ts';
import type { ChangeEffects, ChangeKind, ChangeState } from './reorganisation.contract.ts';

const idsOf = (ids: readonly string[]) => sql`${sql.val([...ids])}::uuid[]`;

/** Marks where a transaction can come back to, for a rehearsal that leaves nothing behind. */
export const savepoint = (tx: Tx) => sql`savepoint rehearsal`.execute(tx);
export const rollBack = (tx: Tx) => sql`rollback to savepoint rehearsal`.execute(tx);
export const release = (tx: Tx) => sql`release savepoint rehearsal`.execute(tx);

export interface NewChange {
  id: string;
  kind: ChangeKind;
  unit_id: string;
  path: string;
  effective_on: string;
  decision: string;
  input: string;
  undo: string | null;
  effects: string;
  unit_ids: string[];
  state: ChangeState;
  batch_id: string | null;
  file_name: string | null;
  file_row: number | null;
  person_id: string;
  created_at: Date;
  done_at: Date | null;
}

export const insertChange = (tx: Tx, row: NewChange) => tx.insertInto('unit_changes').values(row).execute();

export const insertSuccessions = (
  tx: Tx,
  rows: readonly { change_id: string; from_id: string; to_id: string; main: boolean }[],
) =>
  rows.length === 0
    ? Promise.resolve()
    : tx
        .insertInto('unit_successions')
        .values([...rows])
        .execute();

export interface ChangeRow {
  id: string;
  kind: ChangeKind;
  state: ChangeState;
  path: string;
  unitId: string;
  effectiveOn: string;
  decision: string;
  input: unknown;
  effects: Partial<ChangeEffects>;
  failure: { code: string; params: Record<string, string | number> } | null;
  batchId: string | null;
  fileName: string | null;
  personId: string;
  personName: string;
  at: Date;
  doneAt: Date | null;
  undoneAt: Date | null;
  seq: number;
}

const columns = (db: Db) =>
  db
    .selectFrom('unit_changes as c')
    .innerJoin('people as p', 'p.id', 'c.person_id')
    .select([
      'c.id',
      'c.path',
      'c.unit_id as unitId',
      'c.effective_on as effectiveOn',
      'c.decision',
      'c.input',
      'c.seq',
    ])
    .select(['c.batch_id as batchId', 'c.file_name as fileName', 'c.person_id as personId', 'p.name as personName'])
    .select(['c.created_at as at', 'c.done_at as doneAt', 'c.undone_at as undoneAt'])
    .select([
      sql<ChangeKind>`c.kind`.as('kind'),
      sql<ChangeState>`c.state`.as('state'),
      sql<Partial<ChangeEffects>>`c.effects`.as('effects'),
      sql<ChangeRow['failure']>`c.failure`.as('failure'),
    ]);

export interface ChangeFilter {
  state?: ChangeState | undefined;
  batchId?: string | undefined;
  after?: string | undefined;
  limit: number;
}

export const listChanges = (db: Db, reach: Reach, filter: ChangeFilter): Promise<ChangeRow[]> =>
  columns(db)
    .where((eb) => inReach(eb.ref('c.path'), reach))
    .$if(!!filter.state, (q) => q.where('c.state', '=', filter.state!))
    .$if(!!filter.batchId, (q) => q.where('c.batch_id', '=', filter.batchId!))
    .$if(!!filter.after, (q) =>
      q.where(
        sql<boolean>`(c.effective_on, c.seq) < (select effective_on, seq from unit_changes where id = ${filter.after})`,
      ),
    )
    .orderBy('c.effective_on', 'desc')
    .orderBy('c.seq', 'desc')
    .limit(sql.lit(filter.limit + 1))
    .execute();

export const findChange = (db: Db, reach: Reach, id: string): Promise<ChangeRow | undefined> =>
  columns(db)
    .where('c.id', '=', id)
    .where((eb) => inReach(eb.ref('c.path'), reach))
    .executeTakeFirst();

/** By id alone, for what has no reader: the clock, and a change that was sent twice. */
export const findAnyChange = (db: Db, id: string): Promise<ChangeRow | undefined> =>
  columns(db).where('c.id', '=', id).executeTakeFirst();

/** Changes of a batch, the last one first. */
export const listBatch = (db: Db, reach: Reach, batchId: string): Promise<ChangeRow[]> =>
  columns(db)
    .where('c.batch_id', '=', batchId)
    .where((eb) => inReach(eb.ref('c.path'), reach))
    .orderBy('c.seq', 'desc')
    .execute();

export const lockChange = async (tx: Tx, id: string) =>
  await tx
    .selectFrom('unit_changes')
    .select(['undo', 'unit_ids as unitIds', 'state'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();

/** What waits for its day, in the order in which it was planned. */
export const listDue = (db: Db, day: string): Promise<ChangeRow[]> =>
  columns(db)
    .where('c.state', '=', 'planned')
    .where('c.effective_on', '<=', day)
    .orderBy('c.effective_on')
    .orderBy('c.seq')
    .execute();

export const setDone = (
  tx: Tx,
  id: string,
  done: { undo: string; effects: string; unit_ids: string[]; done_at: Date },
) =>
  tx
    .updateTable('unit_changes')
    .set({ ...done, state: 'done' })
    .where('id', '=', id)
    .execute();

export const setFailed = (tx: Tx, id: string, failure: object) =>
  tx
    .updateTable('unit_changes')
    .set({ state: 'failed', failure: JSON.stringify(failure) })
    .where('id', '=', id)
    .execute();

export const setUndone = (tx: Tx, id: string, personId: string, at: Date) =>
  tx
    .updateTable('unit_changes')
    .set({ state: 'undone', undone_at: at, undone_by: personId })
    .where('id', '=', id)
    .execute();

/** One of these units for which the same is decided for the same day already. */
export const findSameDay = async (
  db: Db,
  unitIds: readonly string[],
  same: { kind: ChangeKind; on: string; line: UnitLine; exceptId: string | null },
): Promise<string | null> => {
  const { rows } = await sql<{ id: string }>`
    select f.id::uuid as id from unit_changes c cross join lateral jsonb_array_elements_text(c.input->'fromIds') as f (id)
     where c.unit_ids && ${idsOf(unitIds)} and c.effective_on = ${same.on} and c.kind = ${same.kind} and c.state in ('planned', 'done')
       and coalesce(c.input->>'line', 'working') = ${same.line} and c.id is distinct from ${same.exceptId}::uuid
       and f.id::uuid = any(${idsOf(unitIds)}) limit 1`.execute(db);
  return rows[0]?.id ?? null;
};

/** A change that was carried out after this one and touches one of its units. */
export const findLater = async (
  db: Db,
  change: { id: string; unitIds: readonly string[] },
): Promise<{ kind: ChangeKind; effectiveOn: string; name: string } | null> => {
  const { rows } = await sql<{ kind: ChangeKind; effectiveOn: string; name: string }>`
    select c.kind, c.effective_on as "effectiveOn", u.name
      from unit_changes c join unit_changes this on this.id = ${change.id}
      cross join lateral (select u.name from units u where u.id = any(c.unit_ids) and u.id = any(${idsOf(change.unitIds)}) limit 1) u
     where c.unit_ids && ${idsOf(change.unitIds)} and c.state = 'done' and c.id <> this.id and (c.done_at, c.seq) > (this.done_at, this.seq)
     order by c.done_at, c.seq limit 1`.execute(db);
  return rows[0] ?? null;
};

/** The lowest unit above all these paths, or itself where there is one path only. */
export const findAbove = async (
  db: Db,
  paths: readonly string[],
): Promise<{ id: string; path: string } | undefined> => {
  const shared = pathsDownTo(paths[0]!).filter((above) => paths.every((path) => path.startsWith(above)));
  const path = shared.at(-1) ?? paths[0]!;
  return await db.selectFrom('units').select(['id', 'path']).where('path', '=', path).executeTakeFirst();
};

export const listNames = (db: Db, ids: readonly string[]): Promise<{ id: string; name: string }[]> =>
  db
    .selectFrom('units')
    .select(['id', 'name'])
    .where('id', 'in', ids.length > 0 ? [...ids] : [null])
    .execute();

/** What belongs to these units: how many of those that go on are schools, people with a post or a role, plans in the making, asks without an answer. */
export const countBelongings = async (
  db: Db,
  unitIds: readonly string[],
  schoolIds: readonly string[],
  day: string,
): Promise<Pick<ChangeEffects, 'schools' | 'people' | 'plans' | 'asks'>> => {
  const ids = idsOf(unitIds);
  const holds = sql`(valid_to is null or valid_to > ${day}::date)`;
  const { rows } = await sql<Pick<ChangeEffects, 'schools' | 'people' | 'plans' | 'asks'>>`
    select (select count(*) from units where id = any(${idsOf(schoolIds)}) and closed_on is null and kind = any(${[...schoolKinds]}::text[])) as schools,
           (select count(*) from (select person_id from posts where unit_id = any(${ids}) and person_id is not null and ${holds}
                                  union select person_id from grants where unit_id = any(${ids}) and ${holds}) p) as people,
           (select count(*) from plans where unit_id = any(${ids}) and state in ('draft', 'consulting', 'submitted')) as plans,
           (select coalesce(sum(greatest(asked - answered, 0)), 0)::int from addressees
             where unit_id = any(${ids}) and recalled_at is null and passed_to is null) as asks`.execute(db);
  return rows[0]!;
};

/** Units that stand directly below one of these now, except those named: somebody has built upon the change. */
export const findNewBelow = async (db: Db, unitIds: readonly string[], except: readonly string[]) =>
  await db
    .selectFrom('units')
    .select('name')
    .where('parent_id', 'in', unitIds.length > 0 ? [...unitIds] : [null])
    .where(sql<boolean>`not id = any(${idsOf(except)})`)
    .where('closed_on', 'is', null)
    .executeTakeFirst();

export const listPaths = async (db: Db, ids: readonly string[]): Promise<string[]> =>
  (
    await db
      .selectFrom('units')
      .select('path')
      .where('id', 'in', ids.length > 0 ? [...ids] : [null])
      .execute()
  ).map((u) => u.path);
