import { sql } from 'kysely';
import type { Db, Tx } from '#platform/tx.ts';

/** Where cuts are used, by whom: an article, a hand-in, a page. */
export interface User {
  kind: string;
  id: string;
  unitId: string;
  path: string;
  title: string;
}

export const deleteUsesBut = (tx: Tx, kind: string, id: string, cutIds: readonly string[]) =>
  tx
    .deleteFrom('media_uses')
    .where('used_kind', '=', kind)
    .where('used_id', '=', id)
    .where(sql<boolean>`not (cut_id = any(${[...cutIds]}::uuid[]))`)
    .execute();

/** One cut that something shows. `since` stays where the public sees the cut as before: it tells how long. */
export const upsertUses = (tx: Tx, shown: readonly { user: User; cutId: string }[], channels: readonly string[]) =>
  sql`insert into media_uses (cut_id, media_id, used_kind, used_id, unit_id, path, title, channels)
      select c.id, c.media_id, x.kind, x.id, x.unit_id, x.path, x.title, ${[...channels]}::text[]
      from unnest(${shown.map((s) => s.cutId)}::uuid[], ${shown.map((s) => s.user.kind)}::text[],
        ${shown.map((s) => s.user.id)}::uuid[], ${shown.map((s) => s.user.unitId)}::uuid[],
        ${shown.map((s) => s.user.path)}::text[], ${shown.map((s) => s.user.title)}::text[])
        as x (cut_id, kind, id, unit_id, path, title)
      join media_cuts c on c.id = x.cut_id
      on conflict (cut_id, used_kind, used_id) do update set unit_id = excluded.unit_id, path = excluded.path,
        title = excluded.title, channels = excluded.channels,
        since = case when media_uses.channels = excluded.channels then media_uses.since else now() end`.execute(tx);

/** Whether a page of the public face shows the cut now. */
export const isOnPage = async (db: Db, cutId: string): Promise<boolean> =>
  (await db
    .selectFrom('media_uses')
    .select('cut_id')
    .where('cut_id', '=', cutId)
    .where('used_kind', '=', 'publication')
    .where(sql<boolean>`'portal' = any(channels)`)
    .limit(1)
    .executeTakeFirst()) !== undefined;

export const listUses = (db: Db, mediaId: string) =>
  db
    .selectFrom('media_uses as m')
    .innerJoin('units as u', 'u.id', 'm.unit_id')
    .select(['m.cut_id as cutId', 'm.used_kind as kind', 'm.used_id as id', 'm.title', 'u.name as unitName'])
    .select(['m.channels', 'm.path'])
    .where('m.media_id', '=', mediaId)
    .orderBy('m.since', 'desc')
    .limit(sql.lit(100))
    .execute();

export const isUsed = async (db: Db, mediaId: string): Promise<boolean> =>
  (await db.selectFrom('media_uses').select('cut_id').where('media_id', '=', mediaId).limit(1).executeTakeFirst()) !==
  undefined;

export const listAtHand = async (
  db: Db,
  unitId: string,
  pictures: readonly { mediaId: string; cutId: string }[],
  beside: { kind: string; ids: readonly string[] },
): Promise<{ key: string }[]> => {
  const { rows } = await sql<{ key: string }>`
    select distinct m.id || ' ' || c.id as key
      from unnest(${pictures.map((p) => p.mediaId)}::uuid[], ${pictures.map((p) => p.cutId)}::uuid[]) as x (media_id, cut_id)
      join media_cuts c on c.id = x.cut_id and c.media_id = x.media_id
      join media_items m on m.id = c.media_id
      join units o on o.id = m.unit_id
      join units u on u.id = ${unitId}::uuid
     where o.id = u.id or o.successor_id = u.id
        or (o.parent_id = u.id and o.kind in ('team', 'board', 'division'))
        or (u.parent_id = o.id and u.kind in ('team', 'board', 'division'))
        or exists (select from media_shares s where s.media_id = m.id and s.unit_id = u.id and s.ended_at is null)
        or exists (select from media_uses y where y.media_id = m.id and y.used_kind = ${beside.kind}
                   and y.used_id = any(${[...beside.ids]}::uuid[]))`.execute(db);
  return rows;
};

/** Shows pictures to a unit beside the owner; showing again what had ended begins anew. */
export const upsertShares = (
  tx: Tx,
  by: { kind: string; id: string },
  mediaIds: readonly string[],
  to: { unitId: string; path: string },
) =>
  tx
    .insertInto('media_shares')
    .columns(['media_id', 'unit_id', 'path', 'shared_kind', 'shared_id'])
    .expression((eb) =>
      eb
        .selectFrom('media_items as m')
        .select([
          'm.id',
          sql<string>`${to.unitId}::uuid`.as('unit'),
          sql<string>`${to.path}::text`.as('path'),
          sql<string>`${by.kind}::text`.as('kind'),
          sql<string>`${by.id}::uuid`.as('by'),
        ])
        .where(sql<boolean>`m.id = any(${[...mediaIds]}::uuid[])`),
    )
    .onConflict((c) =>
      c.columns(['media_id', 'unit_id', 'shared_kind', 'shared_id']).doUpdateSet((eb) => ({
        path: eb.ref('excluded.path'),
        ended_at: null,
      })),
    )
    .execute();

export const endShares = (tx: Tx, by: { kind: string; id: string }, at: Date) =>
  tx
    .updateTable('media_shares')
    .set({ ended_at: at })
    .where('shared_kind', '=', by.kind)
    .where('shared_id', '=', by.id)
    .where('ended_at', 'is', null)
    .execute();
