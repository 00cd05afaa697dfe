import { sql } from 'kysely';
import type { UnitKind } from '#lib/unit-kinds.ts';
import { pathEnd } from '#platform/scope.ts';
import type { Db } from '#platform/tx.ts';
import { figuresOf, type Owing } from './figures.sql.ts';

export interface Figures {
  quota_id: string;
  unit_id: string;
  required: number;
  sent: number;
  approved: number;
  published: number;
  picked: number;
  done: number;
}

/** What a unit owes itself. */
export const ownFigures = (db: Db, owing: readonly Owing[], unitId: string): Promise<Figures[]> =>
  owing.length === 0
    ? Promise.resolve([])
    : sql<Figures>`${figuresOf(owing, sql`m.unit_id = ${unitId}`)}`.execute(db).then((r) => r.rows);

/** What each of those directly below a unit owes. */
export const figuresBelow = (db: Db, owing: readonly Owing[], nodeId: string): Promise<Figures[]> =>
  owing.length === 0
    ? Promise.resolve([])
    : sql<Figures>`${figuresOf(owing, sql`m.node_id = ${nodeId}`)}`.execute(db).then((r) => r.rows);

export interface Summed {
  node_id: string;
  expected: number;
  met: number;
  sent: number;
  approved: number;
  published: number;
  picked: number;
}

/** Kept figures of a unit and of those directly below it, over these quotas. */
export const keptFigures = async (
  db: Db,
  of: { nodeId: string; kind: string; key: string; quotaIds: readonly string[] },
): Promise<Summed[]> => {
  if (of.quotaIds.length === 0) return [];
  const { rows } = await sql<Summed>`
    select k.node_id, sum(k.expected)::int as expected, sum(k.met)::int as met, sum(k.sent)::int as sent,
      sum(k.approved)::int as approved, sum(k.published)::int as published, sum(k.picked)::int as picked
    from (select id from units where parent_id = ${of.nodeId} union all select ${of.nodeId}::uuid) n
    join quota_counts k on k.node_id = n.id and k.kind = ${of.kind} and k.key = ${of.key}
      and k.quota_id = any(${[...of.quotaIds]}::uuid[])
    group by k.node_id having sum(k.expected) > 0`.execute(db);
  return rows;
};

export const unitNames = async (db: Db, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : await db
        .selectFrom('units')
        .select(['id', 'name', sql<UnitKind>`kind`.as('kind'), 'no'])
        .where('id', 'in', [...ids])
        .execute();

/** A unit's ancestors, the highest first, with their paths. */
export const unitsAbove = (db: Db, path: string) => {
  const parts = path.split('.').slice(0, -2);
  const paths = parts.map((_, i) => `${parts.slice(0, i + 1).join('.')}.`);
  return db
    .selectFrom('units')
    .select(['id', 'name', 'path', sql<UnitKind>`kind`.as('kind')])
    .where('path', 'in', paths.length > 0 ? paths : [''])
    .orderBy(sql`length(path)`)
    .execute();
};

export interface Unmet {
  unit_id: string;
  name: string;
  above_name: string | null;
  quota_id: string;
  required: number;
  done: number;
}

/** Those at any depth below a path that have not met what they owe, in the order of the tree. */
export const listUnmet = async (db: Db, owing: readonly Owing[], path: string, limit: number): Promise<Unmet[]> => {
  if (owing.length === 0) return [];
  const { rows } = await sql<Unmet>`
    select f.unit_id, u.name, a.name as above_name, f.quota_id, f.required, f.done
    from (${figuresOf(owing, sql`m.path > ${path} and m.path < ${pathEnd(path)}`)}) f
    join units u on u.id = f.unit_id left join units a on a.id = u.parent_id
    where f.done < f.required
    order by u.path, f.quota_id limit ${sql.lit(limit + 1)}`.execute(db);
  return rows;
};
