import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Reach } from '#lib/reach.ts';
import type { SiteFeeds } from '#platform/schema.ts';
import { inReach, pathEnd } from '#platform/scope.ts';
import type { Db, Tx } from '#platform/tx.ts';

export type FeedRow = Selectable<SiteFeeds>;
export type NewFeed = Insertable<SiteFeeds>;

const shown = (db: Db) =>
  db
    .selectFrom('site_feeds as f')
    .innerJoin('units as u', 'u.id', 'f.unit_id')
    .selectAll('f')
    .select(['u.name as unit_name', 'u.path as unit_path']);

export type ShownFeedRow = NonNullable<Awaited<ReturnType<typeof readFeedRow>>>;

export const readFeedRow = (db: Db, id: string) => shown(db).where('f.id', '=', id).executeTakeFirst();

export const findFeed = (db: Db, reach: Reach, id: string) =>
  shown(db)
    .where('f.id', '=', id)
    .where((eb) => inReach(eb.ref('f.path'), reach))
    .executeTakeFirst();

export interface FeedFilter {
  unitId?: string | undefined;
  within?: string | undefined;
  after?: string | undefined;
  limit: number;
}

export const listFeeds = (db: Db, reach: Reach, f: FeedFilter) =>
  shown(db)
    .where((eb) => inReach(eb.ref('f.path'), reach))
    .where('f.state', '<>', 'stopped')
    .$if(!!f.unitId, (q) => q.where('f.unit_id', '=', f.unitId!))
    .$if(!!f.within, (q) => q.where('f.path', '>=', f.within!).where('f.path', '<', pathEnd(f.within!)))
    .$if(!!f.after, (q) => q.where('f.id', '>', f.after!))
    .orderBy('f.id')
    .limit(sql.lit(f.limit + 1))
    .execute();

export const lockFeed = (tx: Tx, id: string) =>
  tx.selectFrom('site_feeds').select('id').where('id', '=', id).forUpdate().executeTakeFirst();

/** Undefined where the id, or the same site of the unit, is there already. */
export const insertFeed = (tx: Tx, row: NewFeed) =>
  tx
    .insertInto('site_feeds')
    .values(row)
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst();

export const findSame = (db: Db, unitId: string, siteUrl: string) =>
  db
    .selectFrom('site_feeds')
    .select('id')
    .where('unit_id', '=', unitId)
    .where('site_url', '=', siteUrl)
    .where('state', '<>', 'stopped')
    .executeTakeFirst();

export const updateFeed = (tx: Tx, id: string, set: Omit<Updateable<SiteFeeds>, 'id' | 'version'>) =>
  tx
    .updateTable('site_feeds')
    .set({ ...set, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();

/** Hosts with something due that are neither being read nor asked for a rest; one host is one job, however many feeds it has. */
export const dueHosts = async (db: Db, now: Date): Promise<string[]> =>
  (
    await db
      .selectFrom('site_feeds as f')
      .leftJoin('feed_hosts as h', 'h.host', 'f.host')
      .select('f.host')
      .distinct()
      .where('f.state', '=', 'active')
      .where('f.next_at', '<=', now)
      .where(sql<boolean>`coalesce(greatest(h.busy_until, h.closed_until), '-infinity') <= ${now}`)
      .limit(sql.lit(200))
      .execute()
  ).map((row) => row.host);

/** Takes a host for some minutes; false while somebody else has it, or while it wants to be left alone. */
export const claimHost = async (db: Db, host: string, now: Date, until: Date): Promise<boolean> =>
  (await db
    .insertInto('feed_hosts')
    .values({ host, busy_until: until })
    .onConflict((c) =>
      c
        .column('host')
        .doUpdateSet({ busy_until: until })
        .where('feed_hosts.busy_until', '<=', now)
        .where('feed_hosts.closed_until', '<=', now),
    )
    .returning('host')
    .executeTakeFirst()) !== undefined;

export const releaseHost = (db: Db, host: string, closedUntil: Date | null) =>
  db
    .updateTable('feed_hosts')
    .set({ busy_until: sql`'-infinity'`, ...(closedUntil && { closed_until: closedUntil }) })
    .where('host', '=', host)
    .execute();

export const dueFeeds = (db: Db, host: string, now: Date) =>
  shown(db)
    .where('f.host', '=', host)
    .where('f.state', '=', 'active')
    .where('f.next_at', '<=', now)
    .orderBy('f.next_at')
    .limit(sql.lit(40))
    .execute();

/** Of these addresses those that the feed has not listed before; they are known from now on. */
export const newKeys = async (tx: Tx, feedId: string, keys: readonly string[]): Promise<Set<string>> => {
  if (keys.length === 0) return new Set();
  const rows = await tx
    .insertInto('feed_items')
    .values(keys.map((url_key) => ({ feed_id: feedId, url_key })))
    .onConflict((c) => c.doNothing())
    .returning('url_key')
    .execute();
  return new Set(rows.map((row) => row.url_key));
};

export const forgetKeys = (tx: Tx, feedId: string, keys: readonly string[]) =>
  tx
    .deleteFrom('feed_items')
    .where('feed_id', '=', feedId)
    .where('url_key', 'in', keys.length > 0 ? [...keys] : [''])
    .execute();

/** Of these addresses those that the unit recorded at any time, also where it withdrew them. */
export const recordedKeys = async (db: Db, unitId: string, keys: readonly string[]): Promise<Set<string>> =>
  new Set(
    (
      await db
        .selectFrom('outputs')
        .select('url_key')
        .where('unit_id', '=', unitId)
        .where('url_key', 'in', keys.length > 0 ? [...keys] : [''])
        .execute()
    ).map((row) => row.url_key!),
  );

/** What was listed and has not been for long is forgotten, so that the memory does not grow for ever. */
export const forgetItems = (tx: Tx, before: Date) =>
  tx.deleteFrom('feed_items').where('seen_at', '<', before).execute();

export const seenAgain = (tx: Tx, feedId: string, keys: readonly string[], now: Date) =>
  tx
    .updateTable('feed_items')
    .set({ seen_at: now })
    .where('feed_id', '=', feedId)
    .where('url_key', 'in', keys.length > 0 ? [...keys] : [''])
    .where('seen_at', '<', new Date(now.getTime() - 7 * 86_400_000))
    .execute();
