import { sql } from 'kysely';
import type { GrantSpan } from '#lib/reach.ts';
import type { Right } from '#lib/rights.ts';
import type { Db, Tx } from '#platform/tx.ts';

export interface TokenHolder {
  tokenId: string;
  lastUsedOn: string | null;
  rights: Right[];
  /** Paths at and below which the key works; null: wherever the person does. */
  paths: string[] | null;
  personId: string;
  name: string;
  email: string | null;
  language: 'vi' | 'en';
  grants: GrantSpan[];
}

/**
 * Key, person and the grants of that day by one statement, run on every call; the units are looked up, because units move. As
 * with people, a key for a unit reaches what the units left whose work it carries on; a key for a unit that ended goes on at
 * its successor.
 */
export const findTokenHolder = async (
  db: Db,
  tokenHash: Buffer,
  now: Date,
  today: string,
): Promise<TokenHolder | null> => {
  const { rows } = await sql<TokenHolder>`
    select t.id as "tokenId", t.last_used_on::text as "lastUsedOn", t.rights,
           case when t.unit_ids <> '{}' then array(
             select w.path from units u join units w on w.id = coalesce(u.successor_id, u.id) or w.successor_id = coalesce(u.successor_id, u.id)
              where u.id = any(t.unit_ids)) end as paths,
           p.id as "personId", p.name, p.email, p.language, coalesce(g.grants, '[]'::json) as grants
      from api_tokens t
      join people p on p.id = t.person_id and p.closed_on is null
      join accounts a on a.person_id = p.id and a.state = 'active'
      left join lateral (
        select json_agg(json_build_object('path', w.path, 'role', r.role)) as grants from grants r
         cross join lateral (select r.path union all select u.path from units u where u.successor_id = r.unit_id) w
         where r.person_id = p.id and r.valid_from <= ${today}::date and (r.valid_to is null or r.valid_to > ${today}::date)
      ) g on true
     where t.token_hash = ${tokenHash} and t.revoked_at is null and t.expires_at > ${now}`.execute(db);
  return rows[0] ?? null;
};

/** One write a day for a key. */
export const markTokenUsed = (db: Db, id: string, today: string) =>
  db
    .updateTable('api_tokens')
    .set({ last_used_on: today })
    .where('id', '=', id)
    .where((eb) => eb.or([eb('last_used_on', 'is', null), eb('last_used_on', '<', today)]))
    .execute();

export interface NewToken {
  id: string;
  person_id: string;
  name: string;
  token_hash: Buffer;
  rights: Right[];
  unit_ids: string[];
  created_at: Date;
  expires_at: Date;
}
export const insertToken = (tx: Tx, row: NewToken) => tx.insertInto('api_tokens').values(row).execute();

export interface TokenRow {
  id: string;
  name: string;
  rights: string[];
  units: { id: string; name: string }[];
  createdAt: Date;
  expiresAt: Date;
  lastUsedOn: string | null;
  revokedAt: Date | null;
}

const rowsOf = (db: Db, personId: string) =>
  db
    .selectFrom('api_tokens as t')
    .select(['t.id', 't.name', 't.rights', 't.created_at as createdAt', 't.expires_at as expiresAt'])
    .select(['t.revoked_at as revokedAt', sql<string | null>`t.last_used_on::text`.as('lastUsedOn')])
    .select(
      sql<
        { id: string; name: string }[]
      >`coalesce((select json_agg(json_build_object('id', u.id, 'name', u.name) order by u.path)
        from units u where u.id = any(t.unit_ids)), '[]')`.as('units'),
    )
    .where('t.person_id', '=', personId);

export const listTokens = (db: Db, personId: string): Promise<TokenRow[]> =>
  rowsOf(db, personId).orderBy('t.id', 'desc').limit(sql.lit(200)).execute();

export const findToken = (db: Db, personId: string, id: string): Promise<TokenRow | undefined> =>
  rowsOf(db, personId).where('t.id', '=', id).executeTakeFirst();

export const countActive = async (db: Db, personId: string, now: Date): Promise<number> => {
  const { n } = await db
    .selectFrom('api_tokens')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirstOrThrow();
  return Number(n);
};

export const revokeToken = (tx: Tx, personId: string, id: string, now: Date) =>
  tx
    .updateTable('api_tokens')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .execute();
