import { sql } from 'kysely';
import type { Tx } from './tx.ts';

/** Sends a payload (under 8000 bytes) to whoever listens, once the transaction commits. */
export const notify = (tx: Tx, channel: string, payload: string) =>
  sql`select pg_notify(${channel}, ${payload})`.execute(tx);
