import { sql } from 'kysely';
import type { Tx } from './tx.ts';

/** Work of which nothing stays when it fails, inside a transaction that goes on: the error comes back instead of being thrown. */
export async function inSavepoint<T>(
  tx: Tx,
  work: () => Promise<T>,
): Promise<{ done: T; error?: never } | { done?: never; error: unknown }> {
  await sql`savepoint part`.execute(tx);
  try {
    const done = await work();
    await sql`release savepoint part`.execute(tx);
    return { done };
  } catch (error) {
    await sql`rollback to savepoint part`.execute(tx);
    return { error };
  }
}
