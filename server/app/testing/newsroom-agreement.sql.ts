import { type RawBuilder, sql } from 'kysely';
import { type ArticleContent, textOf } from '#lib/article-content.ts';
import type { Db } from '#platform/tx.ts';

/** Something the server has acknowledged. */
export interface Told {
  what: 'save' | 'picture' | 'submission' | 'passing' | 'approval' | 'publication' | 'offer';
  id: string;
  text?: string;
}

/** What must hold between rows of the newsroom at any moment, however the server ended. */
const disagreements: Record<string, RawBuilder<{ id: string }>> = {
  'an open run of a text that is not in review, or the other way round': sql`
    select a.id from articles a
    where (a.stage = 'in-review') <> exists (select from article_runs r where r.article_id = a.id and r.state = 'open')`,
  'an approval without its decision, or of other words than were decided on': sql`
    select a.id from articles a where a.approved_hash is not null and not exists (
      select from article_decisions d join article_versions v on v.article_id = d.article_id and v.n = d.version_n
      where d.article_id = a.id and d.act = 'approved' and d.content_hash = a.approved_hash and v.content_hash = a.approved_hash)`,
  'a public place that prints something else than was approved': sql`
    select p.id from article_publications p join article_versions v on v.article_id = p.article_id and v.n = p.version_n
    where v.content_hash <> p.content_hash or (p.state in ('scheduled', 'published') and not exists (
      select from article_decisions d where d.article_id = p.article_id and d.act = 'approved' and d.content_hash = p.content_hash))`,
  'a text that is called public and stands nowhere, or the other way round': sql`
    select a.id from articles a where a.live <> exists (
      select from article_publications p where p.article_id = a.id and p.unit_id = a.unit_id and p.state = 'published')`,
  'a story with another row in the register than its way': sql`
    select a.id from articles a left join outputs o on o.origin_kind = 'article' and o.origin_id = a.id
    where a.origin_id is null and (
      (o.sent_on is not null) <> exists (select from article_runs r where r.article_id = a.id and r.state <> 'withdrawn')
      or (o.approved_on is not null) <> (a.approved_n is not null)
      or (a.published_at is not null and o.published_on is null))`,
  'figures of the register that are not those of its rows': sql`
    select k.unit_id as id from output_counts k full join counted_outputs() c using (unit_id, team_id, month, counts)
    where (coalesce(k.sent, 0), coalesce(k.approved, 0), coalesce(k.published, 0), coalesce(k.picked, 0))
      is distinct from (coalesce(c.sent, 0), coalesce(c.approved, 0), coalesce(c.published, 0), coalesce(c.picked, 0))`,
  'an act that the record does not tell once': sql`
    select p.id from article_publications p where p.published_at is not null and (
      select count(*) from audit_records r where r.subject_id = p.article_id and r.event = 'article.published') <> 1
    union all select d.article_id from article_decisions d where d.act = 'submitted' and (
      select count(*) from audit_records r where r.subject_id = d.article_id and r.event = 'article.submitted') <> 1
    union all select o.id from article_offers o where (
      select count(*) from audit_records r where r.subject_id = o.id and r.event = 'offer.made') <> 1
    union all select m.id from media_items m where (
      select count(*) from audit_records r where r.subject_id = m.id and r.event = 'media.added') <> 1`,
  'a picture that waits and nobody has queued, or is ready without its sizes': sql`
    select c.id from media_cuts c where c.state = 'waiting' and not exists (
      select from pgboss.job j where j.name in ('media.read-photo', 'media.draw-cut') and j.data->>'cutId' = c.id::text
        and j.state in ('created', 'retry', 'active'))
    union all select c.id from media_cuts c where c.state = 'ready'
      and (select count(*) from media_renditions r where r.cut_id = c.id) = 0`,
  'a kept key without its answer': sql`select person_id as id from idempotency_keys where body is null`,
};

/** Sentences for everything that does not agree; empty where all does. */
export async function newsroomDisagreements(db: Db): Promise<string[]> {
  const found: string[] = [];
  for (const [sentence, statement] of Object.entries(disagreements)) {
    const { rows } = await statement.execute(db);
    if (rows.length > 0) found.push(`${sentence}: ${rows.map((row) => row.id).join(', ')}`);
  }
  return found;
}

export const waitingPictures = async (db: Db): Promise<number> =>
  Number(
    (await sql<{ n: string }>`select count(*) as n from media_cuts where state = 'waiting'`.execute(db)).rows[0]?.n ??
      0,
  );

/** What was acknowledged and is not there. */
export async function lostOf(db: Db, told: readonly Told[]): Promise<string[]> {
  const there = {
    save: await savedWords(db),
    picture: await idsOf(db, sql`select id from media_items`),
    submission: await idsOf(db, sql`select article_id as id from article_decisions where act = 'submitted'`),
    passing: await idsOf(db, sql`select article_id as id from article_decisions where act = 'passed'`),
    approval: await idsOf(db, sql`select article_id as id from article_decisions where act = 'approved'`),
    publication: await idsOf(
      db,
      sql`select article_id as id from article_publications where state in ('published', 'scheduled')`,
    ),
    offer: await idsOf(db, sql`select id from article_offers`),
  };
  return told
    .filter((one) => {
      if (one.what === 'save') return !there.save.get(one.id)?.includes(one.text ?? '');
      return !there[one.what].has(one.id);
    })
    .map((one) => JSON.stringify(one));
}

async function idsOf(db: Db, statement: RawBuilder<unknown>): Promise<Set<string>> {
  const { rows } = await (statement as RawBuilder<{ id: string }>).execute(db);
  return new Set(rows.map((row) => row.id));
}

async function savedWords(db: Db): Promise<Map<string, string>> {
  const rows = await db.selectFrom('article_texts').select(['article_id', 'content']).execute();
  return new Map(rows.map((row) => [row.article_id, textOf(row.content as unknown as ArticleContent)]));
}
