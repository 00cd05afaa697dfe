import { sql } from 'kysely';
import type { Db, Tx } from '#platform/tx.ts';

export interface LinkRow {
  id: string;
  addresseeId: string;
  givenTo: string | null;
  createdAt: Date;
  expiresAt: Date;
  deviceHash: Buffer | null;
  begunAt: Date | null;
  usedAt: Date | null;
  revokedAt: Date | null;
}

const columns = sql`id, addressee_id as "addresseeId", given_to as "givenTo", created_at as "createdAt", expires_at as "expiresAt",
  device_hash as "deviceHash", begun_at as "begunAt", used_at as "usedAt", revoked_at as "revokedAt"`;

export const insertLink = async (
  tx: Tx,
  link: {
    id: string;
    addresseeId: string;
    tokenHash: Buffer;
    givenTo: string | null;
    createdBy: string;
    createdAt: Date;
    expiresAt: Date;
  },
): Promise<LinkRow> =>
  (
    await sql<LinkRow>`
      insert into answer_links (id, addressee_id, token_hash, given_to, created_by, created_at, expires_at)
      values (${link.id}, ${link.addresseeId}, ${link.tokenHash}, ${link.givenTo}, ${link.createdBy}, ${link.createdAt}, ${link.expiresAt})
      returning ${columns}`.execute(tx)
  ).rows[0]!;

export const listLinks = async (db: Db, addresseeId: string): Promise<LinkRow[]> =>
  (
    await sql<LinkRow>`select ${columns} from answer_links where addressee_id = ${addresseeId}
      order by created_at desc, id desc`.execute(db)
  ).rows;

export const findLink = async (db: Db, tokenHash: Buffer): Promise<LinkRow | undefined> =>
  (await sql<LinkRow>`select ${columns} from answer_links where token_hash = ${tokenHash}`.execute(db)).rows[0];

/** Held, so that of two devices that begin at once one is the first. */
export const lockLink = async (tx: Tx, id: string): Promise<LinkRow | undefined> =>
  (await sql<LinkRow>`select ${columns} from answer_links where id = ${id} for update`.execute(tx)).rows[0];

export const bindLink = (tx: Tx, id: string, deviceHash: Buffer, at: Date) =>
  sql`update answer_links set device_hash = ${deviceHash}, begun_at = ${at} where id = ${id}`.execute(tx);

export const markUsed = (tx: Tx, id: string, at: Date) =>
  sql`update answer_links set used_at = ${at} where id = ${id}`.execute(tx);

export const revokeLink = (tx: Tx, id: string, at: Date) =>
  sql`update answer_links set revoked_at = ${at} where id = ${id}`.execute(tx);
