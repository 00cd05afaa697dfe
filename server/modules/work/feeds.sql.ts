import { type Insertable, sql } from 'kysely';
import type { CalendarFeeds } from '#platform/schema.ts';
import type { Db, Tx } from '#platform/tx.ts';

export const listFeeds = (db: Db, personId: string) =>
  db
    .selectFrom('calendar_feeds as f')
    .innerJoin('units as u', 'u.id', 'f.unit_id')
    .select([
      'f.id',
      'f.unit_id as unitId',
      'u.name as unitName',
      'f.created_at as createdAt',
      'f.last_read_at as lastReadAt',
    ])
    .where('f.person_id', '=', personId)
    .where('f.revoked_at', 'is', null)
    .orderBy('f.created_at')
    .orderBy('f.id')
    .execute();

export const insertFeed = (tx: Tx, row: Insertable<CalendarFeeds>) =>
  tx.insertInto('calendar_feeds').values(row).execute();

/** The unit of a feed that was revoked now; undefined where it is not the person's or gone already. */
export const revokeFeed = (tx: Tx, personId: string, id: string, at: Date) =>
  tx
    .updateTable('calendar_feeds')
    .set({ revoked_at: at.toISOString() })
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .returning('unit_id as unitId')
    .executeTakeFirst();

/** Whose calendar stands behind a secret, while it is not revoked and the account is open. */
export const findFeed = (db: Db, tokenHash: Buffer) =>
  db
    .selectFrom('calendar_feeds as f')
    .innerJoin('units as u', 'u.id', 'f.unit_id')
    .innerJoin('accounts as a', 'a.person_id', 'f.person_id')
    .innerJoin('people as p', 'p.id', 'f.person_id')
    .select(['f.id', 'f.person_id as personId', 'u.id as unitId', 'u.name as unitName', 'u.path', 'p.language'])
    .where('f.token_hash', '=', tokenHash)
    .where('f.revoked_at', 'is', null)
    .where('a.state', '=', 'active')
    .executeTakeFirst();

/** Remembers by the hour when a calendar program last came, so that its owner sees which address is in use. */
export const touchFeed = (db: Db, id: string, at: Date) =>
  db
    .updateTable('calendar_feeds')
    .set({ last_read_at: at.toISOString() })
    .where('id', '=', id)
    .where(sql<boolean>`(last_read_at is null or last_read_at < ${at.toISOString()}::timestamptz - interval '1 hour')`)
    .execute();

/** Activities at work that touch a time: of a unit's plans and of the units whose work it carries on. */
export const activitiesFor = (db: Db, unitId: string, from: string, to: string) =>
  db
    .selectFrom('activity_progress as a')
    .innerJoin('plan_lines as l', 'l.id', 'a.line_id')
    .innerJoin('plans as p', 'p.id', 'a.plan_id')
    .select([
      'a.line_id as lineId',
      'l.text',
      'p.title as planTitle',
      'a.total',
      'a.done',
      'a.complete',
      'a.months',
      'a.ends_on as endsOn',
      'a.leads',
    ])
    .where((eb) =>
      eb(
        'a.unit_id',
        'in',
        eb
          .selectFrom('units')
          .select('id')
          .where((u) => u.or([u('id', '=', unitId), u('successor_id', '=', unitId)])),
      ),
    )
    .where('a.live', '=', true)
    .where(sql<boolean>`coalesce(a.ends_on >= ${from}::date, true) and coalesce(a.starts_on <= ${to}::date, true)`)
    .orderBy('a.sort_on')
    .orderBy('a.line_id')
    .limit(sql.lit(1000))
    .execute();
