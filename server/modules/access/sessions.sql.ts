import { sql } from 'kysely';
import type { GrantSpan } from '#lib/reach.ts';
import type { Db, Tx } from '#platform/tx.ts';

export interface SessionHolder {
  sessionId: string;
  createdAt: Date;
  lastSeenAt: Date;
  personId: string;
  name: string;
  email: string | null;
  language: 'vi' | 'en';
  grants: GrantSpan[];
}

/**
 * Session, person and the grants of that day by one token: one statement on unique indexes, run on every request. Who acts
 * for a unit also reaches what the units left whose work it carries on.
 */
export const findHolder = async (
  db: Db,
  tokenHash: Buffer,
  now: Date,
  today: string,
): Promise<SessionHolder | null> => {
  const { rows } = await sql<SessionHolder>`
    select s.id as "sessionId", s.created_at as "createdAt", s.last_seen_at as "lastSeenAt",
           p.id as "personId", p.name, p.email, p.language, coalesce(g.grants, '[]'::json) as grants
      from sessions s
      join people p on p.id = s.person_id and p.closed_on is null
      join accounts a on a.person_id = p.id and a.state = 'active'
      left join lateral (
        select json_agg(json_build_object('path', w.path, 'role', r.role)) as grants from grants r
         cross join lateral (select r.path union all select u.path from units u where u.successor_id = r.unit_id) w
         where r.person_id = p.id and r.valid_from <= ${today}::date and (r.valid_to is null or r.valid_to > ${today}::date)
      ) g on true
     where s.token_hash = ${tokenHash} and s.expires_at > ${now}`.execute(db);
  return rows[0] ?? null;
};

/** At most one write a minute for a session, however many requests run at once. */
export const touchSession = (db: Db, id: string, seen: { now: Date; before: Date; expiresAt: Date }) =>
  db
    .updateTable('sessions')
    .set({ last_seen_at: seen.now, expires_at: seen.expiresAt })
    .where('id', '=', id)
    .where('last_seen_at', '<', seen.before)
    .execute();

export interface NewSession {
  id: string;
  token_hash: Buffer;
  person_id: string;
  created_at: Date;
  last_seen_at: Date;
  expires_at: Date;
  network: string;
  agent: string;
}

export const insertSession = (tx: Tx, session: NewSession) => tx.insertInto('sessions').values(session).execute();

export const listSessions = (db: Db, personId: string, now: Date) =>
  db
    .selectFrom('sessions')
    .select(['id', 'created_at as createdAt', 'last_seen_at as lastSeenAt', 'network', 'agent'])
    .where('person_id', '=', personId)
    .where('expires_at', '>', now)
    .orderBy('last_seen_at', 'desc')
    .execute();

export const deleteSession = (tx: Tx, personId: string, id: string) =>
  tx.deleteFrom('sessions').where('id', '=', id).where('person_id', '=', personId).returning('id').executeTakeFirst();

/** Ends all sessions of a person, or all but one. */
export const deleteSessions = (tx: Tx, personId: string, except?: string) =>
  tx
    .deleteFrom('sessions')
    .where('person_id', '=', personId)
    .$if(!!except, (q) => q.where('id', '!=', except!))
    .returning('id')
    .execute();

/** All access keys of a person that still work. */
export const revokeKeys = (tx: Tx, personId: string, now: Date) =>
  tx
    .updateTable('api_tokens')
    .set({ revoked_at: now })
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .execute();

export const dropOldSessions = (tx: Tx, now: Date) => tx.deleteFrom('sessions').where('expires_at', '<', now).execute();

/** A person with the grants of that day, as a session has them; null where the account is closed. */
export const findKnown = async (
  db: Db,
  personId: string,
  today: string,
): Promise<Pick<SessionHolder, 'name' | 'email' | 'language' | 'grants'> | null> => {
  const { rows } = await sql<Pick<SessionHolder, 'name' | 'email' | 'language' | 'grants'>>`
    select p.name, p.email, p.language, coalesce((select json_agg(json_build_object('path', w.path, 'role', r.role)) from grants r
       cross join lateral (select r.path union all select u.path from units u where u.successor_id = r.unit_id) w
       where r.person_id = p.id and r.valid_from <= ${today}::date and (r.valid_to is null or r.valid_to > ${today}::date)), '[]'::json) as grants
      from people p join accounts a on a.person_id = p.id and a.state = 'active'
     where p.id = ${personId} and p.closed_on is null`.execute(db);
  return rows[0] ?? null;
};
