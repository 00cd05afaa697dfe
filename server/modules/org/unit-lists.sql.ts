import { type Expression, type RawBuilder, sql } from 'kysely';
import { type UnitKind, unitKinds } from '#lib/unit-kinds.ts';
import { pathEnd } from '#platform/scope.ts';
import type { Db } from '#platform/tx.ts';
import { childrenOf } from './org.sql.ts';

const kindOf = sql<UnitKind>`u.kind`.as('kind');

export interface UnitRow {
  id: string;
  name: string;
  shortName: string | null;
  symbol: string | null;
  slug: string;
  path: string;
  parentId: string | null;
  parentName: string | null;
  closedOn: string | null;
  kind: UnitKind;
}

export interface UnitFilter {
  parentId?: string | undefined;
  within?: string | undefined;
  kind?: UnitKind | undefined;
  query: string | null;
  closed: boolean;
  after?: string | undefined;
  limit: number;
}

/** Units are public within the sector ('units.read' reaches everywhere), so there is no reach to apply. */
const fitting = (filter: UnitFilter): RawBuilder<boolean> => {
  const { parentId, within, kind, query } = filter;
  const parts = [
    filter.closed ? sql`true` : sql`u.closed_on is null`,
    ...(parentId ? [sql`u.parent_id = ${parentId}`] : []),
    ...(within ? [sql`u.path >= ${within} and u.path < ${pathEnd(within)}`] : []),
    ...(kind ? [sql`u.kind = ${kind}`] : []),
    ...(query ? [sql`u.tsv @@ to_tsquery('simple', ${query})`] : []),
  ];
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
};

const fewAtMost = 3000;

/**
 * Few units that fit are found by the filter and then sorted; many are met soon enough on a walk through all names in
 * their order. The planner cannot know which (it guesses prefixes badly), so it is counted, up to where it matters.
 */
export const areFew = async (db: Db, filter: UnitFilter): Promise<boolean> => {
  const { parentId, within, kind, query } = filter;
  if (!parentId && !within && !kind && !query) return false;
  const { rows } = await sql<{ n: number }>`
    with hit as materialized (select 1 from units u where ${fitting(filter)})
    select count(*) as n from (select 1 from hit limit ${sql.lit(fewAtMost + 1)}) h`.execute(db);
  return rows[0]!.n <= fewAtMost;
};

export const listUnits = async (db: Db, filter: UnitFilter, few: boolean): Promise<UnitRow[]> => {
  const after = filter.after
    ? sql`(u.name collate vi, u.no) > (select name collate vi, no from units where id = ${filter.after})`
    : sql`true`;
  const source = few ? sql`(select * from hit) u` : sql`units u`;
  const hit = few ? sql`with hit as materialized (select * from units u where ${fitting(filter)})` : sql``;
  const { rows } = await sql<UnitRow>`${hit}
    select u.id, u.name, u.short_name as "shortName", u.symbol, u.slug, u.path, u.parent_id as "parentId",
           u.closed_on as "closedOn", u.kind, p.name as "parentName"
      from ${source} left join units p on p.id = u.parent_id
     where ${few ? sql`true` : fitting(filter)} and ${after}
     order by u.name collate vi, u.no limit ${sql.lit(filter.limit + 1)}`.execute(db);
  return rows;
};

export const countUnits = (db: Db, path: string | null) =>
  db
    .selectFrom('units as u')
    .select(kindOf)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('u.closed_on', 'is', null)
    .$if(path !== null, (q) => q.where('u.path', '>=', path!).where('u.path', '<', pathEnd(path!)))
    .groupBy('u.kind')
    .execute();

const kindRank = (kind: Expression<unknown>) => sql<number>`array_position(${sql.val(unitKinds)}::text[], ${kind})`;

/** Children in the order an official expects: by kind, then by name. */
export const listTree = (db: Db, parentId: string | null, page: { after?: string | undefined; limit: number }) =>
  db
    .with('nodes', (cte) =>
      cte
        .selectFrom('units as u')
        .select(['u.id', 'u.name', 'u.short_name as shortName', kindOf, 'u.no'])
        .select((eb) => kindRank(eb.ref('u.kind')).as('rank'))
        .where('u.closed_on', 'is', null)
        .where('u.parent_id', parentId === null ? 'is' : '=', parentId),
    )
    .selectFrom('nodes as n')
    .select(['n.id', 'n.name', 'n.shortName', 'n.kind'])
    .select(childrenOf(sql`n.id`))
    .$if(!!page.after, (q) =>
      q.where(
        sql<boolean>`(n.rank, n.name collate vi, n.no) > (select rank, name collate vi, no from nodes where id = ${page.after})`,
      ),
    )
    .orderBy('n.rank')
    .orderBy(sql`n.name collate vi`)
    .orderBy('n.no')
    .limit(sql.lit(page.limit + 1))
    .execute();
