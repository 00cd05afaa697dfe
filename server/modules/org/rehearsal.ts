import type { Tx } from '#platform/tx.ts';
import { release, rollBack, savepoint } from './reorganisation.sql.ts';

/** Runs work as it would be, reads what it says, and leaves nothing behind; what it throws comes out. */
export async function rehearse<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await savepoint(tx);
  try {
    return await work();
  } finally {
    await rollBack(tx);
    await release(tx);
  }
}

/** Runs work that may fail without spoiling the transaction around it: what it wrote stays only if it succeeds. */
export async function attempt<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await savepoint(tx);
  try {
    const made = await work();
    await release(tx);
    return made;
  } catch (error) {
    await rollBack(tx);
    await release(tx);
    throw error;
  }
}
