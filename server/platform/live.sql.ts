import { sql } from 'kysely';
import type { Tx } from './tx.ts';

/** Sends payloads (each under 8000 bytes) to whoever listens, once the transaction commits. */
export const notify = (tx: Tx, channel: string, payloads: readonly string[]) =>
  sql`select pg_notify(${channel}, payload) from unnest(${sql.val([...payloads])}::text[]) as payload`.execute(tx);
