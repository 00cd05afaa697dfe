import { sql } from 'kysely';
import type { CheckPattern } from '#lib/article-checks.ts';
import { pathsAbove } from '#lib/reach.ts';
import type { Db, Tx } from '#platform/tx.ts';

export async function patternsOn(db: Db | Tx, day: string): Promise<CheckPattern[]> {
  const rows = await db
    .selectFrom('check_patterns')
    .select(['code', 'kind', 'pattern', 'repair', 'severity'])
    .where('valid_from', '<=', day)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', day)]))
    .orderBy('code')
    .execute();
  return rows as CheckPattern[];
}

export const kindOf = (db: Db | Tx, code: string) =>
  db.selectFrom('article_kinds').selectAll().where('code', '=', code).executeTakeFirst();

/** Of these the texts whose newest words were not looked at yet. */
export const textsWithoutSketch = (tx: Tx, ids: readonly string[]) =>
  tx
    .selectFrom('article_texts as t')
    .leftJoin('article_sketches as s', 's.article_id', 't.article_id')
    .select(['t.article_id', 't.content', 't.content_hash'])
    .where(sql<boolean>`t.article_id = any(${[...new Set(ids)]}::uuid[])`)
    .where(sql<boolean>`s.content_hash is distinct from t.content_hash`)
    .orderBy('t.article_id')
    .execute();

export interface Sketch {
  article_id: string;
  sketch: readonly bigint[];
  shingles: number;
  content_hash: string;
}

export async function keepSketches(tx: Tx, sketches: readonly Sketch[]): Promise<void> {
  if (sketches.length === 0) return;
  await tx
    .insertInto('article_sketches')
    .values(sketches.map(({ sketch, ...row }) => ({ ...row, sketch: sketchValue(sketch) })))
    .onConflict((c) =>
      c.column('article_id').doUpdateSet((eb) => ({
        sketch: eb.ref('excluded.sketch'),
        shingles: eb.ref('excluded.shingles'),
        content_hash: eb.ref('excluded.content_hash'),
      })),
    )
    .execute();
}

const sketchValue = (sketch: readonly bigint[]) => sql<number[]>`${sql.val(`{${sketch.join(',')}}`)}::bigint[]`;

/** Words that many texts share by chance bring many rows: no more are compared. */
const MOST_CANDIDATES = 20;

/**
 * Texts that have a hash in common: of the unit itself in any state, of units above once they are public. Other tellings of
 * the same story (editions of it, other languages) are no copies. Most hashes in common first.
 */
export const alikeTexts = (
  db: Db | Tx,
  article: { id: string; unit_id: string; path: string; origin_id: string | null; translation_of: string | null },
  sketch: readonly bigint[],
) =>
  db
    .selectFrom('article_sketches as s')
    .innerJoin('articles as a', 'a.id', 's.article_id')
    .innerJoin('article_texts as t', 't.article_id', 'a.id')
    .innerJoin('units as u', 'u.id', 'a.unit_id')
    .select(['a.id', 'a.title', 'a.published_at', 'a.created_at', 't.content', 'u.name as unit_name'])
    .where(sql<boolean>`s.sketch && ${sketchValue(sketch)}`)
    .where('a.id', '<>', article.id)
    .where((eb) =>
      eb.or([
        eb('a.unit_id', '=', article.unit_id),
        eb.and([eb('a.live', '=', true), eb('a.path', 'in', [...pathsAbove(article.path), ''])]),
      ]),
    )
    .where(sql<boolean>`coalesce(a.origin_id, a.id) <> ${article.origin_id ?? article.id}`)
    .where(sql<boolean>`coalesce(a.translation_of, a.id) <> ${article.translation_of ?? article.id}`)
    .orderBy(sql`(select count(*) from unnest(s.sketch) h where h = any(${sketchValue(sketch)}))`, 'desc')
    .limit(sql.lit(MOST_CANDIDATES))
    .execute();

/** What is known of these links since a moment. */
export const linksKnown = (db: Db | Tx, keys: readonly string[], since: Date) =>
  db
    .selectFrom('link_checks')
    .select(['url_key', 'ok', 'reason'])
    .where('url_key', 'in', keys.length > 0 ? [...keys] : [''])
    .where('checked_at', '>', since)
    .execute();

export const keepLinkCheck = (
  db: Db | Tx,
  check: { url_key: string; url: string; ok: boolean; status: number | null; reason: string | null; checked_at: Date },
) =>
  db
    .insertInto('link_checks')
    .values(check)
    .onConflict((c) => c.column('url_key').doUpdateSet(check))
    .execute();

export async function forgetLinkChecks(tx: Tx, before: Date): Promise<void> {
  await tx.deleteFrom('link_checks').where('checked_at', '<', before).execute();
}
