import { sql } from 'kysely';
import type { UnitKind, UnitLine } from '#lib/unit-kinds.ts';
import type { Db, Tx } from '#platform/tx.ts';

const idsOf = (ids: readonly string[]) => sql`${sql.val([...ids])}::uuid[]`;

export interface ChangingUnit {
  id: string;
  name: string;
  shortName: string | null;
  symbol: string | null;
  place: string | null;
  slug: string;
  kind: UnitKind;
  path: string;
  parentId: string | null;
  openedOn: string;
  closedOn: string | null;
  successorId: string | null;
}

/** The units, held until the transaction ends, in one order for all, so that two changes wait for each other and never cross. */
export const lockUnits = async (tx: Tx, ids: readonly string[]): Promise<Map<string, ChangingUnit>> => {
  const { rows } = await sql<ChangingUnit>`
    select id, name, short_name as "shortName", symbol, place, slug, kind, path, parent_id as "parentId", opened_on as "openedOn",
           closed_on as "closedOn", successor_id as "successorId"
      from units where id = any(${idsOf(ids)}) order by id for update`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
};

export const listOpenChildren = async (db: Db, unitIds: readonly string[]): Promise<ChangingUnit[]> => {
  const { rows } = await sql<ChangingUnit>`
    select id, name, short_name as "shortName", symbol, place, slug, kind, path, parent_id as "parentId", opened_on as "openedOn",
           closed_on as "closedOn", successor_id as "successorId"
      from units where parent_id = any(${idsOf(unitIds)}) and closed_on is null order by no`.execute(db);
  return rows;
};

export interface ParentRow {
  id: string;
  unit_id: string;
  parent_id: string;
  line: UnitLine;
  valid_from: string;
  valid_to: string | null;
}

/** All dated parents of the units, as they are before a change: what an undo writes back. */
export const listParentRows = (db: Db, unitIds: readonly string[]): Promise<ParentRow[]> =>
  db
    .selectFrom('unit_parents')
    .select(['id', 'unit_id', 'parent_id', 'valid_from', 'valid_to', sql<UnitLine>`line`.as('line')])
    .where('unit_id', 'in', unitIds.length > 0 ? [...unitIds] : [null])
    .execute();

export const replaceParentRows = async (tx: Tx, unitIds: readonly string[], rows: readonly ParentRow[]) => {
  await sql`delete from unit_parents where unit_id = any(${idsOf(unitIds)})`.execute(tx);
  await sql`insert into unit_parents (id, unit_id, parent_id, line, valid_from, valid_to)
    select r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (id uuid, unit_id uuid, parent_id uuid, line text, valid_from date, valid_to date)`.execute(tx);
};

/** A unit whose parent was never dated had it since it opened. */
const dateParents = (tx: Tx, unitIds: readonly string[]) =>
  sql`insert into unit_parents (id, unit_id, parent_id, line, valid_from)
      select gen_random_uuid(), u.id, u.parent_id, 'working', u.opened_on from units u
       where u.id = any(${idsOf(unitIds)}) and u.parent_id is not null
         and not exists (select from unit_parents d where d.unit_id = u.id and d.line = 'working')`.execute(tx);

/** From a day on the units have another parent on a line, or none; the one before ends that day. */
export const setParents = async (
  tx: Tx,
  unitIds: readonly string[],
  line: UnitLine,
  parentId: string | null,
  on: string,
): Promise<void> => {
  if (unitIds.length === 0) return;
  if (line === 'working') await dateParents(tx, unitIds);
  const current = sql`unit_id = any(${idsOf(unitIds)}) and line = ${line} and (valid_to is null or valid_to > ${on}::date)`;
  await sql`delete from unit_parents where ${current} and valid_from >= ${on}::date`.execute(tx);
  await sql`update unit_parents set valid_to = ${on} where ${current}`.execute(tx);
  if (parentId !== null)
    await sql`insert into unit_parents (id, unit_id, parent_id, line, valid_from)
      select gen_random_uuid(), u.id, ${parentId}, ${line}, ${on} from units u where u.id = any(${idsOf(unitIds)})`.execute(
      tx,
    );
};

/** A day after `on` from which one of the units has another parent on the line already. */
export const laterParent = async (
  db: Db,
  unitIds: readonly string[],
  line: UnitLine,
  on: string,
): Promise<{ name: string; day: string } | null> => {
  const { rows } = await sql<{ name: string; day: string }>`
    select u.name, d.valid_from as day from unit_parents d join units u on u.id = d.unit_id
     where d.unit_id = any(${idsOf(unitIds)}) and d.line = ${line} and d.valid_from > ${on}::date
       and exists (select from unit_parents e where e.unit_id = d.unit_id and e.line = d.line and e.valid_from < d.valid_from)
     order by d.valid_from limit 1`.execute(db);
  return rows[0] ?? null;
};

/** Units above `unitId` in the working line on any day from `on` on, with the unit itself. */
export const everAbove = async (db: Db, unitId: string, on: string): Promise<Set<string>> => {
  const own = await db.selectFrom('units').select('path').where('id', '=', unitId).executeTakeFirst();
  const numbers = (own?.path ?? '').split('.').slice(0, -1).map(Number);
  const rows = await db
    .selectFrom('units')
    .select('id')
    .where('no', 'in', numbers.length > 0 ? numbers : [-1])
    .execute();
  // Level by level: a recursive query would be planned as if each level held thousands.
  const walked = new Set([unitId]);
  for (let level = [unitId]; level.length > 0; ) {
    level = (await listParentsSince(db, level, on)).filter((id) => !walked.has(id));
    for (const id of level) walked.add(id);
  }
  return new Set([...walked, ...rows.map((row) => row.id)]);
};

const listParentsSince = async (db: Db, unitIds: readonly string[], on: string): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select distinct parent_id as id from unit_parents
     where unit_id = any(${idsOf(unitIds)}) and line = 'working' and (valid_to is null or valid_to > ${on}::date)`.execute(
    db,
  );
  return rows.map((row) => row.id);
};

export interface CommitteeRow {
  unitId: string;
  parentId: string;
}

/** The People's Committee of each unit now. */
export const listCommittees = async (db: Db, unitIds: readonly string[]): Promise<Map<string, string>> => {
  const { rows } = await sql<CommitteeRow>`
    select unit_id as "unitId", parent_id as "parentId" from unit_parents
     where line = 'administrative' and valid_to is null and unit_id = any(${idsOf(unitIds)})`.execute(db);
  return new Map(rows.map((row) => [row.unitId, row.parentId]));
};

/** Units that have one of these above them on another line now: they get the successor there. */
export const listDependents = async (db: Db, parentIds: readonly string[], line: UnitLine): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select distinct d.unit_id as id from unit_parents d join units u on u.id = d.unit_id
     where d.parent_id = any(${idsOf(parentIds)}) and d.line = ${line} and d.valid_to is null and u.closed_on is null`.execute(
    db,
  );
  return rows.map((row) => row.id);
};

/** Ends units on a day; whoever carried on for one of them before is carried on by the same successor now. */
export const closeUnits = async (tx: Tx, unitIds: readonly string[], on: string, successorId: string | null) => {
  await sql`update units set closed_on = greatest(${on}::date, opened_on), successor_id = ${successorId}, version = version + 1
             where id = any(${idsOf(unitIds)})`.execute(tx);
  if (successorId)
    await sql`update units set successor_id = ${successorId} where successor_id = any(${idsOf(unitIds)}) and id <> ${successorId}`.execute(
      tx,
    );
};

export const listSucceeded = async (
  db: Db,
  unitIds: readonly string[],
): Promise<{ id: string; successorId: string }[]> => {
  const { rows } = await sql<{ id: string; successorId: string }>`
    select id, successor_id as "successorId" from units where successor_id = any(${idsOf(unitIds)})`.execute(db);
  return rows;
};

export interface UnitBefore {
  id: string;
  closedOn: string | null;
  successorId: string | null;
}

export const reopenUnits = (tx: Tx, units: readonly UnitBefore[]) =>
  sql`update units u set closed_on = r.closed_on, successor_id = r.successor_id, version = u.version + 1
        from jsonb_to_recordset(${JSON.stringify(units.map((u) => ({ id: u.id, closed_on: u.closedOn, successor_id: u.successorId })))}::jsonb)
          as r (id uuid, closed_on date, successor_id uuid)
       where u.id = r.id`.execute(tx);

export const setSuccessors = (tx: Tx, rows: readonly { id: string; successorId: string }[]) =>
  sql`update units u set successor_id = r.successor_id
        from jsonb_to_recordset(${JSON.stringify(rows.map((r) => ({ id: r.id, successor_id: r.successorId })))}::jsonb) as r (id uuid, successor_id uuid)
       where u.id = r.id`.execute(tx);

/** Signing steps of a unit that was made for others: those of the first of them. */
export const copySettings = (tx: Tx, fromId: string, toId: string) =>
  sql`insert into unit_settings (unit_id, signing_steps, own_register)
      select ${toId}, signing_steps, own_register from unit_settings where unit_id = ${fromId} on conflict do nothing`.execute(
    tx,
  );

export const deleteNames = (tx: Tx, ids: readonly string[]) =>
  sql`delete from unit_names where id = any(${idsOf(ids)})`.execute(tx);
