import { type ExpressionBuilder, type Insertable, type RawBuilder, type SqlBool, sql, type Updateable } from 'kysely';
import { pathsAbove } from '#lib/reach.ts';
import type { Actor } from '#platform/actor.ts';
import type { ArticleOffers, Articles, DB } from '#platform/schema.ts';
import { inReach } from '#platform/scope.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { takenDown } from './publication.sql.ts';
import { insideArticles } from './seen.sql.ts';

export type NewOffer = Insertable<ArticleOffers>;
export type OfferChange = Omit<Updateable<ArticleOffers>, 'id' | 'version'>;
type On = ExpressionBuilder<DB & { a: Articles }, 'a'>;

const standsAt = (
  unit: string,
) => sql<boolean>`exists (select from article_publications p where p.unit_id = ${sql.ref(unit)}
  and p.state in ('scheduled', 'published', 'failed') and (p.article_id = f.article_id or p.article_id = f.edition_id))`;

const shown = (db: Db) =>
  db
    .selectFrom('article_offers as f')
    .innerJoin('articles as a', 'a.id', 'f.article_id')
    .innerJoin('article_versions as v', (j) =>
      j.onRef('v.article_id', '=', 'f.article_id').onRef('v.n', '=', 'f.version_n'),
    )
    .innerJoin('units as o', 'o.id', 'a.unit_id')
    .innerJoin('units as s', 's.id', 'f.unit_id')
    .innerJoin('units as t', 't.id', 'f.to_unit_id')
    .leftJoin('people as w', 'w.id', 'f.offered_by')
    .leftJoin('people as d', 'd.id', 'f.decided_by')
    .leftJoin('articles as e', 'e.id', 'f.edition_id')
    .selectAll('f')
    .select(['v.title', 'v.summary', 'v.kind', 'v.language', 'v.credit', 'a.live'])
    .select(
      sql<string>`case when ${takenDown('a', 'f.version_n')} then 'taken-down' else a.stage end`.as('origin_stage'),
    )
    .select(['a.unit_id as origin_unit_id', 'a.path as origin_path', 'a.team_path', 'a.author_id', 'a.created_by'])
    .select(['o.name as origin_unit_name', 's.name as unit_name', 't.name as to_unit_name', 'e.stage as edition_stage'])
    .select(['w.name as offered_by_name', 'd.name as decided_by_name'])
    .select([
      sql<string | null>`jsonb_path_query_first(v.content, '$.**.attrs.cutId') #>> '{}'`.as('lead_cut_id'),
      standsAt('f.to_unit_id').as('published'),
    ]);
export type ShownOffer = Awaited<ReturnType<ReturnType<typeof shown>['execute']>>[number];

/** One of the story's house, or of a unit on its way: who offers it or got it. */
const onItsWay = (eb: On, actor: Actor) => {
  const reach = actor.reach('articles.read');
  return eb.or([
    insideArticles(eb, actor),
    sql<SqlBool>`exists (select from article_offers io where io.article_id = a.id and (${inReach(sql.ref('io.path'), reach)}
      or (io.state <> 'withdrawn' and ${inReach(sql.ref('io.to_path'), reach)})))`,
  ]);
};

export const findOffer = (db: Db, actor: Actor, id: string) =>
  shown(db)
    .where('f.id', '=', id)
    .where((eb) => onItsWay(eb as unknown as On, actor))
    .executeTakeFirst();

/** A row that an act in progress needs: nobody looks. */
export const readOffer = (db: Db, id: string) => shown(db).where('f.id', '=', id).executeTakeFirst();

/** All offers of a story, in the order in which they were made. */
export const listOf = (db: Db, articleId: string) =>
  shown(db).where('f.article_id', '=', articleId).orderBy('f.offered_at').orderBy('f.id').execute();

export const lockOffers = (tx: Tx, ids: readonly string[]) =>
  tx
    .selectFrom('article_offers')
    .select(['id', 'article_id'])
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .orderBy('id')
    .forUpdate()
    .execute();

export interface OfferFilter {
  unitId: string;
  side: 'received' | 'sent';
  state?: string | undefined;
  kind?: string | undefined;
  fromUnitId?: string | undefined;
  lateOn?: string | undefined;
  q?: string | undefined;
  after?: { at: string; id: string } | undefined;
  limit: number;
}

/** The page first, then what is shown of it: a department has tens of thousands of offers. As an array: of so many joins the planner would make it the last. */
export const listOffers = (db: Db, actor: Actor, f: OfferFilter) =>
  shown(db)
    .select(sql<string>`to_char(f.offered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as('place'))
    .where(sql<boolean>`f.id = any(array(${pageOf(db, actor, f)}))`)
    .orderBy('f.offered_at', 'desc')
    .orderBy('f.id', 'desc')
    .execute();

function pageOf(db: Db, actor: Actor, f: OfferFilter) {
  const received = f.side === 'received';
  return db
    .selectFrom('article_offers as f')
    .select('f.id')
    .where(received ? 'f.to_unit_id' : 'f.unit_id', '=', f.unitId)
    .where((eb) => inReach(eb.ref(received ? 'f.to_path' : 'f.path'), actor.reach('articles.read')))
    .$if(received, (q) => q.where('f.state', '<>', sql.lit('withdrawn')))
    .$if(!!f.state, (q) => q.where('f.state', '=', f.state!))
    .$if(!!f.fromUnitId, (q) => q.where(received ? 'f.unit_id' : 'f.to_unit_id', '=', f.fromUnitId!))
    .$if(!!f.lateOn, (q) => q.where('f.due_on', '<', f.lateOn!).where('f.state', 'in', ['offered', 'accepted']))
    .$if(!!f.kind, (q) => q.where(offeredVersion(sql`v.kind = ${f.kind}`)))
    .$if(!!f.q, (q) =>
      q.where(offeredVersion(sql`vn_words(v.title || ' ' || v.credit || ' ' || o.name) @@ vn_query(${f.q})`)),
    )
    .$if(!!f.after, (q) =>
      q.where(sql<boolean>`(f.offered_at, f.id) < (${f.after!.at}::timestamptz, ${f.after!.id}::uuid)`),
    )
    .orderBy('f.offered_at', 'desc')
    .orderBy('f.id', 'desc')
    .limit(sql.lit(f.limit + 1));
}

/** True where the version that was offered is such a one: `v`, of the unit `o`. */
const offeredVersion = (such: RawBuilder<unknown>) =>
  sql<boolean>`exists (select from article_versions v join articles oa on oa.id = v.article_id join units o on o.id = oa.unit_id
    where v.article_id = f.article_id and v.n = f.version_n and ${such})`;

/** The offer of a story to a unit that still runs: there is at most one. */
export const runningOffer = (db: Db, articleId: string, toUnitId: string) =>
  shown(db)
    .where('f.article_id', '=', articleId)
    .where('f.to_unit_id', '=', toUnitId)
    .where('f.state', 'in', ['offered', 'accepted', 'picked'])
    .executeTakeFirst();

/** Undefined where the receiver has it already. */
export const insertOffer = (tx: Tx, row: NewOffer) =>
  tx
    .insertInto('article_offers')
    .values(row)
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst();

export const updateOffer = (tx: Tx, id: string, set: OfferChange) =>
  tx
    .updateTable('article_offers')
    .set({ ...set, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();

/** Whether what this unit picked has gone further from there. */
export const offeredOn = async (db: Db, articleId: string, unitId: string): Promise<boolean> =>
  (await db
    .selectFrom('article_offers')
    .select('id')
    .where('article_id', '=', articleId)
    .where('unit_id', '=', unitId)
    .where('state', 'in', ['offered', 'accepted', 'picked'])
    .executeTakeFirst()) !== undefined;

/** Units above a path on the working line, the nearest first. */
export const unitsAbove = (db: Db, path: string) =>
  db
    .selectFrom('units')
    .select(['id', 'name', 'path'])
    .where('path', 'in', ['', ...pathsAbove(path)])
    .where('closed_on', 'is', null)
    .orderBy(sql`length(path)`, 'desc')
    .execute();

/** Editions of a story that somebody in this reach may know of: their own, or of a unit on the story's way. */
export const listEditions = (db: Db, articleId: string) =>
  db
    .selectFrom('articles as e')
    .innerJoin('units as u', 'u.id', 'e.unit_id')
    .select(['e.id', 'e.unit_id', 'u.name as unitName', 'e.stage', 'e.live', 'e.path', 'e.approved_n'])
    .where('e.origin_id', '=', articleId)
    .orderBy(sql`length(e.path)`, 'desc')
    .execute();

/** Where the story itself stands, for the stops of its way. */
export const listPlaces = (db: Db, articleId: string) =>
  db
    .selectFrom('article_publications as p')
    .innerJoin('units as u', 'u.id', 'p.unit_id')
    .leftJoin('people as w', 'w.id', 'p.created_by')
    .innerJoin('articles as a', 'a.id', 'p.article_id')
    .select(['p.id', 'p.unit_id', 'u.name as unit_name', 'p.published_at', 'w.name as by_name', 'a.origin_id'])
    .where((eb) => eb.or([eb('p.article_id', '=', articleId), eb('a.origin_id', '=', articleId)]))
    .where('p.state', '=', 'published')
    .where('p.published_at', 'is not', null)
    .orderBy('p.published_at')
    .execute();

/** When and by whom the story was first approved. */
export const findApproval = (db: Db, articleId: string) =>
  db
    .selectFrom('article_decisions as d')
    .innerJoin('articles as a', 'a.id', 'd.article_id')
    .innerJoin('units as u', 'u.id', 'a.unit_id')
    .leftJoin('people as w', 'w.id', 'd.person_id')
    .select(['d.id', 'd.at', 'w.name as by_name', 'a.unit_id', 'u.name as unit_name'])
    .where('d.article_id', '=', articleId)
    .where('d.act', '=', 'approved')
    .orderBy('d.at')
    .limit(sql.lit(1))
    .executeTakeFirst();

/** The stories of these offers. */
export const storiesOf = async (db: Db, ids: readonly string[]): Promise<string[]> => {
  const rows = await db
    .selectFrom('article_offers')
    .select('article_id')
    .distinct()
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
  return rows.map((row) => row.article_id);
};
