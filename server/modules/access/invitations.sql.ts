import { sql } from 'kysely';
import type { Reach } from '#lib/reach.ts';
import type { Role } from '#lib/rights.ts';
import { inReach } from '#platform/scope.ts';
import type { Db, Tx } from '#platform/tx.ts';

const withNames = (db: Db) =>
  db
    .selectFrom('invitations as i')
    .innerJoin('people as p', 'p.id', 'i.person_id')
    .innerJoin('units as u', 'u.id', 'i.unit_id')
    .leftJoin('people as b', 'b.id', 'i.invited_by')
    .select([
      'i.id',
      'i.person_id as personId',
      'p.name as personName',
      'p.email',
      'i.unit_id as unitId',
      'u.name as unitName',
    ])
    .select(['i.path', sql<Role>`i.role`.as('role'), 'b.name as invitedBy', 'i.created_at as createdAt'])
    .select(['i.expires_at as expiresAt', 'i.accepted_at as acceptedAt', 'i.revoked_at as revokedAt']);

export interface InvitationFilter {
  unitId?: string | undefined;
  waiting: boolean;
  now: Date;
  after?: string | undefined;
  limit: number;
}

export const listInvitations = (db: Db, reach: Reach, filter: InvitationFilter) =>
  withNames(db)
    .where((eb) => inReach(eb.ref('i.path'), reach))
    .$if(!!filter.unitId, (q) => q.where('i.unit_id', '=', filter.unitId!))
    .$if(filter.waiting, (q) =>
      q.where('i.accepted_at', 'is', null).where('i.revoked_at', 'is', null).where('i.expires_at', '>', filter.now),
    )
    .$if(!!filter.after, (q) => q.where('i.id', '<', filter.after!))
    .orderBy('i.id', 'desc')
    .limit(sql.lit(filter.limit + 1))
    .execute();

export const findInvitation = (db: Db, reach: Reach, id: string) =>
  withNames(db)
    .where('i.id', '=', id)
    .where((eb) => inReach(eb.ref('i.path'), reach))
    .executeTakeFirst();

export const lockInvitation = (tx: Tx, id: string) =>
  tx.selectFrom('invitations').select('id').where('id', '=', id).forUpdate().executeTakeFirst();

/**
 * By the hash of its link, whatever its state: the person is told why it no longer works. A link never opens an account
 * or a unit again that was closed meanwhile.
 */
export const findByToken = (db: Db, tokenHash: Buffer) =>
  withNames(db)
    .leftJoin('accounts as a', 'a.person_id', 'i.person_id')
    .where('i.token_hash', '=', tokenHash)
    .where('p.closed_on', 'is', null)
    .where('u.closed_on', 'is', null)
    .where(sql<boolean>`a.state is distinct from 'closed'`)
    .executeTakeFirst();

export interface NewInvitation {
  id: string;
  person_id: string;
  unit_id: string;
  path: string;
  role: Role;
  invited_by: string;
  created_at: Date;
  expires_at: Date;
}

export const insertInvitation = (tx: Tx, row: NewInvitation) => tx.insertInto('invitations').values(row).execute();

/** Roles that wait for the person's acceptance. */
export const listOffered = (db: Db, personId: string, now: Date) =>
  db
    .selectFrom('invitations')
    .select(['id', 'path', sql<Role>`role`.as('role')])
    .where('person_id', '=', personId)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .execute();

/** The links that were sent no longer work; an invitation that is not accepted waits for its next letter. */
export const withdrawLinks = (tx: Tx, personId: string) =>
  tx
    .updateTable('invitations')
    .set({ token_hash: null })
    .where('person_id', '=', personId)
    .where('accepted_at', 'is', null)
    .execute();

/** A new term; the old link is forgotten at once. */
export const renewInvitation = (tx: Tx, id: string, expiresAt: Date) =>
  tx.updateTable('invitations').set({ token_hash: null, expires_at: expiresAt }).where('id', '=', id).execute();

export const setToken = (tx: Tx, id: string, tokenHash: Buffer) =>
  tx.updateTable('invitations').set({ token_hash: tokenHash }).where('id', '=', id).execute();

export const setRevoked = (tx: Tx, id: string, now: Date) =>
  tx.updateTable('invitations').set({ revoked_at: now, token_hash: null }).where('id', '=', id).execute();

/** False where the link was used or withdrawn meanwhile. The hash stays, so that a second click is answered kindly. */
export const setAccepted = async (tx: Tx, id: string, now: Date): Promise<boolean> =>
  !!(await tx
    .updateTable('invitations')
    .set({ accepted_at: now })
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst());

/** What the letter says; undefined where there is nothing left to send. */
export const findForMail = (db: Db, id: string, now: Date) =>
  withNames(db)
    .select(sql<'vi' | 'en'>`p.language`.as('language'))
    .where('i.id', '=', id)
    .where('i.accepted_at', 'is', null)
    .where('i.revoked_at', 'is', null)
    .where('i.expires_at', '>', now)
    .executeTakeFirst();
