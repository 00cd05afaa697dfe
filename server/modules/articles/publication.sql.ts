import { type Insertable, type RawBuilder, sql, type Updateable } from 'kysely';
import { pathsDownTo } from '#lib/reach.ts';
import type { ArticlePublications } from '#platform/schema.ts';
import type { Db, Tx } from '#platform/tx.ts';

export type NewPublication = Insertable<ArticlePublications>;
export type PublicationChange = Omit<Updateable<ArticlePublications>, 'id' | 'version'>;

/**
 * True for words of a story (`a`) that its unit took down, or older ones: nobody else puts them up again, whatever has been
 * written in the story since, until it is public once more.
 */
export const takenDown = (story: 'a' | 'o', versionN: string): RawBuilder<boolean> =>
  sql<boolean>`(not ${sql.ref(`${story}.live`)} and exists (select from article_publications td
    where td.article_id = ${sql.ref(`${story}.id`)} and td.state = 'taken-down' and td.version_n >= ${sql.ref(versionN)}
      and (td.unit_id = ${sql.ref(`${story}.unit_id`)} or ${sql.ref(`${story}.approved_hash`)} is null)))`;

/** What publishing needs to know of one place: the site, the story as it is, and the version that is to stand there. */
const due = (tx: Tx) =>
  tx
    .selectFrom('article_publications as p')
    .innerJoin('articles as a', 'a.id', 'p.article_id')
    .innerJoin('units as u', 'u.id', 'p.unit_id')
    .innerJoin('article_versions as v', (j) =>
      j.onRef('v.article_id', '=', 'p.article_id').onRef('v.n', '=', 'p.version_n'),
    )
    .leftJoin('articles as o', 'o.id', 'a.origin_id')
    .select(['p.id', 'p.article_id', 'p.unit_id', 'p.path', 'p.version_n', 'p.content_hash', 'p.state', 'p.attempts'])
    .select(sql<boolean>`coalesce(${takenDown('o', 'a.origin_version_n')}, false)`.as('origin_taken_down'))
    .select(['p.due_at', 'p.created_by', 'u.name as unit_name', 'u.slug', 'u.closed_on as unit_closed_on'])
    .select(['a.unit_id as story_unit_id', 'a.path as story_path', 'a.approved_hash', 'a.stage', 'a.author_id'])
    .select(['v.content_hash as version_hash', 'v.title', 'v.summary', 'v.credit', 'v.content']);
export type DueRow = Awaited<ReturnType<ReturnType<typeof due>['execute']>>[number];

/**
 * What is due, the longest due first, claimed by the locks of this transaction: another process takes the next ones, and
 * what a killed process had claimed is free again. A story that somebody works on this moment is left for the next turn.
 */
export const claimDue = (tx: Tx, now: Date, limit: number): Promise<DueRow[]> =>
  due(tx)
    .where('p.state', 'in', ['scheduled', 'failed'])
    .where('p.next_at', '<=', now)
    .orderBy('p.next_at')
    .orderBy('p.id')
    .limit(sql.lit(limit))
    .forUpdate(['p', 'a'])
    .skipLocked()
    .execute();

/** Places by their ids, whose stories the caller has locked. */
export const claimThese = (tx: Tx, ids: readonly string[]): Promise<DueRow[]> =>
  due(tx)
    .where('p.id', 'in', [...ids])
    .orderBy('p.id')
    .forUpdate(['p', 'a'])
    .execute();

/** When the next one is due; null where nothing waits. */
export const nextDue = async (db: Db): Promise<Date | null> => {
  const row = await db
    .selectFrom('article_publications')
    .select('next_at')
    .where('state', 'in', ['scheduled', 'failed'])
    .where(sql<boolean>`next_at < 'infinity'`)
    .orderBy('next_at')
    .limit(sql.lit(1))
    .executeTakeFirst();
  return row?.next_at ?? null;
};

export const markPublished = (tx: Tx, ids: readonly string[], now: Date) =>
  tx
    .updateTable('article_publications')
    .set({ state: 'published', published_at: now, error: null, version: sql`version + 1` })
    .where('id', 'in', [...ids])
    .execute();

/** Stories that now stand on the site of their own unit. */
export const markLive = (tx: Tx, articleIds: readonly string[], now: Date) =>
  tx
    .updateTable('articles')
    .set({
      live: true,
      published_at: sql`coalesce(published_at, ${now})`,
      stage: 'published',
      moved_at: now,
      version: sql`version + 1`,
    })
    .where('id', 'in', [...articleIds])
    .execute();

export interface Failure {
  id: string;
  /** What `sayError` words: code and parameters. */
  error: string;
  /** Null: it is not tried again until somebody decides. */
  nextAt: Date | null;
}

export const markFailed = (tx: Tx, failures: readonly Failure[]) =>
  sql`update article_publications p set state = 'failed', attempts = p.attempts + 1, error = f.error,
        next_at = coalesce(f.next_at, 'infinity'::timestamptz), version = p.version + 1
      from unnest(${failures.map((f) => f.id)}::uuid[], ${failures.map((f) => f.error)}::text[],
        ${failures.map((f) => f.nextAt?.toISOString() ?? null)}::timestamptz[]) as f (id, error, next_at)
      where p.id = f.id`.execute(tx);

/** Of these paths, those in which a guard holds today: placed there or above. */
export const guardedPaths = async (db: Db, paths: readonly string[], day: string): Promise<Set<string>> => {
  const standing = await db
    .selectFrom('publication_guards')
    .select('path')
    .distinct()
    .where('path', 'in', [...new Set(paths.flatMap(pathsDownTo))])
    .where('lifted_at', 'is', null)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>=', day)]))
    .execute();
  const placed = new Set(standing.map((row) => row.path));
  return new Set(paths.filter((path) => pathsDownTo(path).some((one) => placed.has(one))));
};

export const insertPublication = (tx: Tx, row: NewPublication) =>
  tx.insertInto('article_publications').values(row).execute();

export const lockPublication = (tx: Tx, articleId: string, id: string) =>
  tx
    .selectFrom('article_publications')
    .selectAll()
    .where('id', '=', id)
    .where('article_id', '=', articleId)
    .forUpdate()
    .executeTakeFirst();

export const updatePublication = (tx: Tx, id: string, set: PublicationChange) =>
  tx
    .updateTable('article_publications')
    .set({ ...set, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();

/** Where a story and its editions stand, stood or are to stand; what stands now first. */
export const listPublications = (db: Db, articleId: string) =>
  db
    .selectFrom('article_publications as p')
    .innerJoin('articles as a', 'a.id', 'p.article_id')
    .innerJoin('units as u', 'u.id', 'p.unit_id')
    .leftJoin('people as c', 'c.id', 'p.created_by')
    .selectAll('p')
    .select(['u.name as unit_name', 'u.slug', 'c.name as created_by_name', 'a.unit_id as story_unit_id'])
    .select(['a.approved_hash', sql<Date | null>`nullif(p.next_at, 'infinity')`.as('tried_at')])
    .where((eb) => eb.or([eb('a.id', '=', articleId), eb('a.origin_id', '=', articleId)]))
    .orderBy(sql`array_position(array['published', 'failed', 'scheduled'], p.state)`)
    .orderBy('p.created_at', 'desc')
    .limit(sql.lit(200))
    .execute();
export type ShownPublicationRow = Awaited<ReturnType<typeof listPublications>>[number];

/** Units that accepted or picked the story and on whose site it does not stand yet, with the version they were given. */
export const listPickers = (db: Db, articleId: string) =>
  db
    .selectFrom('article_offers as o')
    .innerJoin('units as u', 'u.id', 'o.to_unit_id')
    .innerJoin('articles as a', 'a.id', 'o.article_id')
    .select(['o.id', 'o.to_unit_id as unitId', 'u.name as unitName', 'u.path', 'o.version_n', 'o.content_hash'])
    .select(takenDown('a', 'o.version_n').as('taken_down'))
    .where('o.article_id', '=', articleId)
    .where('o.state', '=', 'picked')
    .where('o.edition_id', 'is', null)
    .where('u.closed_on', 'is', null)
    .execute();

/** Where the story stands on the site of its own unit. */
export const ownStanding = (db: Db, articleId: string) =>
  db
    .selectFrom('article_publications as p')
    .innerJoin('articles as a', (j) => j.onRef('a.id', '=', 'p.article_id').onRef('a.unit_id', '=', 'p.unit_id'))
    .select(['p.version_n', 'p.content_hash'])
    .where('p.article_id', '=', articleId)
    .where('p.state', '=', 'published')
    .executeTakeFirst();

/** The places of these stories that stand or are to stand, locked, with their units. */
export const lockPlaces = (tx: Tx, articleIds: readonly string[]) =>
  tx
    .selectFrom('article_publications as p')
    .innerJoin('units as u', 'u.id', 'p.unit_id')
    .innerJoin('articles as a', 'a.id', 'p.article_id')
    .select(['p.id', 'p.article_id', 'p.unit_id', 'p.path', 'p.state', 'p.version_n', 'p.content_hash'])
    .select(['p.correction', 'u.name as unit_name', 'a.unit_id as story_unit_id', 'a.title'])
    .where('p.article_id', 'in', [...articleIds])
    .where('p.state', 'in', ['scheduled', 'failed', 'published'])
    .orderBy('p.id')
    .forUpdate('p')
    .execute();
export type PlaceRow = Awaited<ReturnType<typeof lockPlaces>>[number];

export const updatePlaces = (tx: Tx, ids: readonly string[], set: PublicationChange) =>
  ids.length === 0
    ? Promise.resolve()
    : tx
        .updateTable('article_publications')
        .set({ ...set, version: sql`version + 1` })
        .where('id', 'in', [...ids])
        .execute();

/** A story with its versions in other languages and the editions of all of them, in the order in which everybody locks them. */
export const lockWithLanguages = async (tx: Tx, articleId: string) => {
  const told = await tx.selectFrom('articles').select('id').where('translation_of', '=', articleId).execute();
  const ids = [articleId, ...told.map((row) => row.id)];
  return await family(tx)
    .select('a.translation_of')
    .where((eb) => eb.or([eb('a.id', 'in', ids), eb('a.origin_id', 'in', ids)]))
    .orderBy('a.id')
    .forUpdate('a')
    .execute();
};

const family = (tx: Tx) =>
  tx
    .selectFrom('articles as a')
    .innerJoin('units as u', 'u.id', 'a.unit_id')
    .select(['a.id', 'a.unit_id', 'a.path', 'a.origin_id', 'a.title', 'a.stage', 'a.live', 'u.name as unit_name']);

/** A story with its editions, in the order in which everybody locks them. */
export const lockFamily = (tx: Tx, articleId: string) =>
  family(tx)
    .where((eb) => eb.or([eb('a.id', '=', articleId), eb('a.origin_id', '=', articleId)]))
    .orderBy('a.id')
    .forUpdate('a')
    .execute();

/** Taken down: nothing of it is public, and it needs a new approval before it may be. One that is on its way to that goes on. */
export const markTakenDown = (tx: Tx, articleIds: readonly string[], now: Date) =>
  tx
    .updateTable('articles')
    .set({
      live: false,
      stage: sql`case when stage = 'in-review' then stage else 'taken-down' end`,
      approved_hash: null,
      moved_at: now,
      version: sql`version + 1`,
    })
    .where('id', 'in', [...articleIds])
    .execute();

/** Pages that stand and show this picture, by each cut of it. */
export const pagesWith = (db: Db, mediaId: string) =>
  db
    .selectFrom('media_uses as m')
    .innerJoin('article_publications as p', 'p.id', 'm.used_id')
    .innerJoin('articles as a', 'a.id', 'p.article_id')
    .innerJoin('units as u', 'u.id', 'p.unit_id')
    .select(['p.id', 'p.article_id', 'p.path', 'm.cut_id', 'a.title', 'a.author_id', 'u.name as unit_name'])
    .where('m.media_id', '=', mediaId)
    .where('m.used_kind', '=', 'publication')
    .where('p.state', '=', 'published')
    .execute();

/** Of these stories those that stand on these units' sites (each with its own), and whether the clock put them there. */
export const listPublished = (db: Db, places: readonly { articleId: string; unitId: string }[]) =>
  db
    .selectFrom('article_publications as p')
    .innerJoin('articles as a', 'a.id', 'p.article_id')
    .innerJoin('units as u', 'u.id', 'p.unit_id')
    .select(['p.id', 'p.article_id', 'p.created_by', 'a.author_id', 'a.title', 'u.name as unit_name'])
    .select(sql<boolean>`p.due_at > p.created_at`.as('by_the_clock'))
    .where(
      sql<boolean>`(p.article_id, p.unit_id) in (select * from unnest(${places.map((one) => one.articleId)}::uuid[],
        ${places.map((one) => one.unitId)}::uuid[]))`,
    )
    .where('p.state', '=', 'published')
    .orderBy('p.id')
    .execute();
