import { sql } from 'kysely';
import type { Reach } from '#lib/reach.ts';
import { type PostKind, postKinds } from '#lib/unit-kinds.ts';
import { inReach } from '#platform/scope.ts';
import type { Db, Tx } from '#platform/tx.ts';

const kindOf = sql<PostKind>`o.kind`.as('kind');
const rank = sql`array_position(${sql.val(postKinds)}::text[], o.kind)`;
const current = (day: string) => sql<boolean>`(o.valid_to is null or o.valid_to > ${day})`;

const columns = [
  'o.id',
  'o.unit_id as unitId',
  'o.path',
  'o.title',
  'o.person_id as personId',
  'o.valid_from as validFrom',
  'o.valid_to as validTo',
  'o.version',
] as const;

const withNames = (db: Db) =>
  db
    .selectFrom('posts as o')
    .innerJoin('units as u', 'u.id', 'o.unit_id')
    .leftJoin('people as p', 'p.id', 'o.person_id')
    .select([...columns, kindOf, 'u.name as unitName', 'p.name as personName']);

/** Posts of one unit that are held or vacant today, in the order of an official list. */
export const listCurrent = (db: Db, unitId: string, day: string) =>
  db
    .selectFrom('posts as o')
    .leftJoin('people as p', 'p.id', 'o.person_id')
    .select(['o.id', kindOf, 'o.title', 'o.person_id as personId', 'p.name as personName'])
    .select(['o.valid_from as validFrom', 'o.version'])
    .where('o.unit_id', '=', unitId)
    .where(current(day))
    .orderBy(rank)
    .orderBy('o.valid_from')
    .orderBy('o.id')
    .execute();

export interface PostFilter {
  unitId?: string | undefined;
  kind?: PostKind | undefined;
  vacant: boolean;
  past: boolean;
  today: string;
  after?: string | undefined;
  limit: number;
}

export const listPosts = (db: Db, reach: Reach, filter: PostFilter) =>
  withNames(db)
    .where((eb) => inReach(eb.ref('o.path'), reach))
    .where('u.closed_on', 'is', null)
    .$if(!filter.past, (q) => q.where(current(filter.today)))
    .$if(!!filter.unitId, (q) => q.where('o.unit_id', '=', filter.unitId!))
    .$if(!!filter.kind, (q) => q.where('o.kind', '=', filter.kind!))
    .$if(filter.vacant, (q) => q.where('o.person_id', 'is', null))
    .$if(!!filter.after, (q) =>
      q.where(sql<boolean>`(o.path, o.id) > (select path, id from posts where id = ${filter.after})`),
    )
    .orderBy('o.path')
    .orderBy('o.id')
    .limit(sql.lit(filter.limit + 1))
    .execute();

export const findPost = (db: Db, reach: Reach, id: string) =>
  withNames(db)
    .where('o.id', '=', id)
    .where((eb) => inReach(eb.ref('o.path'), reach))
    .executeTakeFirst();

export const lockPost = (tx: Tx, id: string) =>
  tx.selectFrom('posts').select('id').where('id', '=', id).forUpdate().executeTakeFirst();

export const findHolder = (db: Db, unitId: string, kind: PostKind, on: string) =>
  db
    .selectFrom('posts as o')
    .innerJoin('people as p', 'p.id', 'o.person_id')
    .select(['p.id as personId', 'p.name', 'o.title'])
    .where('o.unit_id', '=', unitId)
    .where('o.kind', '=', kind)
    .where('o.valid_from', '<=', on)
    .where(current(on))
    .orderBy('o.valid_from')
    .orderBy('o.id')
    .limit(1)
    .executeTakeFirst();

export interface NewPost {
  id: string;
  unit_id: string;
  path: string;
  kind: PostKind;
  title: string;
  person_id: string | null;
  valid_from: string;
}

export const insertPost = (tx: Tx, post: NewPost) => tx.insertInto('posts').values(post).execute();

export const setHolder = (tx: Tx, id: string, personId: string | null) =>
  tx.updateTable('posts').set({ person_id: personId, version: sql`version + 1` }).where('id', '=', id).execute();

export const endPost = (tx: Tx, id: string, on: string) =>
  tx.updateTable('posts').set({ valid_to: on, version: sql`version + 1` }).where('id', '=', id).execute();

export const deletePost = (tx: Tx, id: string) => tx.deleteFrom('posts').where('id', '=', id).execute();
