import { sql } from 'kysely';
import { pathsAbove } from '#lib/reach.ts';
import type { UnitKind } from '#lib/unit-kinds.ts';
import { pathEnd } from '#platform/scope.ts';
import type { Db } from '#platform/tx.ts';
import { figuresOf, type Owing } from './figures.sql.ts';

/** A unit as a row of the board names it. */
export interface Named {
  name: string;
  unit_kind: UnitKind;
  no: number;
}

export interface Figures extends Named {
  quota_id: string;
  unit_id: string;
  required: number;
  sent: number;
  approved: number;
  published: number;
  picked: number;
  done: number;
}

/** What a unit owes itself, and what each of those directly below it owes. */
export const figuresAt = async (db: Db, owing: readonly Owing[], unitId: string): Promise<Figures[]> => {
  if (owing.length === 0) return [];
  const members = sql`select * from quota_units where unit_id = ${unitId}
    union all select * from quota_units where node_id = ${unitId} and unit_id <> ${unitId}`;
  const { rows } = await sql<Figures>`
    select f.*, u.name, u.kind as unit_kind, u.no from (${figuresOf(owing, members)}) f join units u on u.id = f.unit_id`.execute(
    db,
  );
  return rows;
};

export interface Summed extends Named {
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
    select k.node_id, n.name, n.kind as unit_kind, n.no, sum(k.expected)::int as expected, sum(k.met)::int as met, sum(k.sent)::int as sent,
      sum(k.approved)::int as approved, sum(k.published)::int as published, sum(k.picked)::int as picked
    from (select id, name, kind, no from units where parent_id = ${of.nodeId} or id = ${of.nodeId}) n
    join quota_counts k on k.node_id = n.id and k.kind = ${of.kind} and k.key = ${of.key}
      and k.quota_id = any(${[...of.quotaIds]}::uuid[])
    group by k.node_id, n.name, n.kind, n.no having sum(k.expected) > 0`.execute(db);
  return rows;
};

/** A unit's ancestors, the highest first, with their paths. */
export const unitsAbove = (db: Db, path: string) =>
  db
    .selectFrom('units')
    .select(['id', 'name', 'path', sql<UnitKind>`kind`.as('kind')])
    .where('path', 'in', ['', ...pathsAbove(path)])
    .orderBy(sql`length(path)`)
    .execute();

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
  const ids = owing.map((o) => o.quota_id);
  const members = sql`select * from quota_units
    where quota_id = any(${ids}::uuid[]) and path > ${path} and path < ${pathEnd(path)}`;
  const { rows } = await sql<Unmet>`
    select f.unit_id, u.name, a.name as above_name, f.quota_id, f.required, f.done
    from (${figuresOf(owing, members)}) f
    join units u on u.id = f.unit_id left join units a on a.id = u.parent_id
    where f.done < f.required
    order by u.path, f.quota_id limit ${sql.lit(limit + 1)}`.execute(db);
  return rows;
};
