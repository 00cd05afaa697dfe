import { type ExpressionBuilder, type Insertable, type RawBuilder, sql, type Updateable } from 'kysely';
import type { ArticleContent } from '#lib/article-content.ts';
import { dayOf } from '#lib/format.ts';
import type { Actor } from '#platform/actor.ts';
import type { Articles, ArticleTexts, DB } from '#platform/schema.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { insideArticles, seenArticles } from './seen.sql.ts';

export type NewArticle = Omit<Insertable<Articles>, 'tsv'>;
export type ArticleChange = Omit<Updateable<Articles>, 'id' | 'version' | 'tsv'>;

export const columns = [
  'a.id',
  'a.unit_id',
  'a.path',
  'a.team_id',
  'a.team_path',
  'a.kind',
  'a.language',
  'a.translation_of',
  'a.origin_id',
  'a.origin_version_n',
  'a.title',
  'a.summary',
  'a.credit',
  'a.author_id',
  'a.entered_for',
  'a.lead_cut_id',
  'a.assignment_id',
  'a.line_id',
  'a.target_id',
  'a.series_id',
  'a.stage',
  'a.approved_n',
  'a.approved_hash',
  'a.published_at',
  'a.live',
  'a.moved_at',
  'a.created_by',
  'a.created_at',
  'a.version',
] as const;

/** What a list shows of a text. */
export const listed = (db: Db) =>
  db
    .selectFrom('articles as a')
    .innerJoin('units as u', 'u.id', 'a.unit_id')
    .leftJoin('units as t', 't.id', 'a.team_id')
    .leftJoin('people as w', 'w.id', 'a.author_id')
    .leftJoin('articles as o', 'o.id', 'a.origin_id')
    .leftJoin('units as ou', 'ou.id', 'o.unit_id')
    .select(columns)
    .select(['u.name as unit_name', 'u.closed_on as unit_closed_on', 't.name as team_name'])
    .select(['w.name as author_name', 'ou.name as origin_unit_name']);
export type ListedArticleRow = Awaited<ReturnType<ReturnType<typeof listed>['execute']>>[number];

/** The same with everything that says what may be done with it now. */
const whole = (db: Db) =>
  listed(db)
    .innerJoin('article_texts as x', 'x.article_id', 'a.id')
    .leftJoin('people as s', 's.id', 'x.saved_by')
    .leftJoin('article_runs as r', (j) => j.onRef('r.article_id', '=', 'a.id').on('r.state', '=', 'open'))
    .leftJoin('article_publications as p', (j) =>
      j
        .onRef('p.article_id', '=', 'a.id')
        .onRef('p.unit_id', '=', 'a.unit_id')
        .on('p.state', 'in', ['scheduled', 'published', 'failed']),
    )
    .select(['x.content_hash', 'x.words', 'x.saved_at', 'x.saved_by', 'x.version as text_version'])
    .select('s.name as saved_by_name')
    .select(['r.id as run_id', 'r.step as run_step', 'r.steps as run_steps', 'r.claimed_by as run_claimed_by'])
    .select(['r.delegated_to as run_delegated_to', 'r.submitted_by as run_submitted_by'])
    .select('r.first_step as run_first_step')
    .select(['p.id as publication_id', 'p.state as publication_state', 'p.version_n as publication_version_n'])
    .select('p.content_hash as publication_hash')
    .select([
      sql<boolean>`exists (select from article_runs h where h.article_id = a.id)`.as('ever_submitted'),
      sql<boolean>`(exists (select from article_publications h where h.article_id = a.id)
        or exists (select from article_offers h where h.article_id = a.id)
        or exists (select from articles h where h.origin_id = a.id or h.translation_of = a.id))`.as('known'),
      sql<boolean>`exists (select from article_publications h where h.article_id = a.id and h.state = 'published')`.as(
        'stands',
      ),
      sql<string | null>`case when a.stage = 'returned' then (select d.reason from article_decisions d
        where d.article_id = a.id and d.act = 'returned' order by d.at desc, d.id desc limit 1) end`.as(
        'returned_reason',
      ),
    ]);
type WholeQuery = Awaited<ReturnType<ReturnType<typeof whole>['execute']>>[number];
/** `inside`: seen as one of its house; `in_team`: has a post in the team that wrote it. */
export type ArticleStandingRow = WholeQuery & { inside: boolean; in_team: boolean };

type On = ExpressionBuilder<DB & { a: Articles }, 'a'>;

/** The text within what the actor sees; `inside` where they see it as one of its house. */
export const findArticle = (db: Db, actor: Actor, id: string) =>
  whole(db)
    .select((eb) => sql<boolean>`coalesce(${insideArticles(eb as unknown as On, actor)}, false)`.as('inside'))
    .select(
      sql<boolean>`exists (select from posts tp where tp.unit_id = a.team_id and tp.person_id = ${actor.person.id}
        and tp.valid_from <= ${dayOf(actor.now)} and (tp.valid_to is null or tp.valid_to > ${dayOf(actor.now)}))`.as(
        'in_team',
      ),
    )
    .where('a.id', '=', id)
    .where((eb) => seenArticles(eb as unknown as On, actor))
    .executeTakeFirst() as Promise<ArticleStandingRow | undefined>;

/** A row that a job or an act in progress needs: nobody looks. */
export const readArticle = async (db: Db, id: string): Promise<ArticleStandingRow | undefined> => {
  const row = await whole(db).where('a.id', '=', id).executeTakeFirst();
  return row && { ...row, inside: true, in_team: false };
};

export const lockArticle = (tx: Tx, id: string) =>
  tx.selectFrom('articles').select('id').where('id', '=', id).forUpdate().executeTakeFirst();

/** Undefined where the id is there already. */
export const insertArticle = (tx: Tx, row: NewArticle, body: string) =>
  tx
    .insertInto('articles')
    .values({ ...row, tsv: searchWords(row, body) })
    .onConflict((c) => c.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();

/** Changes a row that the caller has locked; its version follows. */
export const updateArticle = (tx: Tx, id: string, set: ArticleChange) =>
  tx
    .updateTable('articles')
    .set({ ...set, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();

/**
 * The words of a save as lists and search need them; `body` is the text in plain words. While a text is public everybody
 * finds it, so search keeps to what was published (`body` is null) until the correction is.
 */
export const updateListed = (
  tx: Tx,
  id: string,
  set: ArticleChange & { title: string; summary: string },
  body: string | null,
) =>
  tx
    .updateTable('articles')
    .set({ ...set, ...(body !== null && { tsv: searchWords(set, body) }) })
    .where('id', '=', id)
    .execute();

/** Title before summary before body; of the body only its beginning, so that one long text does not make the index heavy. */
const searchWords = (
  row: { title?: string | undefined; summary?: string | undefined },
  body: string,
): RawBuilder<string> =>
  sql<string>`setweight(vn_words(${row.title ?? ''}), 'A') || setweight(vn_words(${row.summary ?? ''}), 'B')
    || setweight(vn_words(${body}), 'C')`;

export const deleteArticle = (tx: Tx, id: string) => tx.deleteFrom('articles').where('id', '=', id).execute();

export type NewText = Omit<Insertable<ArticleTexts>, 'content'> & { content: ArticleContent };

export const insertText = (tx: Tx, { content, ...row }: NewText) =>
  tx
    .insertInto('article_texts')
    .values({ ...row, content: JSON.stringify(content) })
    .execute();

/** Saves the words of a locked article; the version follows and comes back. */
export const updateText = async (tx: Tx, { content, ...row }: NewText): Promise<number> => {
  const { version } = await tx
    .updateTable('article_texts')
    .set({ ...row, content: JSON.stringify(content), version: sql`version + 1` })
    .where('article_id', '=', row.article_id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
};

/** The newest words as data. */
export const readContent = async (db: Db, id: string): Promise<ArticleContent> => {
  const { content } = await db
    .selectFrom('article_texts')
    .select('content')
    .where('article_id', '=', id)
    .executeTakeFirstOrThrow();
  return content as unknown as ArticleContent;
};

export const listKinds = (db: Db, day: string) =>
  db
    .selectFrom('article_kinds')
    .select(['code', 'name_vi', 'name_en', 'needs_picture', 'counts'])
    .where('valid_from', '<=', day)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', day)]))
    .orderBy('position')
    .execute();

export const listLanguages = (db: Db) =>
  db.selectFrom('article_languages').select(['code', 'name_vi', 'name_en']).orderBy('position').execute();
