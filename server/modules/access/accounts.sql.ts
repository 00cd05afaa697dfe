import { sql } from 'kysely';
import type { Db, Tx } from '#platform/tx.ts';

const columns = ['p.id', 'p.name', 'p.email', 'a.password_hash as passwordHash', 'a.state'] as const;

const withPerson = (db: Db) =>
  db.selectFrom('accounts as a').innerJoin('people as p', 'p.id', 'a.person_id').select(columns);

export const findByEmail = (db: Db, email: string) =>
  withPerson(db).where(sql`lower(p.email)`, '=', email).where('p.closed_on', 'is', null).executeTakeFirst();

export const findAccount = (db: Db, personId: string) =>
  withPerson(db).where('a.person_id', '=', personId).executeTakeFirst();

export const anyAccount = async (db: Db): Promise<boolean> =>
  !!(await db.selectFrom('accounts').select('person_id').limit(1).executeTakeFirst());

/** Sets the password and opens the account. */
export const upsertAccount = (tx: Tx, personId: string, passwordHash: string, now: Date) => {
  const set = { password_hash: passwordHash, state: 'active', password_changed_at: now };
  return tx
    .insertInto('accounts')
    .values({ person_id: personId, ...set })
    .onConflict((c) => c.column('person_id').doUpdateSet({ ...set, version: sql`accounts.version + 1` }))
    .execute();
};

/** An account that waits for its password; one that is there already stays as it is. */
export const insertInvited = (tx: Tx, personId: string) =>
  tx
    .insertInto('accounts')
    .values({ person_id: personId, state: 'invited' })
    .onConflict((c) => c.column('person_id').doNothing())
    .execute();

export const setLanguage = (tx: Tx, personId: string, language: string) =>
  tx.updateTable('people').set({ language }).where('id', '=', personId).execute();

/**
 * Counts an attempt before the password is looked at, so that attempts sent at once cannot slip past the delay. Returns
 * the failures before this attempt and until when to wait; where that lies ahead, nothing was counted.
 */
export const countAttempt = async (tx: Tx, key: string, at: { now: Date; forgetBefore: Date }) => {
  await tx
    .insertInto('sign_in_delays')
    .values({ key, failures: 0, next_at: at.now })
    .onConflict((c) => c.doNothing())
    .execute();
  const row = await tx
    .selectFrom('sign_in_delays')
    .select(['failures', 'next_at as nextAt'])
    .where('key', '=', key)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return row.nextAt < at.forgetBefore ? { failures: 0, nextAt: at.now } : row;
};

export const setAttempts = (tx: Tx, key: string, failures: number, nextAt: Date) =>
  tx.updateTable('sign_in_delays').set({ failures, next_at: nextAt }).where('key', '=', key).execute();

export const forgetAttempts = (tx: Tx, key: string) => tx.deleteFrom('sign_in_delays').where('key', '=', key).execute();

/** A network that the account's owner has signed in from; kept in the table of delays until `until`, without a delay. */
export const setFamiliar = (tx: Tx, key: string, until: Date) =>
  tx
    .insertInto('sign_in_delays')
    .values({ key, failures: 0, next_at: until })
    .onConflict((c) => c.column('key').doUpdateSet({ next_at: until }))
    .execute();

export const isFamiliar = async (db: Db, key: string, now: Date): Promise<boolean> =>
  !!(await db
    .selectFrom('sign_in_delays')
    .select('key')
    .where('key', '=', key)
    .where('next_at', '>', now)
    .executeTakeFirst());

export const dropOldAttempts = (tx: Tx, before: Date) =>
  tx.deleteFrom('sign_in_delays').where('next_at', '<', before).execute();

export const insertReset = (tx: Tx, row: { id: string; person_id: string; created_at: Date; expires_at: Date }) =>
  tx.insertInto('password_resets').values(row).execute();

export const countResets = async (db: Db, personId: string, since: Date): Promise<number> => {
  const row = await db
    .selectFrom('password_resets')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('person_id', '=', personId)
    .where('created_at', '>', since)
    .executeTakeFirstOrThrow();
  return row.n;
};

export const setResetToken = (tx: Tx, id: string, tokenHash: Buffer) =>
  tx
    .updateTable('password_resets as r')
    .from('people as p')
    .whereRef('p.id', '=', 'r.person_id')
    .where('r.id', '=', id)
    .where('r.used_at', 'is', null)
    .set({ token_hash: tokenHash })
    .returning(['p.name', 'p.email', sql<'vi' | 'en'>`p.language`.as('language'), 'r.expires_at as expiresAt'])
    .executeTakeFirst();

export const findReset = (db: Db, tokenHash: Buffer, now: Date) =>
  db
    .selectFrom('password_resets as r')
    .innerJoin('people as p', 'p.id', 'r.person_id')
    .innerJoin('accounts as a', 'a.person_id', 'r.person_id')
    .select(['r.id', 'p.id as personId', 'p.name', 'p.email'])
    .where('r.token_hash', '=', tokenHash)
    // A link that was sent before the account was closed does not open it again.
    .where('a.state', '=', 'active')
    .where('p.closed_on', 'is', null)
    .where('r.used_at', 'is', null)
    .where('r.expires_at', '>', now)
    .executeTakeFirst();

/** Uses the link up, and with it all others of the person; false where somebody was faster. */
export const spendReset = async (tx: Tx, id: string, personId: string, now: Date): Promise<boolean> => {
  const used = await tx
    .updateTable('password_resets')
    .set({ used_at: now })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  await dropResets(tx, personId, now);
  return !!used;
};

/** All links of the person that were not used no longer work, nor those whose mail has yet to leave. */
export const dropResets = (tx: Tx, personId: string, now: Date) =>
  tx
    .updateTable('password_resets')
    .set({ used_at: now })
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .execute();

export const replaceSetupLink = (tx: Tx, tokenHash: Buffer, now: Date) =>
  tx
    .insertInto('setup_links')
    .values({ token_hash: tokenHash, created_at: now })
    .onConflict((c) => c.column('one').doUpdateSet({ token_hash: tokenHash, created_at: now }))
    .execute();

export const spendSetupLink = async (tx: Tx, tokenHash: Buffer): Promise<boolean> =>
  !!(await tx.deleteFrom('setup_links').where('token_hash', '=', tokenHash).returning('one').executeTakeFirst());

export const setupLinkFits = async (db: Db, tokenHash: Buffer): Promise<boolean> =>
  !!(await db.selectFrom('setup_links').select('one').where('token_hash', '=', tokenHash).executeTakeFirst());
