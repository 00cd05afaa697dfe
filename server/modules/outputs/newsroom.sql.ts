import { sql } from 'kysely';
import type { Tx } from '#platform/tx.ts';
import type { OutputTableRow } from './outputs.sql.ts';

/** What a story brings into the register, and the row as it then stands. */
export interface StoryRow {
  id: string;
  unit_id: string;
  path: string;
  team_id: string | null;
  author_name: string | null;
  counts: string;
  genre: string | null;
  title: string;
  made_on: string;
  origin_kind: string;
  origin_id: string;
  for_line_id: string | null;
  for_target_id: string | null;
  for_series_id: string | null;
  recorded_by: string | null;
}

/** Rows for stories that have none yet; they have passed no moment, so they count nowhere. */
export async function insertStories(tx: Tx, rows: readonly StoryRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`insert into outputs (id, unit_id, path, team_id, author_name, counts, genre, title, made_on, source, origin_kind, origin_id,
      for_line_id, for_target_id, for_series_id, recorded_by, tsv)
    select id, unit_id, path, team_id, author_name, counts, genre, title, made_on, 'newsroom', origin_kind, origin_id,
      for_line_id, for_target_id, for_series_id, recorded_by, vn_words(concat_ws(' ', title, author_name))
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, unit_id uuid, path text, team_id uuid, author_name text,
      counts text, genre text, title text, made_on date, origin_kind text, origin_id uuid, for_line_id uuid, for_target_id uuid, for_series_id uuid,
      recorded_by uuid)
    on conflict do nothing`.execute(tx);
}

/** The stories' rows, locked in one order. */
export const lockStories = async (tx: Tx, originIds: readonly string[]): Promise<OutputTableRow[]> =>
  originIds.length === 0
    ? []
    : await tx
        .selectFrom('outputs')
        .selectAll()
        .where('origin_kind', 'in', ['article', 'hand-in'])
        .where(sql<boolean>`origin_id = any(${[...originIds]}::uuid[])`)
        .orderBy('id')
        .forUpdate()
        .execute();

/** Writes what moved in rows that the caller has locked. */
export async function updateStories(tx: Tx, rows: readonly OutputTableRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`update outputs o set path = r.path, team_id = r.team_id, author_name = r.author_name, counts = r.counts, genre = r.genre,
      title = r.title, url = r.url, url_key = r.url_key, made_on = r.made_on, sent_on = r.sent_on, approved_on = r.approved_on,
      published_on = r.published_on, picked_on = r.picked_on, picked_by = r.picked_by, for_line_id = r.for_line_id,
      for_target_id = r.for_target_id, for_series_id = r.for_series_id, withdrawn_at = r.withdrawn_at,
      withdrawn_reason = r.withdrawn_reason, version = o.version + 1,
      tsv = vn_words(concat_ws(' ', r.title, r.outlet, r.author_name))
    from json_populate_recordset(null::outputs, ${JSON.stringify(rows)}::json) r where o.id = r.id`.execute(tx);
}

/** Rows of the same units at these addresses, as a feed or a person had recorded them before. */
export const othersAt = (tx: Tx, places: readonly { unitId: string; urlKey: string }[], except: readonly string[]) =>
  tx
    .selectFrom('outputs')
    .selectAll()
    .where(
      sql<boolean>`(unit_id, url_key) in (select u, k from unnest(${places.map((p) => p.unitId)}::uuid[], ${places.map((p) => p.urlKey)}::text[]) x(u, k))`,
    )
    .where(sql<boolean>`id <> all(${[...except]}::uuid[])`)
    .where('joined_to', 'is', null)
    .where('withdrawn_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
