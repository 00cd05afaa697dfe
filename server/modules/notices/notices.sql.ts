import { sql } from 'kysely';
import type { Db, Tx } from '#platform/tx.ts';

export interface NewNotice {
  id: string;
  person_id: string;
  kind: string;
  params: Record<string, string | number>;
  link: string | null;
  dedupe_key: string;
  created_at: Date;
  mailed_at: Date | null;
}

/** Returns the people who had not been told this before. */
export const insertNotices = async (tx: Tx, notices: readonly NewNotice[]): Promise<string[]> => {
  const { rows } = await sql<{ person_id: string }>`
    insert into notices (id, person_id, kind, params, link, dedupe_key, created_at, mailed_at)
    select r.* from jsonb_to_recordset(${JSON.stringify(notices)}::jsonb)
      as r (id uuid, person_id uuid, kind text, params jsonb, link text, dedupe_key text, created_at timestamptz,
        mailed_at timestamptz)
    on conflict (person_id, dedupe_key) do nothing
    returning person_id`.execute(tx);
  return rows.map((row) => row.person_id);
};

/** How much is unread, for each of these people who has anything unread. */
export const countUnreadOf = async (db: Db, personIds: readonly string[]): Promise<Map<string, number>> => {
  const { rows } = await sql<{ person_id: string; unread: number }>`
    select person_id, count(*)::int as unread from notices
     where person_id = any(${sql.val([...personIds])}::uuid[]) and read_at is null group by person_id`.execute(db);
  return new Map(rows.map((row) => [row.person_id, row.unread]));
};

export const countUnread = async (db: Db, personId: string): Promise<number> => {
  const row = await db
    .selectFrom('notices')
    .select((eb) => eb.fn.countAll<number>().as('unread'))
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow();
  return row.unread;
};

export interface InboxPage {
  unreadOnly: boolean;
  /** Place of the last row of the page before. */
  after: { unread: boolean; id: string } | undefined;
  limit: number;
}

export const listInbox = (db: Db, personId: string, page: InboxPage) =>
  db
    .selectFrom('notices')
    .select(['id', 'kind', 'link', 'created_at as createdAt', 'read_at as readAt'])
    .select(sql<Record<string, string | number>>`params`.as('params'))
    .where('person_id', '=', personId)
    .$if(page.unreadOnly, (q) => q.where('read_at', 'is', null))
    .$if(!!page.after, (q) =>
      q.where(sql<boolean>`((read_at is null), id) < (${page.after?.unread}::boolean, ${page.after?.id}::uuid)`),
    )
    .orderBy(sql`(read_at is null)`, 'desc')
    .orderBy('id', 'desc')
    .limit(sql.lit(page.limit + 1))
    .execute();

/** False where the notice is not this person's. */
export const markRead = async (tx: Tx, personId: string, id: string, now: Date): Promise<boolean> =>
  !!(await tx
    .updateTable('notices')
    .set({ read_at: sql`coalesce(read_at, ${now})` })
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .returning('id')
    .executeTakeFirst());

export const markAllRead = (tx: Tx, personId: string, now: Date) =>
  tx
    .updateTable('notices')
    .set({ read_at: now })
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .execute();

/** People with something that was neither read nor mailed for a while, who can get mail. */
export const listWaiting = (db: Db, before: Date) =>
  db
    .selectFrom('notices as n')
    .innerJoin('people as p', 'p.id', 'n.person_id')
    .select(['p.id', 'p.name', sql<string>`p.email`.as('email'), sql<'vi' | 'en'>`p.language`.as('language')])
    .distinct()
    .where('n.mailed_at', 'is', null)
    .where('n.read_at', 'is', null)
    .where('n.created_at', '<', before)
    .where('p.email', 'is not', null)
    .where('p.closed_on', 'is', null)
    .execute();

/** Takes a person's waiting notices for one letter; two workers never take the same. */
export const takeForMail = (tx: Tx, personId: string, now: Date) =>
  tx
    .updateTable('notices')
    .set({ mailed_at: now })
    .where('person_id', '=', personId)
    .where('mailed_at', 'is', null)
    .where('read_at', 'is', null)
    .returning(['id', 'kind', 'link'])
    .returning(sql<Record<string, string | number>>`params`.as('params'))
    .execute();

/** The letter did not leave: they wait for the next one. */
export const giveBack = (tx: Tx, ids: readonly string[]) =>
  tx.updateTable('notices').set({ mailed_at: null }).where('id', 'in', ids).execute();
