import { type RawBuilder, sql } from 'kysely';
import type { Reach } from '#lib/reach.ts';
import { type PostKind, postKinds } from '#lib/unit-kinds.ts';
import { inReach, pathEnd } from '#platform/scope.ts';
import type { Db, Tx } from '#platform/tx.ts';

export const personTsv = (person: { name: string; email: string | null }): RawBuilder<string> => {
  const address = (person.email ?? '').replace(/[@._-]/g, ' ');
  return sql<string>`setweight(vn_words(${person.name}::text), 'A') || setweight(vn_words(${address}::text), 'C')`;
};

export interface PeopleFilter {
  unitId?: string | undefined;
  within: string | null;
  query: string | null;
  today: string;
  after?: string | undefined;
  limit: number;
}

/** A person is seen through the posts held: one current post in the reach shows the person, with the first such post. */
export const listPeople = (db: Db, reach: Reach, filter: PeopleFilter) =>
  db
    .selectFrom('people as p')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('posts as o')
          .innerJoin('units as u', 'u.id', 'o.unit_id')
          .select(['o.title', 'o.unit_id as unitId', 'u.name as unitName'])
          .whereRef('o.person_id', '=', 'p.id')
          .where((e) => inReach(e.ref('o.path'), reach))
          .where((e) => e.or([e('o.valid_to', 'is', null), e('o.valid_to', '>', filter.today)]))
          .$if(!!filter.unitId, (q) => q.where('o.unit_id', '=', filter.unitId!))
          .$if(filter.within !== null, (q) =>
            q.where('o.path', '>=', filter.within!).where('o.path', '<', pathEnd(filter.within!)),
          )
          .orderBy(sql`array_position(${sql.val(postKinds)}::text[], o.kind)`)
          .orderBy('o.id')
          .limit(1)
          .as('held'),
      (join) => join.onTrue(),
    )
    .select(['p.id', 'p.name', 'p.email', 'p.phone', 'held.title', 'held.unitId', 'held.unitName'])
    .where('p.closed_on', 'is', null)
    .where('p.id', 'in', holders(reach, filter))
    .$if(!!filter.query, (q) => q.where(sql<boolean>`p.tsv @@ to_tsquery('simple', ${filter.query})`))
    .$if(!!filter.after, (q) =>
      q.where(
        sql<boolean>`(p.name collate vi, p.id) > (select name collate vi, id from people where id = ${filter.after})`,
      ),
    )
    .orderBy(sql`p.name collate vi`)
    .orderBy('p.id')
    .limit(sql.lit(filter.limit + 1))
    .execute();

/** Says the same once more in a way that lets the planner begin at the posts of a small reach instead of at all names. */
const holders = (reach: Reach, { unitId, within }: PeopleFilter) => {
  const parts = [
    inReach(sql.ref<string>('path'), reach),
    ...(unitId ? [sql`unit_id = ${unitId}`] : []),
    ...(within === null ? [] : [sql`path >= ${within} and path < ${pathEnd(within)}`]),
  ];
  return sql<string>`(select person_id from posts where ${sql.join(parts, sql` and `)})`;
};

export const personIn = (db: Db, reach: Reach, id: string) =>
  db
    .selectFrom('people as p')
    .select(['p.id', 'p.name', 'p.email', 'p.phone', 'p.closed_on as closedOn', 'p.version'])
    .select(sql<'vi' | 'en'>`p.language`.as('language'))
    .where('p.id', '=', id)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('posts as o')
          .select('o.id')
          .whereRef('o.person_id', '=', 'p.id')
          .where((e) => inReach(e.ref('o.path'), reach)),
      ),
    )
    .executeTakeFirst();

/** Every post held on the day, in whatever part of the sector. */
export const listPlaces = (db: Db, personId: string, today: string) =>
  db
    .selectFrom('posts')
    .select(['unit_id as unitId', 'path'])
    .where('person_id', '=', personId)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', today)]))
    .execute();

export const lockPerson = (tx: Tx, id: string) =>
  tx.selectFrom('people').select('id').where('id', '=', id).forUpdate().executeTakeFirst();

/** Posts of one person within the reach, current ones first. */
export const listHeld = (db: Db, reach: Reach, personId: string) =>
  db
    .selectFrom('posts as o')
    .innerJoin('units as u', 'u.id', 'o.unit_id')
    .select(['o.id', 'o.unit_id as unitId', 'u.name as unitName', 'o.path', 'o.title'])
    .select([sql<PostKind>`o.kind`.as('kind'), 'o.valid_from as validFrom', 'o.valid_to as validTo'])
    .where('o.person_id', '=', personId)
    .where((eb) => inReach(eb.ref('o.path'), reach))
    .orderBy(sql`o.valid_to desc nulls first`)
    .orderBy('o.valid_from', 'desc')
    .execute();

export const holdsPostAt = async (db: Db, personId: string, unitId: string): Promise<boolean> =>
  !!(await db
    .selectFrom('posts')
    .select('id')
    .where('person_id', '=', personId)
    .where('unit_id', '=', unitId)
    .where('valid_to', 'is', null)
    .executeTakeFirst());

export const findByEmail = (db: Db, email: string) =>
  db
    .selectFrom('people')
    .select(['id', 'name', 'email', 'phone', 'closed_on as closedOn', 'version'])
    .where(sql`lower(email)`, '=', email)
    .executeTakeFirst();

export interface NewPerson {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
}

/** Does nothing where the id exists. */
export const insertPerson = async (tx: Tx, person: NewPerson): Promise<boolean> =>
  !!(await tx
    .insertInto('people')
    .values({ ...person, tsv: personTsv(person) })
    .onConflict((c) => c.column('id').doNothing())
    .returning('id')
    .executeTakeFirst());

export const updatePerson = (
  tx: Tx,
  id: string,
  person: { name: string; email: string | null; phone: string | null },
) =>
  tx
    .updateTable('people')
    .set({ ...person, tsv: personTsv(person), version: sql`version + 1` })
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
